package io.countersign.triage;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.zip.ZipInputStream;

import io.countersign.cases.CaseId;
import io.countersign.cases.Cases;
import io.countersign.cases.Comments;
import io.countersign.cases.Regroupings;
import io.countersign.documents.DocumentId;
import io.countersign.documents.Documents;
import io.countersign.journal.Journal;
import io.countersign.problem.Conflict;
import io.countersign.problem.NotFound;
import io.countersign.scenario.Correspondent;
import io.countersign.scenario.Letter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

import org.springframework.jdbc.core.JdbcTemplate;

import static io.countersign.scenario.Cast.BO;
import static io.countersign.scenario.Cast.DAN;
import static io.countersign.scenario.Cast.EVA;
import static io.countersign.scenario.Cast.FINN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/** Two people have the mails and files of a closed case forgotten. */
@ResourceLock(OneBureau.LOCK)
@ExtendWith(OneBureau.class)
class PurgesIT {

	private static final String TABLES = """
			select format('select ''%s: '' || t::text from %I t', relname, relname) from pg_class
			where relkind = 'r' and relnamespace = 'public'::regnamespace
			""";

	private final Bureau office;

	private final Purges purges;

	private final JdbcTemplate database;

	PurgesIT(Bureau office) {
		this.office = office;
		this.purges = office.bean(Purges.class);
		this.database = office.bean(JdbcTemplate.class);
	}

	@Test
	void DP_03_afterAPurgeNothingOfAMailIsFoundAndTheJournalHolds() throws IOException {
		var inMail = "kanariefugl" + UUID.randomUUID().toString().substring(0, 8);
		var inFile = "skovspurv" + UUID.randomUUID().toString().substring(0, 8);
		var letter = asked(inMail, inFile);
		var id = new CaseId(this.office.message(letter).path("case").asString());
		var files = files(letter);
		await().atMost(Duration.ofSeconds(90)).until(() -> !found(inFile).isEmpty());
		assertThat(found(inMail)).anyMatch((row) -> row.startsWith("mail:")).noneMatch((row) -> row.startsWith("blob"));
		close(id);

		assertThat(this.purges.purge(id, this.office.person(EVA))).isOne();
		assertThat(this.office.bean(Documents.class).find(files.getFirst())).isPresent();
		assertThat(this.purges.purge(id, this.office.person(FINN))).isZero();

		assertThat(found(inMail)).isEmpty();
		assertThat(found(inFile)).isEmpty();
		for (var file : files) {
			assertThat(this.office.bean(Documents.class).find(file)).isEmpty();
			assertThatExceptionOfType(NotFound.class).isThrownBy(() -> this.office.bean(Documents.class).open(file, 0));
		}
		assertThat(exported(id)).contains("case.purged").doesNotContain(inMail, inFile);
		assertThat(this.office.bean(Journal.class).verify().intact()).isTrue();
		assertThat(this.office.types(id)).containsSubsequence("purge.wanted", "purge.wanted", "case.purged");
		assertThat(this.database.queryForObject("select count(*) from content_key where case_id = ?", Long.class,
				id.value()))
			.isZero();
	}

	@Test
	void DP_03_whatACaseWasCalledAndWhatWasSaidInItIsForgottenToo() throws IOException {
		var title = marked("skovmår");
		var file = marked("raevurt");
		var condition = marked("engblomme");
		var remark = marked("bølgetop");
		var guest = marked("strandskade");
		var letter = Letter
			.of(DAN, List.of(BO), "Sag om " + title, "Kære Bo\n\nKan du godkende vedlagte?\n\nDan", Bureau.now())
			.copyTo(Correspondent.of("Gæst " + guest, guest + "@min.example"))
			.with(file + ".txt", "Bilag " + UUID.randomUUID());
		this.office.control().place(DAN, "sentitems", letter.bytes(), Instant.now());
		this.office.control().place(BO, "inbox", letter.bytes(), Instant.now());
		await().atMost(Duration.ofSeconds(60)).until(() -> this.office.message(letter).path("case").isString());
		var id = new CaseId(this.office.message(letter).path("case").asString());
		var cases = this.office.bean(Cases.class);
		this.office.answers(id, cases.get(id).asks().getFirst().internetMessageId().orElseThrow(),
				"Godkendt, men ret venligst afsnittet om " + condition + ".");
		await().atMost(Duration.ofSeconds(60)).until(() -> !cases.get(id).verdicts().isEmpty());
		this.office.bean(Comments.class).say(id, this.office.person(EVA), remark, false);
		var refusal = marked("sivsanger");
		refuse(id, refusal);
		var answered = marked("hedelærke");
		answer(id, answered);
		var marks = List.of(title, file, condition, remark, refusal, answered, guest);
		assertThat(marks).allSatisfy((mark) -> assertThat(found(mark)).isNotEmpty());
		var outcome = cases.get(id).verdicts().getFirst().decision().outcome();

		this.purges.purge(id, this.office.person(EVA));
		this.purges.purge(id, this.office.person(FINN));

		assertThat(marks).allSatisfy((mark) -> assertThat(found(mark)).isEmpty());
		var purged = cases.get(id);
		assertThat(purged.title()).isEqualTo(purged.number().value());
		assertThat(purged.verdicts()).singleElement()
			.satisfies((verdict) -> assertThat(verdict.decision().outcome()).isEqualTo(outcome));
		assertThat(exported(id)).contains("case.purged", "words.forgotten", "verdict.recorded")
			.doesNotContain(marks.toArray(String[]::new));
		assertThat(this.office.bean(Journal.class).verify().fault()).isEmpty();
	}

	/** What a case system has said of an entry. */
	private void refuse(CaseId id, String words) {
		var event = this.database.queryForObject("select max(event_id) from entry where stream = ?", String.class,
				"case/" + id);
		this.office.api().put("/receipts/" + event, Map.of("status", "rejected", "reason", words));
	}

	/** As a call about a file was answered that may be repeated. */
	private void answer(CaseId id, String words) {
		this.database.update("insert into api_call (caller, key, call, answer) values ('eva', ?, ?, ?)",
				UUID.randomUUID().toString(), "/api/v1/cases/%s/documents/00/link".formatted(id),
				words.getBytes(StandardCharsets.UTF_8));
	}

	private static String marked(String word) {
		return word + UUID.randomUUID().toString().substring(0, 8);
	}

	@Test
	void DP_03_aFileThatAnotherCaseHoldsStaysThere() throws IOException {
		var shared = "fælles bilag " + UUID.randomUUID();
		var going = asked("den ene sag", shared);
		var staying = asked("den anden sag", shared);
		var file = files(going).stream().filter(files(staying)::contains).findFirst().orElseThrow();
		var id = new CaseId(this.office.message(going).path("case").asString());
		close(id);

		this.purges.purge(id, this.office.person(EVA));
		this.purges.purge(id, this.office.person(FINN));

		assertThat(new String(this.office.bean(Documents.class).bytes(file), StandardCharsets.UTF_8)).isEqualTo(shared);
		assertThat(this.office.bean(Documents.class).bytes(raw(staying))).isNotEmpty();
	}

	@Test
	void aCaseThatIsNotOverIsNotPurgedAndNobodyIsTwoPeople() {
		var letter = asked("en åben sag", "bilag");
		var id = new CaseId(this.office.message(letter).path("case").asString());
		assertThatExceptionOfType(Conflict.class).isThrownBy(() -> this.purges.purge(id, this.office.person(EVA)))
			.withMessage("Only a case that is decided or closed is purged.");
		close(id);

		assertThat(this.purges.purge(id, this.office.person(EVA))).isOne();
		assertThat(this.purges.purge(id, this.office.person(EVA))).isOne();

		assertThat(this.office.bean(Documents.class).bytes(raw(letter))).isNotEmpty();
	}

	private Letter asked(String inMail, String inFile) {
		var letter = Letter
			.of(DAN, List.of(BO), "Sag om " + UUID.randomUUID(),
					"Kære Bo\n\nKan du godkende vedlagte indstilling?\n\nBaggrunden er %s.\n\nDan".formatted(inMail),
					Bureau.now())
			.with("notat.txt", inFile);
		this.office.control().send(letter);
		await().atMost(Duration.ofSeconds(60)).until(() -> this.office.message(letter).path("case").isString());
		return letter;
	}

	private void close(CaseId id) {
		this.office.bean(Regroupings.class).close(id, this.office.person(EVA).id());
	}

	private List<DocumentId> files(Letter letter) {
		return this.database.query("select document from message_file where message = ? order by document",
				(row, _) -> DocumentId.of(row.getBytes(1)), this.office.message(letter).path("id").asString());
	}

	private DocumentId raw(Letter letter) {
		return DocumentId.of(Objects.requireNonNull(this.database.queryForObject("select raw from message where id = ?",
				byte[].class, this.office.message(letter).path("id").asString())));
	}

	/** Rows of all tables that hold the words, as text or as bytes, also in base64. */
	private List<String> found(String words) {
		var forms = List.of(words, HexFormat.of().formatHex(words.getBytes(StandardCharsets.UTF_8)),
				Base64.getEncoder().encodeToString(words.getBytes(StandardCharsets.UTF_8)).substring(0, 12));
		var rows = new ArrayList<String>();
		for (var table : this.database.query(TABLES, (row, _) -> row.getString(1))) {
			this.database.query(table, (row) -> {
				var text = row.getString(1);
				if (forms.stream().anyMatch(text::contains)) {
					rows.add(text);
				}
			});
		}
		return rows;
	}

	private String exported(CaseId id) throws IOException {
		var all = new StringBuilder();
		await().atMost(Duration.ofSeconds(60)).until(() -> Objects.requireNonNull(this.database.queryForObject("""
				select count(*) from entry e where e.type = 'case.purged' and e.stream = 'case/' || ?
					and e.at < (select max(at) from tree_head)
				""", Long.class, id.value())) != 0);
		try (var zip = new ZipInputStream(new ByteArrayInputStream(this.office.api().bytes("/journal/export")))) {
			while (zip.getNextEntry() != null) {
				all.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
			}
		}
		return all.toString();
	}

}
