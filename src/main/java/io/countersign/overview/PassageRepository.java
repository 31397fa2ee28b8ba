package io.countersign.overview;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import io.countersign.cases.CaseRights;
import io.countersign.identity.Clearance;
import io.countersign.identity.EmailAddress;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what is shown of the best hits, and of nothing that the reader may not see. */
@Repository
class PassageRepository {

	/** A place is looked for in so much of a text, from the piece on that says most. */
	private static final int SEARCHED = 200_000;

	/** What is shown is chosen from so much around it. */
	private static final int AROUND = 1_000;

	private static final String SHOWN = """
			with best as (
				select * from unnest(:kinds::text[], :cases::text[], :references::text[], :texts::text[])
					with ordinality as one (kind, case_id, reference, text, place)
			), asked as materialized (
				select websearch_to_tsquery('danish', :words) || websearch_to_tsquery('english', :words) as words,
					phraseto_tsquery('danish', :phrase) || phraseto_tsquery('english', :phrase) as phrase,
					tsvector_to_array(to_tsvector('danish', :words) || to_tsvector('english', :words)) as stems,
					'StartSel="' || :begin || '", StopSel="' || :end || '", MaxFragments=2, MaxWords=24, MinWords=8' as marks
			), found as materialized (
				select best.*, c.number, c.title as case_title, c.language, coalesce(w.subject, d.name, c.title) as name, part.name as inner_name,
					coalesce(w.people, '') as people, coalesce(w.received_at, d.came_at, c.opened_at) as at,
					case best.kind when 'MESSAGE' then left(w.body, :searched)
						when 'DOCUMENT' then coalesce(substr(t.text, place.begins, :searched), '') else c.title end as body
				from best
				join case_file c on c.id = best.case_id
				left join mail_words w on best.kind = 'MESSAGE' and w.message = best.reference and w.case_id = c.id
				left join lateral (
					select name, came_at from case_document d
					where best.kind = 'DOCUMENT' and d.case_id = c.id and d.sha256 = best.reference
					order by ts_rank_cd(d.words, (select words from asked)) desc, name limit 1
				) d on true
				left join lateral (
					select p.name from document_part p
					where best.kind = 'DOCUMENT' and best.text <> best.reference and p.child = best.text
						and (p.parent = best.reference or exists (
							select from document_within i where i.holder = best.reference and i.held = p.parent))
					order by ts_rank_cd(p.words, (select words from asked)) desc, p.name limit 1
				) part on true
				left join document t on best.kind = 'DOCUMENT' and t.id = best.text
				left join lateral (
					select begins from (
						select 1 as begins, t.words union all
						select p.begins, p.words from document_piece p where p.document = t.id) piece
					order by words @@ (select phrase from asked) desc, ts_rank_cd(words, (select words from asked)) desc, begins
					limit 1
				) place on true
				where %s and (best.kind = 'CASE' or w.message is not null or d.name is not null)
			), piece as materialized (
				select found.*, substr(body, greatest(1, coalesce(phrase.at, stem.at, 1) - 200), :around) as around
				from found
				cross join lateral (
					select case when :phrase <> '' then nullif(strpos(lower(body), :phrase), 0) end as at
				) phrase
				cross join lateral (
					select min(nullif(strpos(lower(body), one), 0)) as at
					from asked, unnest(asked.stems) as one where phrase.at is null
				) stem
			)
			select kind, case_id, number, case_title, language, reference, text, name, inner_name, people, at,
				case when position(:begin in danish.passage) > 0 then danish.passage
					else ts_headline('english', around, asked.words, asked.marks) end as passage
			from asked, piece cross join lateral (select ts_headline('danish', around, asked.words, asked.marks) as passage) danish
			order by place
			"""
		.formatted(CaseRights.SEEN);

	private final JdbcClient database;

	PassageRepository(JdbcClient database) {
		this.database = database;
	}

	List<Hit> show(Optional<EmailAddress> reader, SearchQuery query, List<Candidate> best) {
		return this.database.sql(SHOWN)
			.param("kinds", column(best, (one) -> one.kind().name()))
			.param("cases", column(best, Candidate::caseId))
			.param("references", column(best, Candidate::reference))
			.param("texts", column(best, Candidate::text))
			.param("words", query.words())
			.param("phrase", Terms.of(query.words()).phrase().orElse(""))
			.param("searched", SEARCHED)
			.param("around", AROUND)
			.param("begin", String.valueOf(Passage.BEGIN))
			.param("end", String.valueOf(Passage.END))
			.params(reader.map((person) -> CaseRights.of(new Clearance(person, false))).orElse(CaseRights.EVERYTHING))
			.query(PassageRepository::hit)
			.list();
	}

	private static String[] column(List<Candidate> best, Function<Candidate, String> column) {
		return best.stream().map(column).toArray(String[]::new);
	}

	private static Hit hit(ResultSet row, int number) throws SQLException {
		return new Hit(Hit.Kind.valueOf(row.getString("kind")), row.getString("case_id"), row.getString("number"),
				row.getString("case_title"), row.getString("language"), row.getString("reference"),
				row.getString("text"), row.getString("name"), Optional.ofNullable(row.getString("inner_name")),
				row.getString("people"), row.getObject("at", OffsetDateTime.class).toInstant(),
				Passage.of(text(row.getString("passage"))));
	}

	private static String text(@Nullable String passage) {
		return (passage != null) ? passage : "";
	}

}
