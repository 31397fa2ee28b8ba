package io.countersign.triage;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

import io.countersign.identity.PersonId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who wants to let what through. */
@Repository
class ReleaseRepository {

	private final JdbcClient database;

	ReleaseRepository(JdbcClient database) {
		this.database = database;
	}

	/**
	 * Two who say so in the same moment come one after the other; held until the
	 * transaction ends.
	 */
	void lock(String subject) {
		this.database.sql("select pg_advisory_xact_lock(hashtextextended('release ' || :subject, 0))")
			.param("subject", subject)
			.query((_) -> {
			});
	}

	/** When it was said; nothing where the same person has said so already. */
	Optional<Instant> say(String subject, PersonId person, Duration stands) {
		return this.database.sql("""
				insert into release as known (subject, person, at) values (:subject, :person, now())
				on conflict (subject, person) do update set at = now()
				where known.at <= now() - :stands * interval '1 second'
				returning at
				""")
			.param("subject", subject)
			.param("person", person.value())
			.param("stands", stands.toSeconds())
			.query(OffsetDateTime.class)
			.optional()
			.map(OffsetDateTime::toInstant);
	}

	/** How many people have said so within that time. */
	int count(String subject, Duration stands) {
		return this.database.sql("""
				select count(*) from release where subject = :subject and at > now() - :stands * interval '1 second'
				""").param("subject", subject).param("stands", stands.toSeconds()).query(Integer.class).single();
	}

	boolean isSaid(String subject, PersonId person, Duration stands) {
		return this.database.sql("""
				select exists (select 1 from release where subject = :subject and person = :person
					and at > now() - :stands * interval '1 second')
				""")
			.param("subject", subject)
			.param("person", person.value())
			.param("stands", stands.toSeconds())
			.query(Boolean.class)
			.single();
	}

	void forget(String subject) {
		this.database.sql("delete from release where subject = :subject").param("subject", subject).update();
	}

}
