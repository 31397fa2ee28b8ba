package io.countersign.overview;

import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.countersign.cases.CaseRights;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * The running cases as the database sees them for one reader: each with its stage, level,
 * unit and distance to its deadline, and only those he asked for. Counting and choosing
 * happens there, so that a page costs what it shows.
 */
final class Placed {

	/** Words have to be few: each is looked for in every running case. */
	private static final int MOST_WORDS = 8;

	private static final String RUNNING = """
			with running as (
				select c.id, c.number, c.title, c.holder_since < :slow as slow,
					case when c.deadline_certain then c.deadline_at end as deadline,
					coalesce(p.set_name, p.name, h.name, c.holder, '') as holder,
					coalesce(p.set_level, p.level, '') as level, coalesce(p.set_unit, p.unit, '') as unit,
					case when c.state <> 'WAITING' then 'FILED'
						when h.role = 'REQUESTER' or exists (select from task t where t.case_id = c.id) then 'PREPARED'
						when exists (select from ask a where a.case_id = c.id and a.state = 'OPEN') then 'DECIDE'
						else 'DETECTED' end as stage
				from case_file c
				left join person p on p.address = c.holder
				left join participant h on h.case_id = c.id and h.address = c.holder
				where (c.state = 'WAITING' or (c.state = 'DECIDED' and c.changed_at > :decided)) and %s
			), placed as (
				select *, case when stage = 'FILED' then 'DONE' when deadline is null then 'NONE'
						when deadline < :now then 'OVER' when deadline < :tomorrow then 'TODAY'
						when deadline < :later then 'SOON' else 'LATER' end as due
				from running
			)
			""".formatted(CaseRights.SEEN);

	static final String URGENCY = "due = 'DONE', case when due <> 'DONE' then deadline end nulls last, number";

	private final JdbcClient database;

	private final DueScale.Steps steps;

	private final BoardScope scope;

	Placed(JdbcClient database, DueScale.Steps steps, BoardScope scope) {
		this.database = database;
		this.steps = steps;
		this.scope = scope;
	}

	/** All that runs. */
	StatementSpec all(String select) {
		return bound(RUNNING + select);
	}

	/**
	 * What the reader asked for.
	 * @param select from what is called {@code shown}
	 */
	StatementSpec shown(BoardQuery query, String select) {
		var words = words(query);
		return bound(RUNNING + ", shown as (select *, " + heading(query.group()) + " as heading from placed where "
				+ admitted(query, words.size()) + ")\n" + select)
			.param("due", query.due().map(Enum::name).orElse(""))
			.param("unit", query.unit().orElse(""))
			.params(numbered(words));
	}

	private StatementSpec bound(String sql) {
		return this.database.sql(sql)
			.param("now", this.steps.now().atOffset(ZoneOffset.UTC))
			.param("tomorrow", this.steps.tomorrow().atOffset(ZoneOffset.UTC))
			.param("later", this.steps.later().atOffset(ZoneOffset.UTC))
			.param("slow", this.steps.slow().atOffset(ZoneOffset.UTC))
			.param("decided", this.scope.decidedSince().atOffset(ZoneOffset.UTC))
			.params(CaseRights.of(this.scope.clearance()));
	}

	private static String heading(BoardQuery.Grouping group) {
		return group.name().toLowerCase(Locale.ROOT);
	}

	private static String admitted(BoardQuery query, int words) {
		var sql = new StringBuilder("(:due = '' or due = :due) and (:unit = '' or unit = :unit)");
		if (query.flags().contains(Flag.SLOW)) {
			sql.append(" and slow and stage <> 'FILED'");
		}
		if (query.flags().contains(Flag.RETUR)) {
			sql.append("""
					 and stage <> 'FILED' and exists (select from verdict v
						where v.case_id = placed.id and v.state = 'ACTIVE' and v.outcome = 'RETURNED')
					""");
		}
		if (query.flags().contains(Flag.HASTER)) {
			sql.append(" and stage <> 'FILED' and title ~* '\\m(haster|hastesag|hastende|urgent|asap)\\M'");
		}
		for (int word = 0; word < words; word++) {
			sql.append("""
					 and strpos(lower(concat_ws(' ', number, title, holder, unit, (select t.description from task t
						where t.case_id = placed.id order by t.id limit 1)) collate "pg_c_utf8"), :word%d) > 0
					""".formatted(word));
		}
		return sql.toString();
	}

	private static List<String> words(BoardQuery query) {
		return Arrays.stream(query.words().toLowerCase(Locale.ROOT).split("\\s+"))
			.filter((word) -> !word.isEmpty())
			.limit(MOST_WORDS)
			.toList();
	}

	private static Map<String, String> numbered(List<String> words) {
		var numbered = new HashMap<String, String>();
		words.forEach((word) -> numbered.put("word" + numbered.size(), word));
		return numbered;
	}

}
