package io.countersign.overview;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.countersign.identity.Clearance;
import io.countersign.identity.EmailAddress;
import io.countersign.support.TestDatabase;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Search in a hundred thousand mails with thirty thousand files, of which a reader
 * without a role may see one case in a hundred. {@code mvn -Pbench verify} prints it.
 */
final class SearchBenchmark {

	private static final int MAILS = Integer.getInteger("bench.search.mails", 100_000);

	private static final int FILES = Integer.getInteger("bench.search.files", 30_000);

	private static final int MAILS_IN_CASE = 10;

	private static final int PEOPLE = 100;

	private static final int ROUNDS = 100;

	private static final long SEED = 20_261_126;

	private static final int BATCH = 1000;

	private static final List<String> SYLLABLES = List.of("bor", "ger", "plan", "skat", "vej", "hav", "skov", "by",
			"råd", "lov", "sag", "mod", "ta", "ge", "for", "slag", "kon", "trakt", "til", "syn");

	private static final Clearance EVERYTHING = new Clearance(new EmailAddress("eva@min.example"), true);

	private static final Clearance READER = new Clearance(new EmailAddress("p7@min.example"), false);

	private final JdbcClient database = TestDatabase.fresh().client();

	private final Random random = new Random(SEED);

	private final List<String> vocabulary = IntStream.range(0, 20_000).mapToObj((_) -> word()).toList();

	private final List<String> mails = new ArrayList<>();

	private final Search search = new Search(
			new SearchRepository(this.database, new OverviewSettings(ZoneId.of("Europe/Copenhagen"), 2, List.of(),
					Duration.ofMinutes(10), Duration.ofDays(3))),
			(_) -> Map.of());

	private SearchBenchmark() {
	}

	public static void main(String[] arguments) {
		var benchmark = new SearchBenchmark();
		benchmark.fill();
		System.out.printf("%nSearch: %d mails, %d files, %d questions a row, seed %d%n%n%-40s %10s %10s%n", MAILS,
				FILES, ROUNDS, SEED, "", "p50 ms", "p95 ms");
		benchmark.row("two words", EVERYTHING, (n) -> benchmark.words(n, 2));
		benchmark.row("two words, own cases", READER, (n) -> benchmark.words(n, 2));
		benchmark.row("one common word", EVERYTHING, (n) -> benchmark.vocabulary.get(n % 5));
		benchmark.row("one common word, own cases", READER, (n) -> benchmark.vocabulary.get(n % 5));
		benchmark.phrases();
		System.exit(0);
	}

	private void phrases() {
		var first = new int[1];
		row("a phrase of six words", EVERYTHING, (n) -> words(n, 6),
				(n, hits) -> first[0] += hits.stream()
					.findFirst()
					.filter((hit) -> hit.reference().equals("msg_" + mail(n)))
					.isPresent() ? 1 : 0);
		System.out.printf("the mail with the phrase came first: %d of %d%n", first[0], ROUNDS);
	}

	/** Some words in a row of the mail this question is about. */
	private String words(int question, int count) {
		var words = this.mails.get(mail(question)).split(" ");
		var from = (question * 7) % (words.length - count);
		return String.join(" ", Arrays.copyOfRange(words, from, from + count));
	}

	private static int mail(int question) {
		return (int) ((question * 104_729L) % MAILS);
	}

	private void row(String name, Clearance reader, IntFunction<String> question) {
		row(name, reader, question, (_, _) -> {
		});
	}

	private void row(String name, Clearance reader, IntFunction<String> question, Found found) {
		var times = new ArrayList<Long>();
		for (var round = -ROUNDS / 5; round < ROUNDS; round++) {
			var query = new SearchQuery(question.apply(Math.abs(round)), Optional.empty(), Optional.empty(),
					Optional.empty(), Optional.empty(), Optional.empty());
			var began = System.nanoTime();
			var hits = this.search.find(reader, query);
			if (round >= 0) {
				times.add(System.nanoTime() - began);
				found.take(round, hits);
			}
		}
		times.sort(null);
		System.out.printf("%-40s %10.0f %10.0f%n", name, times.get(ROUNDS / 2) / 1e6,
				times.get(ROUNDS * 95 / 100) / 1e6);
	}

	private void fill() {
		var cases = MAILS / MAILS_IN_CASE;
		this.database
			.sql("""
					insert into case_file (id, number, title, type, language, state, holder_since, opened_by, mode, opened_at,
						changed_at)
					select 'cs_' || n, '2026-' || n, 'Sag ' || n, 'decision', 'da', 'WAITING', now(), n, 'LIVE', now(), now()
					from generate_series(0, ? - 1) n
					""")
			.param(cases)
			.update();
		this.database.sql("""
				insert into participant (case_id, address, name, role, position)
				select 'cs_' || n, 'p' || n % ? || '@min.example', 'P', 'APPROVER', 1 from generate_series(0, ? - 1) n
				""").params(PEOPLE, cases).update();
		IntStream.range(0, MAILS).forEach((_) -> this.mails.add(text(80)));
		for (var from = 0; from < MAILS; from += BATCH) {
			mails(from, this.mails.subList(from, Math.min(MAILS, from + BATCH)));
		}
		for (var from = 0; from < FILES; from += BATCH) {
			files(from, IntStream.range(0, Math.min(BATCH, FILES - from)).mapToObj((_) -> text(400)).toList());
		}
		this.database.sql("vacuum analyze").update();
	}

	private void mails(int from, List<String> texts) {
		this.database
			.sql("""
					with said as (
						select 'msg_' || (:from + n - 1) as id, 'cs_' || (:from + n - 1) / :size as case_id, body
						from unnest(:texts) with ordinality as one (body, n)
					), blank as (
						insert into message (id, reason, digest, received_at, mode) select id, '', id, now(), 'LIVE' from said
					), read as (
						insert into mail (message, parsed) select id, '{}' from said
					), joined as (
						insert into case_message (message, case_id, reason) select id, case_id, '' from said
					)
					insert into mail_words (message, subject, people, body) select id, '', 'p@min.example', body from said
					""")
			.param("from", from)
			.param("size", MAILS_IN_CASE)
			.param("texts", texts.toArray(String[]::new))
			.update();
	}

	private void files(int from, List<String> texts) {
		this.database
			.sql("""
					with said as (
						select lpad(to_hex(:from + n - 1), 64, '0') as id, 'cs_' || (:from + n - 1) % :cases as case_id, body
						from unnest(:texts) with ordinality as one (body, n)
					), kept as (
						insert into blob (sha256, size, bytes) select decode(id, 'hex'), 0, '' from said
					), filed as (
						insert into case_document (case_id, sha256, name, media_type, size, message, version)
						select case_id, id, 'fil.pdf', 'application/pdf', 1, 'msg_0', 1 from said
					)
					insert into document (id, sha256, name, declared_type, root, depth, state, text)
					select id, decode(id, 'hex'), 'fil.pdf', 'application/pdf', id, 0, 'READ', body from said
					""")
			.param("from", from)
			.param("cases", MAILS / MAILS_IN_CASE)
			.param("texts", texts.toArray(String[]::new))
			.update();
	}

	/** Words as seldom as in a language: the second half as often as the first. */
	private String text(int words) {
		return IntStream.range(0, words)
			.mapToObj(
					(_) -> this.vocabulary.get((int) (Math.pow(this.random.nextDouble(), 3) * this.vocabulary.size())))
			.collect(Collectors.joining(" "));
	}

	private String word() {
		return IntStream.rangeClosed(0, 1 + this.random.nextInt(3))
			.mapToObj((_) -> SYLLABLES.get(this.random.nextInt(SYLLABLES.size())))
			.collect(Collectors.joining());
	}

	private interface Found {

		void take(int round, List<Hit> hits);

	}

}
