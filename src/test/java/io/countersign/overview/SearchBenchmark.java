package io.countersign.overview;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.Predicate;

import io.countersign.cases.CaseState;
import io.countersign.identity.Clearance;
import io.countersign.identity.EmailAddress;
import io.countersign.support.TestDatabase;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Search as people search, in a hundred thousand mails with thirty thousand files: by
 * somebody who may see everything, by a head of a third of the cases, and by somebody who
 * has a part in one of a hundred. {@code mvn -Pbench verify} prints it.
 */
final class SearchBenchmark {

	private static final int MAILS = Integer.getInteger("bench.search.mails", 100_000);

	private static final int FILES = Integer.getInteger("bench.search.files", 30_000);

	private static final int ROUNDS = Integer.getInteger("bench.search.rounds", 60);

	private static final long SEED = 20_261_126;

	private static final Clearance SEES_ALL = new Clearance(new EmailAddress("eva@min.example"), true);

	private static final Map<String, Clearance> READERS = readers();

	private final LargeArchive archive;

	private final Search search;

	private final JdbcClient database;

	private final List<Long> all = new ArrayList<>();

	private final List<Long> allWorked = new ArrayList<>();

	private SearchBenchmark(TestDatabase server) {
		this.database = server.client();
		this.archive = new LargeArchive(server.client(), MAILS, FILES, ROUNDS, SEED);
		this.search = Archive.search(server);
	}

	public static void main(String[] arguments) {
		var server = TestDatabase.fresh();
		var benchmark = new SearchBenchmark(server);
		benchmark.archive.fill();
		System.out.printf("%nSearch: %d mails, %d files, %d searches a row, seed %d, %s, database of %s%n%n", MAILS,
				FILES, ROUNDS, SEED, machine(), size(server.client()));
		System.out.printf("%-34s", "p50 / p95 ms (of the processor)");
		READERS.keySet().forEach((reader) -> System.out.printf(" %22s", reader));
		System.out.println();
		benchmark.run();
		System.exit(0);
	}

	private static Map<String, Clearance> readers() {
		var readers = new LinkedHashMap<String, Clearance>();
		readers.put("sees all", SEES_ALL);
		readers.put("sees a third", new Clearance(new EmailAddress(LargeArchive.HEAD), false));
		readers.put("sees one in a hundred", new Clearance(new EmailAddress("p7@min.example"), false));
		return readers;
	}

	private static String machine() {
		return "%d cores, Java %s".formatted(Runtime.getRuntime().availableProcessors(), Runtime.version().feature());
	}

	private static String size(JdbcClient database) {
		return database.sql("select pg_size_pretty(pg_database_size(current_database()))").query(String.class).single();
	}

	private void run() {
		row("a frequent word", (n) -> Asking.about(this.archive.word(n % 5)));
		row("two frequent words", (n) -> Asking.about(this.archive.word(n % 7) + " " + this.archive.word(7 + n % 11)));
		row("a word now and then", (n) -> Asking.about(this.archive.word(500 + 13 * n)));
		row("a rare word", (n) -> Asking.about(this.archive.word(19_000 - 29 * n)));
		row("two words in a row", (n) -> Asking.about(words(this.archive.mail(n), n, 2)));
		row("a frequent word, not another",
				(n) -> Asking.about(this.archive.word(n % 5) + " -" + this.archive.word(40 + n)));
		row("a frequent word and a person", (n) -> Asking.about(this.archive.word(n % 5)).with("navn" + n));
		row("a frequent word, only chats", (n) -> Asking.about(this.archive.word(n % 5)).by(SearchQuery.Channel.CHAT));
		row("a frequent word of one month",
				(n) -> Asking.about(this.archive.word(n % 5))
					.since("2025-%02d-01".formatted(1 + n % 12))
					.until("2025-%02d-28".formatted(1 + n % 12)));
		row("a person", (n) -> Asking.about("").with("navn" + n));
		row("closed cases of one month",
				(n) -> Asking.about("")
					.in(CaseState.CLOSED)
					.since("2025-%02d-01".formatted(1 + n % 12))
					.until("2025-%02d-28".formatted(1 + n % 12)));
		row("a file name", (n) -> Asking.about(this.archive.fileName(n)));
		row("a hash", (n) -> Asking.about(this.archive.sha256(n)));
		row("six words in a row of a mail", (n) -> Asking.about(words(this.archive.mail(n), n, 6)),
				(n) -> (hit) -> hit.reference().equals(this.archive.mailId(n)));
		row("six quoted words of a mail", (n) -> Asking.about('"' + words(this.archive.mail(n), n, 6) + '"'),
				(n) -> (hit) -> hit.reference().equals(this.archive.mailId(n)));
		row("six words in a row of a file", (n) -> Asking.about(words(this.archive.file(n), n, 6)),
				(n) -> (hit) -> hit.reference().equals(this.archive.sha256(n)));
		this.all.sort(null);
		this.allWorked.sort(null);
		System.out.printf("%-34s %s (%s)%n", "all of these", quantiles(this.all), quantiles(this.allWorked));
	}

	private void row(String name, IntFunction<Asking> question) {
		System.out.printf("%-34s", name);
		READERS.values().forEach((reader) -> System.out.printf(" %22s", times(reader, question)));
		System.out.println();
	}

	private void row(String name, IntFunction<Asking> question, IntFunction<Predicate<Hit>> right) {
		row(name, question);
		var first = 0;
		for (var round = 0; round < ROUNDS; round++) {
			var hits = this.search.find(SEES_ALL, question.apply(round).build()).hits();
			first += hits.stream().findFirst().filter(right.apply(round)).isPresent() ? 1 : 0;
		}
		System.out.printf("%-34s %d of %d%n", "  the right one came first", first, ROUNDS);
	}

	private String times(Clearance reader, IntFunction<Asking> question) {
		var times = new ArrayList<Long>();
		var worked = new ArrayList<Long>();
		var servants = servants();
		for (var round = -5; round < ROUNDS; round++) {
			var query = question.apply(Math.floorMod(round, ROUNDS)).build();
			var before = processorTime(servants);
			var began = System.nanoTime();
			this.search.find(reader, query);
			if (round >= 0) {
				times.add(System.nanoTime() - began);
				worked.add(processorTime(servants) - before);
			}
		}
		this.all.addAll(times);
		this.allWorked.addAll(worked);
		times.sort(null);
		worked.sort(null);
		return "%s (%s)".formatted(quantiles(times), quantiles(worked));
	}

	/** The server's processes that answer us, where Linux tells of them. */
	private List<Path> servants() {
		return this.database.sql("select pid from pg_stat_activity where datname = current_database()")
			.query((row, _) -> Path.of("/proc", row.getString("pid"), "schedstat"))
			.list()
			.stream()
			.filter(Files::isReadable)
			.toList();
	}

	/** In nanoseconds; of one that has ended, nothing. */
	private static long processorTime(List<Path> servants) {
		var sum = 0L;
		for (var servant : servants) {
			try {
				sum += Files.exists(servant) ? Long.parseLong(Files.readString(servant).split(" ")[0]) : 0;
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
		return sum;
	}

	private static String quantiles(List<Long> sorted) {
		return "%.0f / %.0f".formatted(sorted.get(sorted.size() / 2) / 1e6, sorted.get(sorted.size() * 95 / 100) / 1e6);
	}

	/** Some words in a row. */
	private static String words(String text, int question, int count) {
		var words = text.split(" ");
		var from = (question * 7) % (words.length - count);
		return String.join(" ", Arrays.copyOfRange(words, from, from + count));
	}

}
