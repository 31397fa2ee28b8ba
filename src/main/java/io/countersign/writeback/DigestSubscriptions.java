package io.countersign.writeback;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;

import io.countersign.identity.EmailAddress;
import io.countersign.work.Claim;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who wants a digest, and in which language. */
@Repository
class DigestSubscriptions {

	private final JdbcClient database;

	DigestSubscriptions(JdbcClient database) {
		this.database = database;
	}

	/** Answers whether that is new. */
	boolean put(EmailAddress person, Locale language, Duration untilNext) {
		return this.database.sql("""
				insert into digest_subscription (id, language, due_at)
				values (:person, :language, now() + :wait * interval '1 millisecond')
				on conflict (id) do update set language = excluded.language
					where digest_subscription.language <> excluded.language
				""")
			.param("person", person.value())
			.param("language", language.getLanguage())
			.param("wait", untilNext.toMillis())
			.update() == 1;
	}

	/** Answers whether there was one. */
	boolean remove(EmailAddress person) {
		return this.database.sql("delete from digest_subscription where id = :person")
			.param("person", person.value())
			.update() == 1;
	}

	boolean has(EmailAddress person) {
		return this.database.sql("select exists (select from digest_subscription where id = :person)")
			.param("person", person.value())
			.query(Boolean.class)
			.single();
	}

	Optional<Locale> language(EmailAddress person) {
		return this.database.sql("select language from digest_subscription where id = :person")
			.param("person", person.value())
			.query((row, _) -> Locale.of(row.getString("language")))
			.optional();
	}

	/** Nothing when somebody else holds it by now, or it is wanted no more. */
	Optional<EmailAddress> claimed(Claim claim) {
		return this.database
			.sql("select id from digest_subscription where id = :id and attempts = :attempts for update")
			.param("id", claim.id())
			.param("attempts", claim.attempts())
			.query((row, _) -> new EmailAddress(row.getString("id")))
			.optional();
	}

	/** When the last one of this person went out. */
	Optional<Instant> lastSent(EmailAddress person) {
		return this.database.sql("""
				select max(sent_at) as at from writeback
				where kind = 'DIGEST' and state = 'SENT' and recipients @> array[:person::text]
				""")
			.param("person", person.value())
			.query((row, _) -> Optional.ofNullable(row.getObject("at", OffsetDateTime.class)))
			.single()
			.map(OffsetDateTime::toInstant);
	}

}
