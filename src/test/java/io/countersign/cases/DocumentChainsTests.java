package io.countersign.cases;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.countersign.connector.Connected;
import io.countersign.documents.CopyKept;
import io.countersign.documents.DocumentId;
import io.countersign.documents.Documents;
import io.countersign.documents.Spool;
import io.countersign.documents.VersionedFile;
import io.countersign.identity.PersonId;
import io.countersign.intake.Arrival;
import io.countersign.intake.Content;
import io.countersign.intake.Folder;
import io.countersign.intake.Intake;
import io.countersign.intake.Message;
import io.countersign.intake.Messages;
import io.countersign.intake.Preview;
import io.countersign.intake.Threading;
import io.countersign.journal.Entry;
import io.countersign.journal.Journal;
import io.countersign.journal.Mode;
import io.countersign.problem.InvalidField;
import io.countersign.problem.NotFound;
import io.countersign.scenario.Correspondent;
import io.countersign.scenario.Letter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** The versions of a case's documents, with the tables and the files they rest on. */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(Connected.LOCK)
class DocumentChainsTests {

	private static final String LEASE = "Lejen er 1,9 mio. kr. om året, og kontrakten løber i fem år fra april. "
			+ "Udlejer sætter nye døre i stueetagen og maler opgangen, inden vi flytter ind efter påske. "
			+ "Direktionen bedes godkende, at kontorchefen skriver under på vegne af styrelsen.";

	private static final PersonId EVA = new PersonId("p_eva");

	private final Connected office = Connected.office();

	private final Correspondent dan = this.office.somebody();

	private final Correspondent anna = this.office.somebody();

	private final Cases cases = this.office.bean(Cases.class);

	private final VersionLinks links = this.office.bean(VersionLinks.class);

	private Instant comes = Instant.now();

	@Test
	void aNewVersionIsKnownByItsNameAtOnceAndByItsTextSoon() {
		var id = opened("notat_v1.docx", LEASE);
		joined(id, "notat_v2_endelig.docx", LEASE.replace("fem", "seks"));

		var second = file(id, "notat_v2_endelig.docx");
		assertThat(second.version()).isEqualTo(2);
		assertThat(second.link().orElseThrow().reason()).startsWith("It has the same name apart from");

		await().atMost(Duration.ofMinutes(2))
			.untilAsserted(() -> assertThat(file(id, "notat_v2_endelig.docx").link().orElseThrow().reason())
				.contains("% of the text is the same"));
		assertThat(this.cases.get(id).newerThan(List.of(file(id, "notat_v1.docx").sha256())))
			.containsExactly(file(id, "notat_v2_endelig.docx"));
		assertThat(this.cases.get(id).newerThan(List.of(second.sha256()))).isEmpty();
	}

	@Test
	void aLateTextJoinsWhatHasAnotherName() {
		var id = opened("lejekontrakt.docx", LEASE + " Første udkast.");
		joined(id, "Til Anna.docx", LEASE + " Andet udkast.");
		assertThat(file(id, "Til Anna.docx").version()).isEqualTo(1);

		await().atMost(Duration.ofMinutes(2)).until(() -> file(id, "Til Anna.docx").version() == 2);
		assertThat(journal(id)).filteredOn((entry) -> entry.type().equals("document.linked")).anySatisfy((entry) -> {
			assertThat(entry.actor()).isEqualTo("system");
			assertThat(entry.data()).containsEntry("name", "Til Anna.docx").containsEntry("version", 2);
		});
	}

	@Test
	void aFileThatComesTwiceIsOneFileSentByTwoMails() {
		var id = opened("notat.docx", LEASE + " I");
		var again = joined(id, "notat.docx", LEASE + " I");
		var renamed = joined(id, "Notat til pressen.docx", LEASE + " I");
		joined(opened("andet.docx", LEASE + " J"), "notat.docx", LEASE + " I");

		var view = this.cases.get(id);
		var first = view.messages().getFirst().message();
		assertThat(view.documents()).extracting(CaseDocument::name)
			.containsExactlyInAnyOrder("notat.docx", "Notat til pressen.docx");
		assertThat(view.documents())
			.allSatisfy((file) -> assertThat(file.sentIn()).containsExactly(first, again.id(), renamed.id()));
		assertThat(file(id, "notat.docx").message()).isEqualTo(first);
	}

	@Test
	void aCopyOfWhatLiesInTheCloudIsAVersionAndRaisesNoDoubt() {
		var id = opened("plan.docx", LEASE + " K");
		var mail = joined(id, "andet.docx", "Kantinen lukker klokken to om fredagen. ");
		var asked = file(id, "plan.docx");
		var copy = copied(mail, "plan.docx", LEASE + " M");

		this.office.bean(Chaining.class).on(new CopyKept(mail.id().value()));

		await().atMost(Duration.ofMinutes(1)).until(() -> this.cases.get(id).copies().size() == 1);
		var view = this.cases.get(id);
		assertThat(view.copies().getFirst().sha256()).isEqualTo(copy);
		assertThat(view.copies().getFirst().chain()).isEqualTo(asked.chain());
		assertThat(view.copies().getFirst().version()).isEqualTo(2);
		assertThat(view.newerThan(List.of(asked.sha256()))).isEmpty();

		var sent = joined(id, "plan.docx", LEASE + " M");
		assertThat(this.cases.get(id).copies()).isEmpty();
		assertThat(file(id, copy).message()).isEqualTo(sent.id());
		assertThat(this.cases.get(id).newerThan(List.of(asked.sha256()))).extracting(CaseDocument::sha256)
			.containsExactly(copy);
	}

	@Test
	void aCopyGoesWithTheMailThatPointsToIt() {
		var from = opened("anlæg.docx", LEASE + " N");
		var mail = joined(from, "brev.docx", LEASE + " O");
		var copy = copied(mail, "tabel.docx", LEASE + " P");
		this.office.bean(Chaining.class).on(new CopyKept(mail.id().value()));
		await().atMost(Duration.ofMinutes(1)).until(() -> this.cases.get(from).copies().size() == 1);
		var into = opened("vej.docx", LEASE + " Q");

		this.office.bean(Regroupings.class).move(mail.id(), from, into, EVA);

		assertThat(this.cases.get(from).copies()).isEmpty();
		assertThat(this.cases.get(into).copies()).extracting(CaseDocument::sha256).containsExactly(copy);
	}

	/** As the link of a mail is kept once it has been fetched. */
	private DocumentId copied(Message mail, String name, String text) {
		var bytes = (text + " " + this.dan.address()).getBytes(StandardCharsets.UTF_8);
		var id = this.office.bean(Documents.class).store(Spool.of(bytes)).id();
		this.office.bean(JdbcClient.class)
			.sql("""
					insert into cloud_link (id, origin, address, state, sha256, name, media_type, size, etag, ctag, taken_at,
						due_at)
					values (:id, :origin, :address, 'KEPT', :sha256, :name, 'text/plain', :size, 'e', 'c', now(), null)
					""")
			.param("id", UUID.randomUUID().toString())
			.param("origin", mail.id().value())
			.param("address", "https://min.sharepoint.com/" + name)
			.param("sha256", id.bytes())
			.param("name", name)
			.param("size", bytes.length)
			.update();
		return id;
	}

	private CaseDocument file(CaseId id, DocumentId content) {
		return this.cases.get(id)
			.documents()
			.stream()
			.filter((one) -> one.sha256().equals(content))
			.findFirst()
			.orElseThrow();
	}

	/** Most servers tell no more of a mail than the second. */
	@Test
	void ofTwoMailsOfOneSecondTheOneFiledFirstIsTheOlder() {
		var id = opened("svar_v1.docx", LEASE + " I");
		for (var version = 2; version < 8; version++) {
			this.comes = this.comes.minusSeconds(60);
			joined(id, "svar_v%d.docx".formatted(version), LEASE + " " + version);
		}

		for (var version = 1; version < 8; version++) {
			assertThat(file(id, "svar_v%d.docx".formatted(version)).version()).isEqualTo(version);
		}
	}

	@Test
	void whatAPersonHasSaidStaysAndSaysWhoAndWhen() {
		var id = opened("svar.docx", LEASE + " A");
		joined(id, "svar_v2.docx", LEASE + " B");
		var second = file(id, "svar_v2.docx");

		this.links.say(id, second.key(), Optional.empty(), EVA);
		joined(id, "svar_v3.docx", LEASE + " C");

		assertThat(file(id, "svar_v2.docx").link().orElseThrow().by()).contains(EVA);
		assertThat(file(id, "svar_v2.docx").version()).isEqualTo(1);
		assertThat(journal(id)).filteredOn((entry) -> entry.actor().equals("p_eva"))
			.extracting(Entry::type)
			.containsExactly("document.linked");

		this.office.bean(DocumentChains.class).arrange(id, Mode.LIVE, Optional.empty());
		assertThat(file(id, "svar_v2.docx").link().orElseThrow().previous()).isEmpty();

		this.links.say(id, second.key(), Optional.of(file(id, "svar.docx").key()), EVA);
		assertThat(file(id, "svar_v2.docx").version()).isEqualTo(2);
	}

	@Test
	void aFileOfNoCaseAndAFileItselfAreNoEarlierVersions() {
		var id = opened("notat.docx", LEASE + " D");
		var only = file(id, "notat.docx").key();
		var stranger = new VersionedFile.Key(new DocumentId("f".repeat(64)), "notat.docx");

		assertThatThrownBy(() -> this.links.say(id, only, Optional.of(only), EVA)).isInstanceOf(InvalidField.class);
		assertThatThrownBy(() -> this.links.say(id, only, Optional.of(stranger), EVA)).isInstanceOf(InvalidField.class);
		assertThatThrownBy(() -> this.links.say(id, stranger, Optional.empty(), EVA)).isInstanceOf(NotFound.class);
	}

	@Test
	void whatWasSaidGoesWithAMailToItsNewCase() {
		var from = opened("rapport.docx", LEASE + " E");
		var mail = joined(from, "rapport_v2.docx", LEASE + " F");
		joined(from, "andet.docx", LEASE + " G");
		this.links.say(from, file(from, "rapport_v2.docx").key(), Optional.empty(), EVA);
		var into = opened("rapport_v0.docx", LEASE + " H");

		this.office.bean(Regroupings.class).move(mail.id(), from, into, EVA);

		assertThat(file(into, "rapport_v2.docx").link().orElseThrow().by()).contains(EVA);
		assertThat(file(into, "rapport_v2.docx").version()).isEqualTo(1);
	}

	private CaseDocument file(CaseId id, String name) {
		return this.cases.get(id)
			.documents()
			.stream()
			.filter((one) -> one.name().equals(name))
			.findFirst()
			.orElseThrow();
	}

	private List<Entry> journal(CaseId id) {
		return this.office.bean(Journal.class).ofStream("case/" + id, 0, Journal.PAGE);
	}

	private CaseId opened(String name, String text) {
		var mail = received(name, text);
		return this.cases.open(new NewCase(mail, mail.subject(), "sag", "da",
				List.of(new Participant(Connected.address(this.dan), "Dan", Role.REQUESTER),
						new Participant(Connected.address(this.anna), "Anna", Role.APPROVER)),
				List.of(Connected.address(this.anna)), List.of(), Optional.empty(), "It asks.", Mode.LIVE,
				mail.receivedAt()));
	}

	private Message joined(CaseId id, String name, String text) {
		var mail = received(name, text);
		this.cases.join(id, new Joining(mail, List.of(), "It answers.", mail.receivedAt()));
		return mail;
	}

	private Message received(String name, String text) {
		var letter = Letter
			.of(this.dan, List.of(this.anna), "Sag " + UUID.randomUUID(), "Se vedlagte.\n",
					ZonedDateTime.now(ZoneId.of("Europe/Copenhagen")))
			.with(name, text + " " + this.dan.address());
		var preview = new Preview(letter.subject(), Optional.empty(), Optional.empty(), List.of(), List.of(),
				Threading.NONE, Optional.empty(), List.of(), Content.NONE, false, false, Optional.empty());
		var arrival = Arrival.live(Connected.address(this.anna), Folder.INBOX, UUID.randomUUID().toString(), this.comes,
				preview);
		this.comes = this.comes.plusSeconds(60);
		try {
			var id = this.office.bean(Intake.class).receive(arrival, new ByteArrayInputStream(letter.bytes()));
			await().until(() -> this.office.bean(Messages.class).find(id).isPresent());
			return this.office.bean(Messages.class).get(id);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
