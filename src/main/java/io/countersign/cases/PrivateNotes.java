package io.countersign.cases;

import java.time.Clock;
import java.util.Optional;

import io.countersign.problem.InvalidField;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * What somebody notes for himself about a case. It is no part of the case: no journal, no
 * search, no export and no API knows it, and nobody reads it but the account that wrote
 * it.
 */
@Service
public class PrivateNotes {

	private static final int LONGEST = 10_000;

	private final JdbcClient database;

	private final Clock clock;

	PrivateNotes(JdbcClient database, Clock clock) {
		this.database = database;
		this.clock = clock;
	}

	/**
	 * @param account the directory's own id of who reads, which is never given to another
	 */
	public Optional<String> of(CaseId id, String account) {
		return this.database.sql("select words from private_note where case_id = :case and account = :account")
			.param("case", id.value())
			.param("account", account)
			.query(String.class)
			.optional();
	}

	/** Replaces the note; without words nothing of it is left. */
	public void write(CaseId id, String account, String words) {
		if (words.length() > LONGEST) {
			throw new InvalidField("words", "A note has not more than %d characters.".formatted(LONGEST));
		}
		this.database
			.sql(words.isBlank() ? "delete from private_note where case_id = :case and account = :account"
					: """
							insert into private_note (case_id, account, words, changed_at) values (:case, :account, :words, :at)
							on conflict (case_id, account) do update set words = excluded.words, changed_at = excluded.changed_at
							""")
			.param("case", id.value())
			.param("account", account)
			.param("words", words)
			.param("at", CaseRepository.utc(this.clock.instant()))
			.update();
	}

}
