package io.countersign.journal;

import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

class SealedTests extends SealedJournal {

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
		var patient = new Facts(new SealProperties(this.directory.resolve("patient"), null, Duration.ofHours(1)));
		patient.commit(Facts.Fact.of("case/1", 1));
		patient.seal();
		patient.commit(Facts.Fact.of("case/1", 2));
		patient.seal();

		assertThat(patient.heads.last().size()).isOne();
	}

	@Test
	void AU_03_everyHeadLeavesTheDatabaseForAFile() throws Exception {
		for (var number = 0; number < 3; number++) {
			sealed(number);
		}

		var written = HeadFile.read(Files.readString(this.directory.resolve("tree-heads.txt")));

		assertThat(written).extracting(SignedNote::size).containsExactly(1L, 2L, 3L);
		assertThat(written).allMatch((note) -> note.isSignedBy(key()));
	}

	@Test
	void AU_03_aPlaceThatCannotTakeAHeadGetsItLaterInOrder() throws Exception {
		var got = new ArrayList<Long>();
		var refused = new ArrayList<Double>();
		var meters = new SimpleMeterRegistry();
		var calls = new AtomicInteger();
		var server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
		server.createContext("/", (exchange) -> {
			var note = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
			var busy = calls.incrementAndGet() == 1;
			if (!busy) {
				got.add(SignedNote.parse(note).size());
			}
			exchange.sendResponseHeaders(busy ? 503 : 204, -1);
			exchange.close();
		});
		server.start();
		try {
			var hook = new HeadWebhook(URI.create("http://localhost:" + server.getAddress().getPort() + "/"));
			var export = new HeadExport(this.facts.heads, List.of(hook), meters);
			for (var number = 0; number < 2; number++) {
				this.facts.commit(Facts.Fact.of("case/1", number));
				this.facts.seal();
				export.carry();
				refused.add(meters.get("countersign.journal.heads.refused").gauge().value());
			}
		}
		finally {
			server.stop(0);
		}

		assertThat(got).containsExactly(1L, 2L);
		assertThat(refused).containsExactly(1.0, 0.0);
	}

	@Test
	void aPlaceThatRefusesAHeadIsNamedByItsHostAlone() throws Exception {
		var server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
		server.createContext("/", (exchange) -> {
			exchange.sendResponseHeaders(403, -1);
			exchange.close();
		});
		server.start();
		try {
			var hook = new HeadWebhook(
					URI.create("http://localhost:%d/hush?token=hush".formatted(server.getAddress().getPort())));
			sealed(1);

			assertThatIOException().isThrownBy(() -> hook.take(this.facts.heads.behind(0, 1)))
				.withMessage("localhost answered 403");
			assertThat(hook).hasToString("localhost");
		}
		finally {
			server.stop(0);
		}
	}

	@Test
	void AU_03_nobodyWhoWritesToTheDatabaseKeepsAHeadOutOfTheFile() {
		sealed(1);
		this.facts.database.sql("update tree_head_outlet set size = 1000000").update();
		sealed(2);

		assertThat(kept()).extracting(SignedNote::size).containsExactly(1L, 2L);
	}

	@Test
	void AU_03_aHeadThatWasBrokenOffInTheFileStandsAloneAndIsWrittenAgain() throws Exception {
		sealed(1);
		Files.writeString(this.directory.resolve("tree-heads.txt"), "countersign/t/mi", StandardOpenOption.APPEND);
		sealed(2);

		var heads = KeptHeads.of(Files.readString(this.directory.resolve("tree-heads.txt")),
				new Keyring(key(), List.of()));
		assertThat(heads.signed()).extracting(SignedNote::size).containsExactly(1L, 2L);
		assertThat(heads.others()).isOne();
		assertThat(this.facts.verifier.verify().fault()).isEmpty();
	}

	@Test
	void AU_05_aJournalWhoseLastHeadsWereCutOffIsNotTheOneThatWasKept() {
		sealed(1);
		sealed(2);
		cutOffBehind(1);

		assertThat(this.facts.verifier.verify().fault().orElse(""))
			.startsWith("The journal is not the one whose tree head at 2 was kept on ");
	}

	@Test
	void AU_05_headsFromBeforeThereWasAKeyAreNoFaultAndLaterOnesAre() {
		for (var number = 0; number < 2; number++) {
			this.facts.commit(Facts.Fact.of("case/1", number));
			this.facts.seal();
		}
		unsigned(1);
		assertThat(this.facts.verifier.verify().fault()).isEmpty();
		this.facts.carry();
		assertThat(this.facts.verifier.verify().fault()).as("left with the first one that is signed").isEmpty();
		unsigned(2);

		assertThat(this.facts.verifier.verify().fault())
			.contains("The tree head at 2 is not signed by the key that seals the journal.");
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

	/** The owner of the tables takes the signature of a head away. */
	private void unsigned(long size) {
		noteOf(size, SignedNote.parse(this.facts.heads.ofSize(size).orElseThrow().note()).body());
	}

}
