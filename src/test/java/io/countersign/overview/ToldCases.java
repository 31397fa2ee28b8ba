package io.countersign.overview;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import io.countersign.support.TestDatabase;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;

/** What people did with cases, as the journal tells it, and the insights into it. */
abstract class ToldCases {

	private static final ZoneId COPENHAGEN = ZoneId.of("Europe/Copenhagen");

	static final Instant NOW = Instant.parse("2026-11-23T08:42:00Z");

	private static final Clock CLOCK = Clock.fixed(NOW, COPENHAGEN);

	static final String ANNA = "anna.holm@min.example";

	static final String CLARA = "clara.juhl@min.example";

	static final String DAN = "dan.friis@min.example";

	final JdbcClient database = TestDatabase.fresh().client();

	final Insights insights = new Insights(new TaleRepository(this.database),
			new DueScale(new OverviewSettings(COPENHAGEN, 2, List.of(), Duration.ofMinutes(10), Duration.ofDays(3)),
					DueLimits.OF_THE_CALENDAR, CLOCK),
			CLOCK);

	private int sequence;

	void people() {
		for (var person : List.of(List.of(ANNA, "Anna Holm", "Ministeren", "MINISTER"),
				List.of(CLARA, "Clara Juhl", "Økonomi", "HEAD_OF_UNIT"),
				List.of(DAN, "Dan Friis", "Jura", "CASE_WORKER"))) {
			this.database.sql("insert into person (address, name, unit, level) values (:address, :name, :unit, :level)")
				.param("address", person.get(0))
				.param("name", person.get(1))
				.param("unit", person.get(2))
				.param("level", person.get(3))
				.update();
		}
	}

	void opened(int number, Instant at, @Nullable Instant deadline) {
		opened(number, at, deadline, DAN);
	}

	void opened(int number, Instant at, @Nullable Instant deadline, String requester) {
		entry(number, at, "case.opened", (deadline != null) ? Map.of("deadline", deadline.toString()) : Map.of());
		entry(number, at, "participant.changed", Map.of("address", requester, "role", "REQUESTER", "name", "Dan"));
	}

	void asked(int number, Instant at, String approver, int revision) {
		entry(number, at, "request.sent",
				Map.of("ask", "ask_%d_%d".formatted(number, revision), "approver", approver, "revision", revision));
	}

	void holder(int number, Instant at, String holder) {
		entry(number, at, "holder.changed", Map.of("holder", holder, "reason", "A verdict was given."));
	}

	void checking(int number, Instant at, String holder) {
		entry(number, at, "holder.changed",
				Map.of("holder", holder, "reason", "Er tallene rigtige?", "checking", true));
	}

	void work(int number, Instant at, String type, String task, String state) {
		entry(number, at, type, Map.of("task", task, "assignee", CLARA, "what", "Lav et notat", "state", state));
	}

	void answered(int number, Instant at, String outcome, int revision) {
		entry(number, at, "verdict.recorded", Map.of("verdict", Map.of("outcome", outcome, "request",
				"ask_%d_%d".formatted(number, revision), "method", (number % 3 == 0) ? "page" : "mail_reply")));
	}

	private void entry(int number, Instant at, String type, Map<String, ?> data) {
		this.sequence++;
		this.database.sql("""
				insert into entry (stream, sequence, type, event_id, at, actor, mode, data, previous, hash)
				values (:stream, :sequence, :type, :id, :at, 'system', 'live', :data::jsonb, '', '')
				""")
			.param("stream", "case/cs_" + number)
			.param("sequence", this.sequence)
			.param("type", type)
			.param("id", "ev_" + this.sequence)
			.param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
			.param("data", new JsonMapper().writeValueAsString(data))
			.update();
	}

}
