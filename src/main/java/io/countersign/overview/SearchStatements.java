package io.countersign.overview;

/**
 * How candidates are found. A frequent word is soon found among the newest, where nothing
 * else needs to be looked at; a rare one by the index. Of each kind the newest
 * {@code :most} are compared, and beside them the newest that have the words side by
 * side.
 */
final class SearchStatements {

	private static final String WORDS = "(websearch_to_tsquery('danish', :words) || websearch_to_tsquery('english', :words))";

	/**
	 * Names are kept in words without signs, and so a name that is typed is looked for.
	 */
	private static final String NAME = "(websearch_to_tsquery('danish', :name) || websearch_to_tsquery('english', :name))";

	private static final String PHRASE = "(phraseto_tsquery('danish', :phrase) || phraseto_tsquery('english', :phrase))";

	private static final String MAIL_PAIRS = "pairs_of(w.subject || ' ' || w.body)";

	private static final String TEXT_PAIRS = "pairs_of(coalesce(t.title, '') || ' ' || coalesce(t.text, ''))";

	/** Behind the beginning of the text {@code t}. */
	private static final String IN_PIECE = "exists (select from document_piece p where p.document = t.id and p.words @@ %s)";

	private static final String PIECE_PAIRS = "p.pairs";

	private static final String CASES = """
			select 'CASE' as kind, c.id as case_id, c.id as reference, c.id as text, c.opened_at as at, %2$s as rank
			from (select * from case_file c where %1$s order by c.opened_at desc limit :most) c
			""";

	private static final String MESSAGES = """
			with newest as materialized (
				select w.message, w.case_id, w.received_at, w.words from mail_words w
				where w.case_id is not null %1$s
				order by w.received_at desc limit :window
			), near as materialized (
				select message, case_id, received_at from newest where words @@ ${words}
				order by received_at desc limit :most
			), far as materialized (
				select w.message, w.case_id, w.received_at from mail_words w
				where (select count(*) from newest) = :window and (select count(*) from near) < :most
					and w.case_id is not null and w.words @@ ${words} %2$s %1$s
			), together as materialized (
				select w.message, w.case_id, w.received_at from mail_words w
				where w.case_id is not null and %3$s %1$s
			)
			select 'MESSAGE' as kind, one.case_id, one.message as reference, one.message as text, one.received_at as at,
				ts_rank_cd(w.words, ${words}) + %4$s + one.together as rank
			from (
				select near.*, 0 as together from near
				union (select far.*, 0 from far order by received_at desc limit :most)
				union all (select together.*, 5 from together order by received_at desc limit :most)
			) one join mail_words w using (message)
			where one.together = 0 or w.words @@ ${words}
			""".replace("${words}", WORDS);

	private static final String NEWEST_MESSAGES = """
			select 'MESSAGE' as kind, w.case_id, w.message as reference, w.message as text, w.received_at as at, 0 as rank
			from mail_words w where w.case_id is not null %s order by w.received_at desc limit :most
			""";

	/**
	 * A file lies in a case by itself, or in another that does. By the offset each is
	 * looked up, where the planner would read all files of all cases. A long text is
	 * searched piece by piece behind its beginning.
	 */
	private static final String DOCUMENTS = """
			with newest as materialized (
				select d.case_id, d.sha256, d.came_at from case_document d
				where true %1$s
				order by d.came_at desc limit :window
			), near as materialized (
				select n.case_id, n.sha256, n.came_at, t.id as text
				from newest n cross join lateral (
					select t.id, t.words from document t where t.id = n.sha256
					union all
					select t.id, t.words from document_within i join document t on t.id = i.held
					where i.holder = n.sha256) t
				where t.words @@ ${words} or ${piece}
				order by n.came_at desc limit :most
			), text as materialized (
				select t.id, 0 as together from document t
				where (select count(*) from newest) = :window and (select count(*) from near) < :most
					and t.words @@ ${words} %2$s
				union all
				select distinct p.document, 0 from document_piece p
				where (select count(*) from newest) = :window and (select count(*) from near) < :most
					and p.words @@ ${words} %5$s
				union all
				select t.id, 5 from document t where %3$s
				union all
				select distinct p.document, 5 from document_piece p where %6$s
				union all
				select t.id, 10 from document t where t.id = :sha256
			), far as materialized (
				select d.case_id, d.sha256, d.came_at, text.id, text.together
				from text join case_document d on d.sha256 = text.id
				where true %1$s
				union all
				select d.case_id, d.sha256, d.came_at, text.id, text.together
				from text join document_within i on i.held = text.id join case_document d on d.sha256 = i.holder
				where true %1$s
			), named as materialized (
				select d.case_id, d.sha256, d.came_at, d.sha256 as text from case_document d
				where (d.words @@ ${name} or d.sha256 = :sha256) %1$s
				union all
				select d.case_id, d.sha256, d.came_at, p.child
				from document_part p cross join lateral (
						select p.parent as sha256 union all select i.holder from document_within i where i.held = p.parent) lying
					join case_document d on d.sha256 = lying.sha256
				where p.words @@ ${name} %1$s
			)
			select 'DOCUMENT' as kind, one.case_id, one.sha256 as reference, one.text, one.came_at as at,
				ts_rank_cd(d.words, ${name}) + greatest(ts_rank_cd(t.words, ${words}),
					(select max(ts_rank_cd(p.words, ${words})) from document_piece p where p.document = t.id), 0)
					+ %4$s + one.together as rank
			from (
				select near.*, 0 as together from near
				union (select named.*, 0 from named order by came_at desc limit :most)
				union (select far.* from far order by far.together desc, far.came_at desc limit 2 * :most)
			) one cross join lateral (
				select d.words from case_document d where d.case_id = one.case_id and d.sha256 = one.sha256 offset 0
			) d left join document t on t.id = one.text
			where one.together <> 5 or t.words @@ ${words} or ${piece}
			"""
		.replace("${piece}", IN_PIECE.formatted(WORDS))
		.replace("${words}", WORDS)
		.replace("${name}", NAME);

	private static final String NEWEST_DOCUMENTS = """
			select 'DOCUMENT' as kind, d.case_id, d.sha256 as reference, d.sha256 as text, d.came_at as at, 0 as rank
			from case_document d where true %s order by d.came_at desc limit :most
			""";

	private SearchStatements() {
	}

	static String cases(boolean anyWords, Terms terms, String narrowed) {
		if (!anyWords) {
			return CASES.formatted("true " + narrowed, "0");
		}
		return CASES.formatted("c.words @@ %s %s".formatted(WORDS, narrowed),
				"ts_rank_cd(c.words, %s) + %s".formatted(WORDS, bonus(terms, "c.words @@ " + PHRASE)));
	}

	static String messages(boolean anyWords, Terms terms, String narrowed) {
		if (!anyWords) {
			return NEWEST_MESSAGES.formatted(narrowed);
		}
		return MESSAGES.formatted(narrowed, quoted(terms, MAIL_PAIRS), together(terms, MAIL_PAIRS),
				bonus(terms, "w.words @@ " + PHRASE));
	}

	static String documents(boolean anyWords, Terms terms, String narrowed) {
		if (!anyWords) {
			return NEWEST_DOCUMENTS.formatted(narrowed);
		}
		return DOCUMENTS.formatted(narrowed, quoted(terms, TEXT_PAIRS), together(terms, TEXT_PAIRS),
				bonus(terms,
						"(d.words @@ %1$s or t.words @@ %1$s or %2$s)".formatted(PHRASE, IN_PIECE.formatted(PHRASE))),
				quoted(terms, PIECE_PAIRS), together(terms, PIECE_PAIRS));
	}

	/** Far back in time a phrase in quotation marks stands as it was typed. */
	private static String quoted(Terms terms, String pairs) {
		return terms.quoted().isPresent() ? "and %s @> pairs_of(:quoted)".formatted(pairs) : "";
	}

	private static String together(Terms terms, String pairs) {
		return terms.phrase().isPresent() ? pairs + " @> pairs_of(:phrase)" : "false";
	}

	private static String bonus(Terms terms, String condition) {
		return terms.phrase().isPresent() ? "case when %s then 10 else 0 end".formatted(condition) : "0";
	}

}
