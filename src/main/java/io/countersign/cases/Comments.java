package io.countersign.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import io.countersign.identity.EmailAddress;
import io.countersign.identity.Person;
import io.countersign.identity.PersonId;
import io.countersign.problem.InvalidField;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the people of a case say to each other. An informal word stays among them; a
 * formal one is filed, and an informal one can become formal, never the other way.
 */
@Service
public class Comments {

	private static final int LONGEST = 4000;

	private final JdbcClient database;

	private final CaseRepository cases;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Comments(JdbcClient database, CaseRepository cases, ApplicationEventPublisher events, Clock clock) {
		this.database = database;
		this.cases = cases;
		this.events = events;
		this.clock = clock;
	}

	/** In the order they were said. */
	public List<Comment> of(CaseId id) {
		return this.database.sql("select * from comment where case_id = :case order by said_at, id")
			.param("case", id.value())
			.query(Comments::comment)
			.list();
	}

	@Transactional
	public Comment say(CaseId id, Person author, String words, boolean formal) {
		if (words.isBlank() || words.length() > LONGEST) {
			throw new InvalidField("words",
					"A comment has some words, and not more than %d characters.".formatted(LONGEST));
		}
		var locked = this.cases.lock(id);
		var said = new Comment("cm_" + UUID.randomUUID().toString().replace("-", ""), id, author.address(),
				words.strip(), formal, this.clock.instant().truncatedTo(ChronoUnit.MICROS));
		this.database.sql("""
				insert into comment (id, case_id, author, words, formal, said_at)
				values (:id, :case, :author, :words, :formal, :at)
				""")
			.param("id", said.id())
			.param("case", id.value())
			.param("author", said.author().value())
			.param("words", said.words())
			.param("formal", formal)
			.param("at", CaseRepository.utc(said.at()))
			.update();
		if (formal) {
			this.events.publishEvent(new CommentFiled(said, author.id(), locked.mode()));
		}
		else {
			this.events.publishEvent(new CommentSaid(id));
		}
		return said;
	}

	/** Answers false when there is no such informal comment in the case. */
	@Transactional
	public boolean makeFormal(CaseId id, String comment, PersonId by) {
		var locked = this.cases.lock(id);
		var filed = this.database
			.sql("update comment set formal = true where id = :id and case_id = :case and not formal returning *")
			.param("id", comment)
			.param("case", id.value())
			.query(Comments::comment)
			.optional();
		filed.ifPresent((one) -> this.events.publishEvent(new CommentFiled(one, by, locked.mode())));
		return filed.isPresent();
	}

	private static Comment comment(ResultSet row, int number) throws SQLException {
		return new Comment(row.getString("id"), new CaseId(row.getString("case_id")),
				new EmailAddress(row.getString("author")), row.getString("words"), row.getBoolean("formal"),
				row.getObject("said_at", OffsetDateTime.class).toInstant());
	}

}
