package io.countersign.verdicts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import io.countersign.cases.AskId;
import io.countersign.cases.Decision;
import io.countersign.intake.Message;
import io.countersign.intake.MessageId;
import tools.jackson.core.JacksonException;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JudgementRepository {

	/** JSON in the form in which the database keeps it holds no line break. */
	private static final String COLUMNS = """
			select message, number, raw, facts, judged, settings, software, encode(sha256(convert_to(concat_ws(E'\\n', message,
				number, raw, facts::text, judged::text, policy, settings::text, software), 'UTF8')), 'hex') as digest
			from judgement join policy on version = policy
			""";

	private final JdbcClient database;

	JudgementRepository(JdbcClient database) {
		this.database = database;
	}

	/**
	 * The last judgement of a message is the one that counts, until a verdict rests on
	 * it: then only one that changes the verdict takes its place. Of a mail that answers
	 * a digest that holds for each number.
	 */
	void keep(Message message, String domain, Judged judged, Facts facts, String policy, String software, Instant at) {
		this.database
			.sql("""
					insert into judgement (message, number, raw, sender_domain, word, category, facts, judged, policy, software,
						judged_at)
					values (:message, :number, :raw, :domain, :word, :category, :facts::jsonb, :judged::jsonb, :policy, :software,
						:at::timestamptz)
					on conflict (message, number) do update set word = excluded.word, category = excluded.category,
						facts = excluded.facts, judged = excluded.judged, policy = excluded.policy,
						software = excluded.software, judged_at = excluded.judged_at
					where judgement.word = 'refused' or (judgement.word = 'held' and excluded.word = 'accepted')
					""")
			.param("message", message.id().value())
			.param("number", facts.number())
			.param("raw", message.evidence().raw().sha256())
			.param("domain", domain)
			.param("word", judged.word())
			.param("category", judged.category().orElse(null))
			.param("facts", Policies.JSON.writeValueAsString(facts))
			.param("judged", Policies.JSON.writeValueAsString(judged))
			.param("policy", policy)
			.param("software", software)
			.param("at", at.toString())
			.update();
	}

	/** Whether this signature was met over another mail before. */
	boolean isOverAnother(String signature, MessageId message) {
		return this.database.sql("""
				select exists (select 1 from judgement other
					where other.facts #>> '{signature,digest}' = :signature and other.message <> :message
						and not exists (select 1 from judgement own
							where own.message = :message and own.judged_at <= other.judged_at))
				""").param("signature", signature).param("message", message.value()).query(Boolean.class).single();
	}

	void forget(Collection<MessageId> messages) {
		this.database.sql("delete from judgement where message = any(:messages)")
			.param("messages", messages.stream().map(MessageId::value).toArray(String[]::new))
			.update();
	}

	void keep(String version, VerdictProperties policy) {
		this.database
			.sql("insert into policy (version, settings) values (:version, :settings::jsonb) on conflict do nothing")
			.param("version", version)
			.param("settings", Policies.JSON.writeValueAsString(policy))
			.update();
	}

	/** What was judged of a message; what cannot be read is none. */
	List<Kept> of(MessageId message) {
		return this.database.sql(COLUMNS + "where message = :message order by number")
			.param("message", message.value())
			.query(JudgementRepository::row)
			.list()
			.stream()
			.flatMap((row) -> row.read().stream())
			.toList();
	}

	/** Judgements behind one of a message, in the order of messages. */
	List<Row> after(String message, int number, int limit) {
		return this.database
			.sql(COLUMNS + "where (message, number) > (:message, :number) order by message, number limit :limit")
			.param("message", message)
			.param("number", number)
			.param("limit", limit)
			.query(JudgementRepository::row)
			.list();
	}

	private static Row row(ResultSet row, int number) throws SQLException {
		return new Row(new MessageId(row.getString("message")), row.getInt("number"), row.getString("raw"),
				row.getString("facts"), row.getString("judged"), row.getString("settings"), row.getString("software"),
				row.getString("digest"));
	}

	/**
	 * A judgement as it is written down.
	 *
	 * @param raw the SHA-256 of the mail
	 * @param digest the SHA-256 of all of it, in hex
	 */
	record Row(MessageId message, int number, String raw, String facts, String judged, String settings, String software,
			String digest) {

		/** Nothing of what somebody has changed so that it says nothing any more. */
		Optional<Kept> read() {
			try {
				return Optional.of(new Kept(this.message, this.raw, Policies.JSON.readValue(this.facts, Facts.class),
						Policies.JSON.readValue(this.judged, Judged.class),
						Policies.JSON.readValue(this.settings, VerdictProperties.class), this.digest));
			}
			catch (JacksonException _) {
				return Optional.empty();
			}
		}

	}

	/**
	 * A judgement with everything it rested on but the mail itself.
	 *
	 * @param raw the SHA-256 of the mail
	 * @param digest the SHA-256 of all of it, in hex
	 */
	record Kept(MessageId message, String raw, Facts facts, Judged judged, VerdictProperties policy, String digest) {

		/** Whether a verdict on this ask may rest on it. */
		boolean isAbout(AskId ask) {
			return this.judged.outcome().isPresent()
					&& this.judged.decision().map(Decision::ask).filter((one) -> !one.equals(ask)).isEmpty();
		}

		boolean isOf(Message mail) {
			return this.raw.equals(mail.evidence().raw().sha256());
		}

	}

}
