package io.countersign.overview;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What leaves out hits whatever their words are: the reader's rights first. Only
 * conditions that were asked for stand in a statement, so that each is planned for what
 * it is.
 */
final class Narrowing {

	private static final String SENT = """
			exists (select from (
					select d.message union select f.message from message_file f where f.document = decode(d.sha256, 'hex')) sent
				join mail_words w on w.message = sent.message where w.case_id = d.case_id %s)""";

	/**
	 * Only where the reader has no right to all cases; holds for none that he has not.
	 */
	private final Optional<List<String>> mine;

	private final SearchQuery query;

	private final ZoneId zone;

	Narrowing(Optional<List<String>> mine, SearchQuery query, ZoneId zone) {
		this.mine = mine;
		this.query = query;
		this.zone = zone;
	}

	boolean hasKind(Hit.Kind kind) {
		return this.query.kind().filter((wanted) -> wanted != kind).isEmpty();
	}

	boolean hasChannel() {
		return this.query.channel().isPresent();
	}

	/**
	 * To go behind another condition; {@code c}, {@code w} and {@code d} are the rows.
	 */
	String cases() {
		var conditions = common("c.id", "c.opened_at");
		this.query.state().ifPresent((_) -> conditions.add("c.state = :state"));
		this.query.person()
			.ifPresent((_) -> conditions
				.add("""
						exists (select from participant p where p.case_id = c.id
							and to_tsvector('simple', regexp_replace(lower(p.name || ' ' || p.address), '[^[:alnum:]]+', ' ', 'g'))
								@@ :person::tsquery)"""));
		return joined(conditions);
	}

	String messages() {
		var conditions = common("w.case_id", "w.received_at");
		state(conditions, "w.case_id");
		conditions.addAll(party());
		return joined(conditions);
	}

	/**
	 * A file counts by each message that has brought it into the case, not only by the
	 * first. The time of that one is what the index knows.
	 */
	String documents() {
		var conditions = rights("d.case_id");
		state(conditions, "d.case_id");
		this.query.to().ifPresent((_) -> conditions.add("d.came_at < :to"));
		var party = party();
		if (!party.isEmpty()) {
			party.addAll(times("w.received_at"));
			conditions.add(SENT.formatted(joined(party)));
		}
		else if (this.query.from().isPresent()) {
			conditions.add("(d.came_at >= :from or %s)".formatted(SENT.formatted(joined(times("w.received_at")))));
		}
		return joined(conditions);
	}

	private List<String> common(String caseId, String at) {
		var conditions = rights(caseId);
		conditions.addAll(times(at));
		return conditions;
	}

	private List<String> rights(String caseId) {
		var conditions = new ArrayList<String>();
		this.mine.ifPresent((_) -> conditions.add(caseId + " = any(:mine)"));
		return conditions;
	}

	private List<String> times(String at) {
		var conditions = new ArrayList<String>();
		this.query.from().ifPresent((_) -> conditions.add(at + " >= :from"));
		this.query.to().ifPresent((_) -> conditions.add(at + " < :to"));
		return conditions;
	}

	private void state(List<String> conditions, String caseId) {
		this.query.state()
			.ifPresent((_) -> conditions
				.add("exists (select from case_file c where c.id = %s and c.state = :state)".formatted(caseId)));
	}

	private List<String> party() {
		var conditions = new ArrayList<String>();
		this.query.channel().ifPresent((_) -> conditions.add("w.channel = :channel"));
		this.query.person().ifPresent((_) -> conditions.add("w.parties @@ :person::tsquery"));
		return conditions;
	}

	private static String joined(List<String> conditions) {
		return conditions.isEmpty() ? "" : "and " + String.join(" and ", conditions);
	}

	/** What the conditions need to know. */
	Map<String, Object> values() {
		var values = new HashMap<String, Object>();
		this.mine.ifPresent((cases) -> values.put("mine", cases.toArray(String[]::new)));
		this.query.state().ifPresent((state) -> values.put("state", state.name()));
		this.query.channel().ifPresent((channel) -> values.put("channel", channel.name()));
		this.query.person().ifPresent((person) -> values.put("person", Terms.beginnings(person)));
		this.query.from().ifPresent((day) -> values.put("from", start(day)));
		this.query.to().ifPresent((day) -> values.put("to", start(day.plusDays(1))));
		return values;
	}

	private OffsetDateTime start(LocalDate day) {
		return day.atStartOfDay(this.zone).toOffsetDateTime();
	}

}
