package io.countersign.cases;

import java.util.List;

import io.countersign.identity.EmailAddress;
import io.countersign.intake.MessageId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** People who wait outside a case, by the mail that names them. */
@Repository
class WaitingRepository {

	private final JdbcClient database;

	WaitingRepository(JdbcClient database) {
		this.database = database;
	}

	/** Answers whether the person has not waited before. */
	boolean add(MessageId message, Participant person) {
		return this.database.sql("""
				insert into waiting_participant (message, address, name) values (:message, :address, :name)
				on conflict do nothing
				""")
			.param("message", message.value())
			.param("address", person.address().value())
			.param("name", person.name())
			.update() == 1;
	}

	/** Whoever waited does so no more. */
	List<Participant> take(MessageId message) {
		return this.database.sql("delete from waiting_participant where message = :message returning address, name")
			.param("message", message.value())
			.query((row, _) -> informed(row.getString("address"), row.getString("name")))
			.list();
	}

	List<Waiting> of(CaseId id) {
		return this.database
			.sql("""
					select w.message, w.address, w.name from waiting_participant w join case_message c on c.message = w.message
					where c.case_id = :case order by w.message, w.address
					""")
			.param("case", id.value())
			.query((row, _) -> new Waiting(new MessageId(row.getString("message")),
					informed(row.getString("address"), row.getString("name"))))
			.list();
	}

	boolean waits(MessageId message) {
		return this.database.sql("select exists (select from waiting_participant where message = :message)")
			.param("message", message.value())
			.query(Boolean.class)
			.single();
	}

	private static Participant informed(String address, String name) {
		return new Participant(new EmailAddress(address), name, Role.INFORMED);
	}

}
