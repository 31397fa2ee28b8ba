package io.countersign.journal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class SealedTests {

	@TempDir
	Path directory;

	private Facts facts;

	@BeforeEach
	void aJournalHasAKey() {
		this.facts = new Facts(new SealProperties(this.directory, null, Duration.ZERO));
	}

	@Test
	void AU_03_aHeadIsMadeAtEveryThousandEntriesAndForTheRest() {
		var all = new ArrayList<Facts.Fact>();
		for (var number = 0; number < 2_300; number++) {
			all.add(Facts.Fact.of("case/" + number % 7, number));
		}
		this.facts.commit(all.toArray(Facts.Fact[]::new));

		this.facts.seal();

		try (var heads = this.facts.transactions.execute((_) -> this.facts.heads.all().toList().stream())) {
			assertThat(heads).extracting(TreeHead::size).containsExactly(1_000L, 2_000L, 2_300L);
		}
		assertThat(this.facts.journal.verify().fault()).isEmpty();
	}

	@Test
	void AU_03_aFewEntriesWaitForTheirHeadUntilTheLastOneIsOld() {
		var patient = new Facts(new SealProperties(null, null, Duration.ofHours(1)));
		patient.commit(Facts.Fact.of("case/1", 1));
		patient.seal();
		patient.commit(Facts.Fact.of("case/1", 2));
		patient.seal();

		assertThat(patient.heads.last().size()).isOne();
	}

	@Test
	void AU_03_everyHeadLeavesTheDatabaseForAFile() throws Exception {
		var export = new HeadExport(this.facts.heads, List.of(new HeadFile(this.directory.resolve("tree-heads.txt"))));
		for (var number = 0; number < 3; number++) {
			this.facts.commit(Facts.Fact.of("case/1", number));
			this.facts.seal();
			export.carry();
		}

		var written = HeadFile.read(Files.readString(this.directory.resolve("tree-heads.txt")));

		assertThat(written).extracting(SignedNote::size).containsExactly(1L, 2L, 3L);
		assertThat(written).allMatch((note) -> note.isSignedBy(key()));
	}

	@Test
	void AU_03_aPlaceThatCannotTakeAHeadGetsItLaterInOrder() throws Exception {
		var got = new ArrayList<Long>();
		var calls = new AtomicInteger();
		var server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
		server.createContext("/", (exchange) -> {
			var note = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
			var refused = calls.incrementAndGet() == 1;
			if (!refused) {
				got.add(SignedNote.parse(note).size());
			}
			exchange.sendResponseHeaders(refused ? 503 : 204, -1);
			exchange.close();
		});
		server.start();
		try {
			var hook = new HeadWebhook(URI.create("http://localhost:" + server.getAddress().getPort() + "/"));
			var export = new HeadExport(this.facts.heads, List.of(hook));
			for (var number = 0; number < 2; number++) {
				this.facts.commit(Facts.Fact.of("case/1", number));
				this.facts.seal();
				export.carry();
			}
		}
		finally {
			server.stop(0);
		}

		assertThat(got).containsExactly(1L, 2L);
	}

	@Test
	void AU_05_aFaultRaisesAnAlarmAndLeavesOneEntryAndWorkGoesOn() {
		this.facts.commit(Facts.Fact.of("case/1", 1), Facts.Fact.of("case/1", 2));
		this.facts.seal();
		this.facts.transactions.executeWithoutResult((_) -> {
			this.facts.database.sql("set local session_replication_role = replica").update();
			this.facts.database.sql("update entry set actor = 'p_other' where sequence = 2").update();
		});
		var meters = new SimpleMeterRegistry();
		var daily = new DailyVerification(this.facts.verifier, this.facts.transactions,
				(event) -> this.facts.journal.append((Journaled) event), meters);

		assertThat(meters.get("countersign.journal.faults").gauge().value()).isNaN();
		daily.verify();
		daily.verify();

		assertThat(meters.get("countersign.journal.faults").gauge().value()).isOne();
		assertThat(this.facts.journal.ofStream("journal", 0, 10)).singleElement().satisfies((entry) -> {
			assertThat(entry.type()).isEqualTo("journal.fault-found");
			assertThat(entry.data()).containsEntry("fault", "Entry 2 of case/1 is not what was written.");
		});
		this.facts.commit(Facts.Fact.of("case/1", 3));
		assertThat(this.facts.journal.ofStream("case/1", 2, 10)).hasSize(1);
	}

	@Test
	void AU_04_oneCaseIsProvedWithoutTheOthers() throws Exception {
		for (var number = 0; number < 37; number++) {
			this.facts.commit(Facts.Fact.of("case/" + number % 5, number));
		}
		this.facts.seal();
		var own = this.facts.entries.ofStream("case/3", 0, 100);
		var proof = file("proof.zip", this.facts.transactions.execute((_) -> bytes(own)));

		assertThat(said(0, proof.toString(), "--key", this.directory.resolve("journal.pub").toString()))
			.isEqualTo("OK: 7 entries are what was written.");
		assertThat(said(1, proof.toString(), "--key", SealKey.generate("other").verifier().toString()))
			.contains("is not signed by other");
	}

	@Test
	void AU_04_theCommandSaysHowItIsUsed() throws Exception {
		assertThat(said(2)).contains("--key");
		assertThat(said(2, "nothing.zip", "--key", key().toString())).contains("could not be checked");
		assertThat(said(2, "nothing.zip", "--key", "no key")).contains("could not be checked");
	}

	private static String said(int status, String... arguments) {
		var said = new ByteArrayOutputStream();
		assertThat(OfflineVerifier.run(List.of(arguments), new PrintStream(said, true, StandardCharsets.UTF_8)))
			.isEqualTo(status);
		return said.toString(StandardCharsets.UTF_8).strip();
	}

	private byte[] bytes(List<Entry> own) {
		try {
			var into = new ByteArrayOutputStream();
			new JournalExport(this.facts.entries, this.facts.heads).stream(own, into);
			return into.toByteArray();
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
	}

	private Path file(String name, byte[] bytes) throws IOException {
		return Files.write(this.directory.resolve(name), bytes);
	}

	private VerifierKey key() {
		try {
			return VerifierKey.parse(Files.readString(this.directory.resolve("journal.pub")));
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
	}

}
