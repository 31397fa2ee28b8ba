package io.countersign.overview;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.countersign.identity.EmailAddress;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Searches by PostgreSQL's full text search: of each kind it takes so many candidates,
 * compares them, and reads the passages of the best.
 */
@Repository
class SearchRepository {

	/** Of each kind the newest so many are compared. */
	static final int MOST = 200;

	/** So many of the newest are looked through before the index is asked. */
	private static final int WINDOW = 500;

	private final JdbcClient database;

	private final PassageRepository passages;

	private final OverviewSettings settings;

	private final TransactionTemplate transaction;

	SearchRepository(JdbcClient database, PassageRepository passages, OverviewSettings settings,
			PlatformTransactionManager transactions) {
		this.database = database;
		this.passages = passages;
		this.settings = settings;
		this.transaction = new TransactionTemplate(transactions);
		this.transaction.setReadOnly(true);
	}

	/**
	 * @param reader nobody where all cases may be seen
	 */
	Findings find(Optional<EmailAddress> reader, SearchQuery query, int limit) {
		return Objects.requireNonNull(this.transaction.execute((_) -> found(reader, query, limit)));
	}

	private Findings found(Optional<EmailAddress> reader, SearchQuery query, int limit) {
		planEach();
		var kinds = candidates(query, new Narrowing(reader.map(this::mine), query, this.settings.zone()));
		var best = kinds.stream()
			.flatMap((places) -> places.values().stream())
			.sorted(Candidate.BEST_FIRST)
			.limit(limit)
			.toList();
		return new Findings(this.passages.show(reader, query, best),
				kinds.stream().anyMatch((places) -> places.size() >= MOST));
	}

	/**
	 * How to find a word depends on how frequent it is, so a plan that fits all is good
	 * for none. Reading every text looks cheap to the planner, which does not count what
	 * it costs to unpack one. No plan here is worth being compiled.
	 */
	private void planEach() {
		this.database
			.sql("""
					select set_config('plan_cache_mode', 'force_custom_plan', true), set_config('enable_seqscan', 'off', true),
						set_config('jit', 'off', true)
					""")
			.query((_) -> {
			});
	}

	private List<String> mine(EmailAddress reader) {
		return this.database.sql("select distinct case_id from case_reader where person = :reader")
			.param("reader", reader.value())
			.query((row, _) -> row.getString("case_id"))
			.list();
	}

	private List<Map<Candidate.Place, Candidate>> candidates(SearchQuery query, Narrowing narrowing) {
		var terms = Terms.of(query.words());
		var anyWords = !query.words().isEmpty();
		var values = values(query, terms, narrowing);
		var kinds = new ArrayList<Map<Candidate.Place, Candidate>>();
		if (narrowing.hasKind(Hit.Kind.CASE) && !narrowing.hasChannel()) {
			kinds.add(places(SearchStatements.cases(anyWords, terms, narrowing.cases()), values));
		}
		if (narrowing.hasKind(Hit.Kind.MESSAGE)) {
			kinds.add(places(SearchStatements.messages(anyWords, terms, narrowing.messages()), values));
		}
		if (narrowing.hasKind(Hit.Kind.DOCUMENT)) {
			kinds.add(places(SearchStatements.documents(anyWords, terms, narrowing.documents()), values));
		}
		return kinds;
	}

	private static Map<String, Object> values(SearchQuery query, Terms terms, Narrowing narrowing) {
		var values = new HashMap<>(narrowing.values());
		values.put("words", query.words());
		values.put("name", Terms.name(query.words()));
		values.put("phrase", terms.phrase().orElse(""));
		values.put("quoted", terms.quoted().orElse(""));
		values.put("sha256", terms.sha256().orElse(""));
		values.put("most", MOST);
		values.put("window", WINDOW);
		return values;
	}

	private Map<Candidate.Place, Candidate> places(String statement, Map<String, Object> values) {
		return this.database.sql(statement)
			.params(values)
			.query(Candidate::of)
			.stream()
			.collect(Collectors.toMap(Candidate::place, Function.identity(), Candidate::better));
	}

}
