package io.countersign.journal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

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

	@Test
	void AU_03_aKeyThatIsReplacedSaysHowFarItCameAndTheJournalStaysWhole() throws Exception {
		sealed(1);
		sealed(2);
		var before = key();

		replaceKey();
		sealed(3);

		assertThat(key().toString()).isNotEqualTo(before.toString());
		assertThat(this.facts.sealing.keyring().former()).singleElement().satisfies((note) -> {
			assertThat(note.former().toString()).isEqualTo(before.toString());
			assertThat(note.size()).isEqualTo(2);
		});
		assertThat(this.facts.verifier.verify().fault()).isEmpty();
		assertThat(this.facts.restarted().verifier.verify().fault()).isEmpty();
	}

	@Test
	void AU_03_theJournalSaysOnceThatAnotherKeySealsIt() throws Exception {
		sealed(1);
		replaceKey();
		var replacements = new KeyReplacements(this.facts.sealing, (event) -> this.facts.commit((Journaled) event));

		replacements.tell();
		replacements.tell();

		assertThat(this.facts.journal.ofStream("journal", 0, 10)).singleElement().satisfies((entry) -> {
			assertThat(entry.type()).isEqualTo("journal.key-replaced");
			assertThat(entry.data()).containsEntry("key", key().toString());
		});
	}

	@Test
	void AU_03_aReplacedKeySignsNoHeadAnyMore() throws Exception {
		sealed(1);
		var former = SealKey.in(this.directory, "countersign" + Facts.ORIGIN.source());
		replaceKey();
		sealed(2);

		noteOf(2, SignedNote.parse(this.facts.heads.ofSize(2).orElseThrow().note()).signed(former).text());

		assertThat(this.facts.verifier.verify().fault())
			.contains("The tree head at 2 is not signed by the key that seals the journal.");
	}

	@Test
	void AU_03_aReplicaThatStillRunsSealsByTheKeyAnotherHasMade() throws Exception {
		sealed(1);
		var running = this.facts;
		replaceKey();

		running.commit(Facts.Fact.of("case/1", 2));
		running.seal();

		assertThat(running.heads.ofSize(2)).isPresent();
		for (var replica : List.of(running, this.facts, this.facts.restarted())) {
			assertThat(replica.verifier.verify().fault()).isEmpty();
		}
	}

	@Test
	void AU_03_aReplicaThatCannotReadTheNewKeySealsNothing() throws Exception {
		sealed(1);
		var running = this.facts;
		replaceKey();
		Files.move(this.directory.resolve("journal.key"), this.directory.resolve("elsewhere"));

		running.commit(Facts.Fact.of("case/1", 2));

		assertThatIllegalStateException().isThrownBy(running::seal).withMessageContaining("journal.key is missing");
		assertThat(running.heads.ofSize(2)).isEmpty();
	}

	@Test
	void AU_03_replicasThatStartAtTheSameMomentMakeOneKey() throws Exception {
		sealed(1);
		Files.delete(this.directory.resolve("journal.key"));

		try (var starting = Executors.newVirtualThreadPerTaskExecutor()) {
			var replicas = starting.invokeAll(Collections.<Callable<Facts>>nCopies(4, this.facts::restarted));
			for (var replica : replicas) {
				assertThat(replica.get().sealing.keyring().current().toString()).isEqualTo(key().toString());
				assertThat(replica.get().sealing.keyring().former()).hasSize(1);
			}
		}
	}

	@Test
	void AU_05_aKeyIsNotReplacedToHideThatHeadsWereCutOff() throws Exception {
		sealed(1);
		sealed(2);
		cutOffBehind(1);

		replaceKey();

		assertThat(this.facts.verifier.verify().fault().orElse(""))
			.startsWith("The journal is not the one whose tree head at 2 was kept on ");
	}

	@Test
	void AU_03_aKeyThatHasNotSealedThisJournalIsReplacedByNone() throws Exception {
		sealed(1);
		Files.writeString(this.directory.resolve("journal.pub"),
				SealKey.generate("countersign" + Facts.ORIGIN.source()).verifier().toString());
		Files.delete(this.directory.resolve("journal.key"));

		assertThatIllegalStateException().isThrownBy(this.facts::restarted)
			.withMessageContaining("is not signed by journal.pub");
	}

	@Test
	void AU_04_theLastKeyProvesWhatThoseBeforeItHaveSealed() throws Exception {
		sealed(1);
		var first = key();
		replaceKey();
		sealed(2);
		replaceKey();
		sealed(3);
		var export = file("journal.zip", this.facts.exported(Optional.empty()));
		var proof = file("proof.zip", this.facts.exported(Optional.of("case/1")));
		var heads = this.directory.resolve("tree-heads.txt").toString();

		assertThat(said(0, export.toString(), "--key", key().toString(), "--heads", heads))
			.isEqualTo("OK: 3 entries are what was written, all of them up to " + this.facts.heads.last().at() + ".");
		assertThat(said(0, proof.toString(), "--key", key().toString())).startsWith("OK: 3 entries");
		assertThat(said(1, export.toString(), "--key", first.toString())).contains("The tree head at 2 is not signed");
	}

	@Test
	void AU_04_oneCaseIsProvedWithoutTheOthers() throws Exception {
		for (var number = 0; number < 37; number++) {
			this.facts.commit(Facts.Fact.of("case/" + number % 5, number));
		}
		this.facts.seal();
		var proof = file("proof.zip", this.facts.exported(Optional.of("case/3")));

		assertThat(said(0, proof.toString(), "--key", this.directory.resolve("journal.pub").toString()))
			.startsWith("OK: 7 entries are what was written, all of them up to ");
		assertThat(said(1, proof.toString(), "--key", SealKey.generate("other").verifier().toString()))
			.contains("is not signed by other");
	}

	@Test
	void AU_04_keptHeadsOfAnotherKeyAreNotPassedOverInSilence() throws Exception {
		sealed(1);
		var export = file("journal.zip", this.facts.exported(Optional.empty()));
		var heads = this.directory.resolve("tree-heads.txt");
		Files.writeString(heads, "not a head" + HeadFile.RULE, StandardOpenOption.APPEND);
		var others = Files.writeString(this.directory.resolve("others.txt"),
				kept().getFirst().signed(SealKey.generate("other")).text() + HeadFile.RULE);

		assertThat(said(0, export.toString(), "--key", key().toString(), "--heads", heads.toString()))
			.contains("1 of the kept heads are not signed", "OK: 1 entries");
		assertThat(said(2, export.toString(), "--key", key().toString(), "--heads", others.toString()))
			.contains("No head in");
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

	private void sealed(int number) {
		this.facts.commit(Facts.Fact.of("case/1", number));
		this.facts.seal();
		this.facts.carry();
	}

	private List<SignedNote> kept() {
		try (var notes = HeadFile.in(this.directory).notes()) {
			return notes.toList();
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
	}

	/** As when it is lost, or put away on purpose, and the product is started again. */
	private void replaceKey() throws IOException {
		Files.delete(this.directory.resolve("journal.key"));
		this.facts = this.facts.restarted();
	}

	/** The owner of the tables takes the signature of a head away. */
	private void unsigned(long size) {
		noteOf(size, SignedNote.parse(this.facts.heads.ofSize(size).orElseThrow().note()).body());
	}

	private void noteOf(long size, String note) {
		this.facts.transactions.executeWithoutResult((_) -> {
			this.facts.database.sql("set local session_replication_role = replica").update();
			this.facts.database.sql("update tree_head set note = :note where size = :size")
				.param("note", note)
				.param("size", size)
				.update();
		});
	}

	private Path file(String name, byte[] bytes) throws IOException {
		return Files.write(this.directory.resolve(name), bytes);
	}

	private void cutOffBehind(int size) {
		this.facts.transactions.executeWithoutResult((_) -> {
			this.facts.database.sql("set local session_replication_role = replica").update();
			this.facts.database.sql("delete from tree_head where size > :size").param("size", size).update();
			this.facts.database.sql("delete from entry where sequence > :size").param("size", size).update();
			this.facts.database
				.sql("update stream_head set sequence = :size, hash = (select hash from entry where sequence = :size)")
				.param("size", size)
				.update();
		});
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
