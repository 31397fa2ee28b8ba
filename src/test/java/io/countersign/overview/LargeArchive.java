package io.countersign.overview;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Cases of two years, with mails and files whose words are as frequent and as rare as
 * those of a language, and as long and as short as such texts are.
 */
final class LargeArchive {

	/** Has a part in every third case. */
	static final String HEAD = "head@min.example";

	private static final int MAILS_IN_CASE = 10;

	private static final int PEOPLE = 100;

	private static final int BATCH = 1000;

	private static final int MAIL_WORDS = 80;

	private static final int FILE_WORDS = 400;

	private static final List<String> SYLLABLES = List.of("bor", "ger", "plan", "skat", "vej", "hav", "skov", "by",
			"råd", "lov", "sag", "mod", "ta", "ge", "for", "slag", "kon", "trakt", "til", "syn");

	private final JdbcClient database;

	private final int mails;

	private final int files;

	private final Random random;

	private final List<String> vocabulary;

	/** Those that will be asked for. */
	private final Map<Integer, String> mailTexts = new TreeMap<>();

	private final Map<Integer, String> fileTexts = new TreeMap<>();

	LargeArchive(JdbcClient database, int mails, int files, int questions, long seed) {
		this.database = database;
		this.mails = mails;
		this.files = files;
		this.random = new Random(seed);
		this.vocabulary = IntStream.range(0, 20_000).mapToObj((_) -> word()).toList();
		IntStream.range(0, questions).forEach((question) -> {
			this.mailTexts.put(mailNumber(question), "");
			this.fileTexts.put(fileNumber(question), "");
		});
	}

	/** The lower the number, the more frequent. */
	String word(int number) {
		return this.vocabulary.get(number);
	}

	String mail(int question) {
		return this.mailTexts.getOrDefault(mailNumber(question), "");
	}

	String mailId(int question) {
		return "msg_" + mailNumber(question);
	}

	String file(int question) {
		return this.fileTexts.getOrDefault(fileNumber(question), "");
	}

	String sha256(int question) {
		return "%064x".formatted(fileNumber(question));
	}

	String fileName(int question) {
		return name(fileNumber(question));
	}

	private int mailNumber(int question) {
		return (int) ((question * 104_729L) % this.mails);
	}

	private int fileNumber(int question) {
		return (int) ((question * 104_729L) % this.files);
	}

	private String name(int number) {
		return "%s_%s_%d.pdf".formatted(word(number % 900), word(900 + number % 11_000), number % 40);
	}

	void fill() {
		this.database
			.sql("""
					insert into case_file (id, number, title, type, language, state, holder_since, opened_by, mode, opened_at,
						changed_at)
					select 'cs_' || n, '2026-' || n, 'Sag ' || n, 'decision', 'da',
						(array['WAITING', 'DECIDED', 'CLOSED'])[1 + n % 3], now(), n, 'LIVE',
						'2025-01-01'::timestamptz + n * interval '1 year' * 2 / :cases, now()
					from generate_series(0, :cases - 1) n
					""")
			.param("cases", cases())
			.update();
		this.database.sql("""
				insert into participant (case_id, address, name, role, position)
				select 'cs_' || n, 'p' || n % :people || '@min.example', 'P', 'APPROVER', 1
				from generate_series(0, :cases - 1) n
				union all
				select 'cs_' || n, :head, 'Head', 'CC', 2 from generate_series(0, :cases - 1, 3) n
				""").param("people", PEOPLE).param("head", HEAD).param("cases", cases()).update();
		for (var from = 0; from < this.mails; from += BATCH) {
			mails(from, texts(from, Math.min(BATCH, this.mails - from), MAIL_WORDS, this.mailTexts));
		}
		for (var from = 0; from < this.files; from += BATCH) {
			files(from, texts(from, Math.min(BATCH, this.files - from), FILE_WORDS, this.fileTexts));
		}
		this.database.sql("vacuum analyze").update();
	}

	private int cases() {
		return this.mails / MAILS_IN_CASE;
	}

	private void mails(int from, String[] texts) {
		this.database.sql("""
				with said as (
					select 'msg_' || n as id, 'cs_' || n / :size as case_id, body,
						'2025-01-01'::timestamptz + n * interval '1 year' * 2 / :mails as at,
						case when n % 10 = 0 then 'CHAT' else 'MAIL' end as kind,
						'navn' || n % 997 || ' p' || n % 97 || '@min.example eva skov eva.skov@min.example' as people
					from (select :from + place - 1 as n, body from unnest(:texts) with ordinality as one (body, place))
				), blank as (
					insert into message (id, reason, digest, received_at, mode, kind, due_at)
					select id, '', id, at, 'LIVE', kind, null from said
				), read as (
					insert into mail (message, parsed) select id, '{}' from said
				), joined as (
					insert into case_message (message, case_id, reason) select id, case_id, '' from said
				)
				insert into mail_words (message, case_id, received_at, channel, subject, people, body)
				select id, case_id, at, kind, '', people, body from said
				""")
			.param("from", from)
			.param("size", MAILS_IN_CASE)
			.param("mails", this.mails)
			.param("texts", texts)
			.update();
	}

	private void files(int from, String[] texts) {
		var names = IntStream.range(from, from + texts.length).mapToObj(this::name).toArray(String[]::new);
		this.database.sql("""
				with said as (
					select lpad(to_hex(n), 64, '0') as id, 'cs_' || n % :cases as case_id, name, body,
						'msg_' || n % :cases * :size as message,
						'2025-01-01'::timestamptz + (n % :cases) * interval '1 year' * 2 / :cases as at
					from (select :from + place - 1 as n, name, body
						from unnest(:names, :texts) with ordinality as one (name, body, place))
				), kept as (
					insert into blob (sha256, size, bytes) select decode(id, 'hex'), 0, '' from said
				), filed as (
					insert into case_document (case_id, sha256, name, media_type, size, message, version, added_at)
					select case_id, id, name, 'application/pdf', 1, message, 1, at from said
				)
				insert into document (id, sha256, name, declared_type, root, depth, state, text, due_at)
				select id, decode(id, 'hex'), name, 'application/pdf', id, 0, 'READ', body, null from said
				""")
			.param("from", from)
			.param("cases", cases())
			.param("size", MAILS_IN_CASE)
			.param("names", names)
			.param("texts", texts)
			.update();
	}

	private String[] texts(int from, int count, int words, Map<Integer, String> kept) {
		IntFunction<String> text = (number) -> {
			var one = text(words);
			kept.computeIfPresent(number, (_, _) -> one);
			return one;
		};
		return IntStream.range(from, from + count).mapToObj(text).toArray(String[]::new);
	}

	/**
	 * Many are short and a few very long; the most frequent words stand in nearly all.
	 */
	private String text(int usual) {
		var words = 12 - (int) (Math.log(1 - this.random.nextDouble()) * usual);
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

}
