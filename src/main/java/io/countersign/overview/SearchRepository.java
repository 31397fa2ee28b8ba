package io.countersign.overview;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.countersign.cases.CaseRights;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Searches by PostgreSQL's full text search. Of each kind at most so many hits are ranked
 * as {@code candidates} says, those with the very phrase before all others.
 */
@Repository
class SearchRepository {

	private static final int CANDIDATES = 500;

	/** Marks are looked for in so much of a text. */
	private static final int SHOWN_OF = 50_000;

	private static final String ASKED = """
			with asked as materialized (
				select websearch_to_tsquery('danish', :words) || websearch_to_tsquery('english', :words) as words,
					phraseto_tsquery('danish', :words) || phraseto_tsquery('english', :words) as phrase
			)
			""";

	/** Of rows of {@code case_file} as {@code c}. */
	private static final String CASES = """
			select 'CASE' as kind, c.id as case_id, c.id as reference, c.title as name, '' as people, c.opened_at as at,
				c.words as words, c.title as body
			from asked, case_file c
			where c.words @@ asked.%1$s and %2$s
				and (:person = '' or exists (select from participant p where p.case_id = c.id
					and (position(:person in p.address) > 0 or position(:person in lower(p.name)) > 0)))
				and c.opened_at >= :from and c.opened_at < :to
			limit :candidates
			""";

	private static final String MESSAGES = """
			select 'MESSAGE', c.id, w.message, w.subject, w.people, m.received_at, w.words, w.body
			from asked, mail_words w
			join case_message cm on cm.message = w.message
			join message m on m.id = w.message
			join case_file c on c.id = cm.case_id
			where w.words @@ asked.%1$s and %2$s and position(:person in w.people) > 0
				and m.received_at >= :from and m.received_at < :to
			limit :candidates
			""";

	private static final String DOCUMENTS = """
			select 'DOCUMENT', c.id, d.sha256, d.name, '', d.added_at, d.words || coalesce(t.words, ''),
				coalesce(t.text, '')
			from asked, case_document d
			join case_file c on c.id = d.case_id
			%1$s
			where %2$s and %3$s
				and (:person = '' or exists (select from mail_words w where w.message = d.message
					and position(:person in w.people) > 0))
				and d.added_at >= :from and d.added_at < :to
			limit :candidates
			""";

	/** What was read in the file. */
	private static final String ITSELF = "left join document t on t.id = d.sha256";

	/** What was read in the files within the file. */
	private static final String WITHIN = "join document t on t.root = d.sha256 and t.depth > 0";

	private static final String BEST = """
			, best as materialized (
				select distinct on (hit.kind, hit.case_id, hit.reference) hit.*, c.number, c.title as case_title, c.language,
					ts_rank_cd(hit.words, asked.words) + case when hit.words @@ asked.phrase then 10 else 0 end as rank
				from asked, hit join case_file c on c.id = hit.case_id
				where (:state = '' or c.state = :state) and (:kind = '' or hit.kind = :kind)
			)
			select best.kind, case_id, number, case_title, language, reference, name, people, at,
				case when position(:begin in danish.passage) > 0 then danish.passage
					else ts_headline('english', left(body, :shown), asked.words, danish.marks) end as passage
			from asked, (select * from best order by rank desc, at desc, reference limit :limit) best
			cross join lateral (
				select marks, ts_headline('danish', left(body, :shown), asked.words, marks) as passage
				from (values ('StartSel="' || :begin || '", StopSel="' || :end
					|| '", MaxFragments=2, MaxWords=24, MinWords=8')) as how (marks)
			) danish
			order by rank desc, at desc, reference
			""";

	private final JdbcClient database;

	private final ZoneId zone;

	SearchRepository(JdbcClient database, OverviewSettings settings) {
		this.database = database;
		this.zone = settings.zone();
	}

	List<Hit> find(Map<String, Object> rights, SearchQuery query, int limit) {
		return this.database.sql(ASKED + ", hit as ((" + hits() + "))" + BEST)
			.param("words", query.words())
			.param("sha256", query.words().toLowerCase(Locale.ROOT))
			.param("person", query.person().map((some) -> some.toLowerCase(Locale.ROOT)).orElse(""))
			.param("state", query.state().map(Enum::name).orElse(""))
			.param("kind", query.kind().map(Enum::name).orElse(""))
			.param("from", start(query.from().orElse(LocalDate.EPOCH)))
			.param("to", start(query.to().map((last) -> last.plusDays(1)).orElse(LocalDate.of(9999, 1, 1))))
			.param("candidates", CANDIDATES)
			.param("shown", SHOWN_OF)
			.param("begin", String.valueOf(Passage.BEGIN))
			.param("end", String.valueOf(Passage.END))
			.param("limit", limit)
			.params(rights)
			.query(SearchRepository::hit)
			.list();
	}

	/** Each kind twice: where the very phrase stands, and where all the words do. */
	private static String hits() {
		return String.join(") union all (", CASES.formatted("phrase", CaseRights.SEEN),
				CASES.formatted("words", CaseRights.SEEN), MESSAGES.formatted("phrase", CaseRights.SEEN),
				MESSAGES.formatted("words", CaseRights.SEEN), documents(ITSELF, "d.words @@ asked.words"),
				documents(ITSELF, "d.sha256 = :sha256"), documents(ITSELF, "t.words @@ asked.phrase"),
				documents(ITSELF, "t.words @@ asked.words"), documents(WITHIN, "t.words @@ asked.words"));
	}

	private static String documents(String text, String condition) {
		return DOCUMENTS.formatted(text, condition, CaseRights.SEEN);
	}

	private OffsetDateTime start(LocalDate day) {
		return day.atStartOfDay(this.zone).toOffsetDateTime();
	}

	private static Hit hit(ResultSet row, int number) throws SQLException {
		return new Hit(Hit.Kind.valueOf(row.getString("kind")), row.getString("case_id"), row.getString("number"),
				row.getString("case_title"), row.getString("language"), row.getString("reference"),
				row.getString("name"), row.getString("people"), row.getObject("at", OffsetDateTime.class).toInstant(),
				Passage.of(text(row.getString("passage"))));
	}

	private static String text(@Nullable String passage) {
		return (passage != null) ? passage : "";
	}

}
