package io.countersign.pages;

import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.microsoft.playwright.options.Cookie;
import com.sun.management.OperatingSystemMXBean;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.awaitility.Awaitility.await;

/**
 * The board with ten thousand open cases and with a hundred thousand: how long the server
 * takes, and what open boards cost. {@code mvn -Pbench verify} prints it.
 */
final class BoardBenchmark {

	private static final int WARM_UP = 50;

	private static final int ROUNDS = 60;

	private static final int OPEN_BOARDS = 200;

	private static final Pattern RUNNING = Pattern.compile("data-running=\"([^ ]+) ");

	private final House house = House.open();

	private final HttpClient client = HttpClient.newHttpClient();

	private final String session = signIn();

	private BoardBenchmark() {
	}

	/** How many cases there are to be, each step more than the one before. */
	public static void main(String[] arguments) {
		var benchmark = new BoardBenchmark();
		System.out.printf("%n%10s %16s %16s %16s %12s %16s %16s%n", "cases", "board p50 ms", "board p95 ms",
				"board CPU ms", "page kB", "filter p95 ms", "search p95 ms");
		for (var cases : arguments) {
			benchmark.measure(Integer.parseInt(cases));
		}
		benchmark.openBoards();
		benchmark.house.close();
		System.exit(0);
	}

	private void measure(int cases) {
		fill(cases);
		await().atMost(Duration.ofMinutes(5)).pollInterval(Duration.ofSeconds(2)).until(() -> shown() >= cases);
		var board = times("/", false);
		var cpu = cpu(() -> times("/", false));
		var filter = times("/?due=over&group=holder", true);
		var search = times("/?q=havnegade+17", true);
		System.out.printf("%10d %16.0f %16.0f %16.0f %12d %16.0f %16.0f%n", cases, quantile(board, 50),
				quantile(board, 95), cpu, get("/", false).body().length() / 1000, quantile(filter, 95),
				quantile(search, 95));
	}

	/**
	 * What was put in behind the product's back is seen when the board reads all anew.
	 */
	private int shown() {
		var running = RUNNING.matcher(get("/", true).body());
		return running.find() ? Integer.parseInt(running.group(1).replaceAll("\\D", "")) : 0;
	}

	/**
	 * What the heap holds once nothing more can be thrown away, without and with boards.
	 */
	private void openBoards() {
		var before = heap();
		var open = IntStream.range(0, OPEN_BOARDS)
			.mapToObj((_) -> this.client.sendAsync(request("/board/changes", false), BodyHandlers.ofInputStream()))
			.toList();
		open.forEach((one) -> one.orTimeout(30, TimeUnit.SECONDS).join());
		var first = heap();
		pause(Duration.ofSeconds(60));
		System.out.printf("%nheap: %d MB, with %d open boards %d MB, a minute later %d MB%n", before, OPEN_BOARDS,
				first, heap());
	}

	private List<Double> times(String path, boolean fragment) {
		Stream.generate(() -> get(path, fragment)).limit(WARM_UP).forEach(BoardBenchmark::check);
		var times = new ArrayList<Double>();
		for (int round = 0; round < ROUNDS; round++) {
			var started = System.nanoTime();
			check(get(path, fragment));
			times.add((System.nanoTime() - started) / 1e6);
		}
		return times;
	}

	/**
	 * What one of so many boards costs this process, whoever else uses the machine; the
	 * database works in processes of its own.
	 */
	private static double cpu(Runnable boards) {
		var process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
		var before = process.getProcessCpuTime();
		boards.run();
		return (process.getProcessCpuTime() - before) / 1e6 / (WARM_UP + ROUNDS);
	}

	private void fill(int cases) {
		var database = this.house.bean(JdbcClient.class);
		database
			.sql("""
					insert into person (address, name, level, unit)
					select 'p' || n || '@min.example', 'Person ' || n,
						(array['CASE_WORKER', 'CASE_WORKER', 'HEAD_OF_UNIT', 'HEAD_OF_DEPARTMENT'])[n % 4 + 1], 'Kontor ' || n % 30
					from generate_series(1, 400) n on conflict do nothing
					""")
			.update();
		database
			.sql("""
					insert into case_file (id, number, title, type, language, state, holder, holder_since, deadline_at,
						deadline_certain, deadline_zone, opened_by, mode, opened_at, changed_at)
					select 'cs_' || n, '2026-' || lpad(n::text, 6, '0'), 'Lejekontrakt for Havnegade ' || n, 'decision', 'da',
						'WAITING', p.address, now() - n % 20 * interval '1 day', now() + (n % 40 - 4) * interval '1 day', true,
						'Europe/Copenhagen', 'm_' || n, 'LIVE', now() - n % 30 * interval '1 day', now()
					from generate_series(1, :cases) as n
					join (select address, row_number() over (order by address) - 1 as place from person) p
						on p.place = n % (select count(*) from person)
					on conflict do nothing
					""")
			.param("cases", cases)
			.update();
		database.sql("""
				insert into participant (case_id, address, name, role, position)
				select id, 'dan.friis@min.example', 'Dan Friis', 'REQUESTER', 0 from case_file
				union all select id, holder, 'Leder', 'APPROVER', 1 from case_file
				on conflict do nothing
				""").update();
		database.sql("""
				insert into case_message (message, case_id, reason)
				select opened_by, id, 'It opened this case.' from case_file on conflict do nothing
				""").update();
		database.sql("""
				insert into ask (id, case_id, message, approver, revision, documents, text_sha256, state, asked_at)
				select 'ask_' || id, id, opened_by, holder, 1, '{}', '', 'OPEN', opened_at from case_file
				on conflict do nothing
				""").update();
		database.sql("vacuum analyze").update();
	}

	private HttpResponse<String> get(String path, boolean fragment) {
		try {
			return this.client.send(request(path, fragment), BodyHandlers.ofString());
		}
		catch (Exception ex) {
			throw new AssertionError(ex);
		}
	}

	private HttpRequest request(String path, boolean fragment) {
		var request = HttpRequest.newBuilder(URI.create(this.house.uri() + path)).header("Cookie", this.session);
		return (fragment ? request.header("HX-Request", "true") : request).build();
	}

	private static void check(HttpResponse<String> answer) {
		if (answer.statusCode() != 200 || !answer.body().contains("board-live")) {
			throw new AssertionError("No board but " + answer.statusCode());
		}
	}

	/** By the browser, because the way to the session leads over the provider's page. */
	private String signIn() {
		try (var window = new Window(this.house.uri())) {
			return window.of(Staff.EVA, "da")
				.page()
				.context()
				.cookies()
				.stream()
				.map((Cookie cookie) -> cookie.name + "=" + cookie.value)
				.reduce((one, other) -> one + "; " + other)
				.orElseThrow();
		}
	}

	private static double quantile(List<Double> times, int percent) {
		return times.stream().sorted().toList().get((int) Math.ceil(percent * times.size() / 100.0) - 1);
	}

	private static long heap() {
		for (int round = 0; round < 3; round++) {
			System.gc();
			pause(Duration.ofMillis(300));
		}
		var runtime = Runtime.getRuntime();
		return (runtime.totalMemory() - runtime.freeMemory()) / 1_000_000;
	}

	private static void pause(Duration time) {
		try {
			Thread.sleep(time);
		}
		catch (InterruptedException ex) {
			throw new AssertionError(ex);
		}
	}

}
