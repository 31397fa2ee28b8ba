package io.countersign.connector.graph;

import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;

import io.countersign.connector.Connected;
import io.countersign.scenario.Correspondent;
import io.countersign.scenario.Letter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A mailbox for each test, which is read over the wire as soon as it is watched. */
@ResourceLock(Connected.LOCK)
abstract class WatchedMailbox {

	static final Duration SOON = Duration.ofSeconds(90);

	final Connected office = Connected.office();

	final Correspondent anna = this.office.somebody();

	final Correspondent bo = this.office.somebody();

	@AfterEach
	void heal() {
		this.office.tenant().heal();
		this.office.tenant().habit(Map.of("manyForms", false, "clockAhead", 0));
	}

	Letter letter(String subject) {
		return Letter.of(this.bo, List.of(this.anna), subject, "Hej\n",
				ZonedDateTime.now(ZoneId.of("Europe/Copenhagen")));
	}

	List<String> states() {
		return this.office.sql()
			.sql("select state from sighting where mailbox = ? order by 1")
			.param(this.anna.address())
			.query((row, _) -> row.getString(1))
			.list();
	}

	/** As if the changes had passed over this mail. */
	void forget(Letter letter) {
		this.office.sql()
			.sql("""
					delete from sighting where mailbox = :mailbox and message = (
						select message from mail where parsed -> 'threading' ->> 'messageId' = :id)
					""")
			.param("mailbox", this.anna.address())
			.param("id", letter.messageId().replaceAll("[<>]", ""))
			.update();
	}

}
