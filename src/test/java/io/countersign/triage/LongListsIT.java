package io.countersign.triage;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Whoever reads a list of the API to its end has all of it. */
@ResourceLock(OneBureau.LOCK)
@ExtendWith(OneBureau.class)
class LongListsIT {

	private static final int MANY = 501;

	private static final List<String> EXPECTED = IntStream.rangeClosed(1, MANY)
		.mapToObj("long_%03d"::formatted)
		.toList();

	private final Bureau office;

	private final JdbcClient database;

	LongListsIT(Bureau office) {
		this.office = office;
		this.database = office.bean(JdbcClient.class);
	}

	@AfterEach
	void clear() {
		this.database.sql("delete from review where message like 'long_%'").update();
		this.database.sql("delete from message where id like 'long_%'").update();
		this.database.sql("delete from writeback where id like 'long_%'").update();
	}

	/** Half of them came at the same moment. */
	@Test
	void everyMessageOnTheReviewListIsOnOneOfItsPages() {
		this.database
			.sql("""
					with stored as (
						insert into message (id, state, reason, digest, received_at, mode, due_at)
						select 'long_' || lpad(n::text, 3, '0'), 'IN_REVIEW', 'Who is asked?', '', now(), 'LIVE', null
						from generate_series(1, ?) as n
						returning id
					)
					insert into review (message, reason, since)
					select id, 'Who is asked?', now() + greatest(0, right(id, 3)::int - 250) * interval '1 microsecond' from stored
					""")
			.param(MANY)
			.update();

		assertThat(this.office.api().all("/reviews")).extracting((one) -> one.path("message").asString())
			.filteredOn((id) -> id.startsWith("long_"))
			.containsExactlyElementsOf(EXPECTED);
	}

	@Test
	void everyAnswerThatIsOwedIsOnOneOfThePages() {
		this.database.sql("""
				insert into writeback (id, kind, recipients, internet_message_id, state, created_at)
				select 'long_' || lpad(n::text, 3, '0'), 'DIGEST', '{}', 'long' || n, 'STUCK',
					now() + greatest(0, n - 250) * interval '1 microsecond'
				from generate_series(1, ?) as n
				""").param(MANY).update();

		assertThat(this.office.api().all("/writebacks")).extracting((one) -> one.path("id").asString())
			.filteredOn((id) -> id.startsWith("long_"))
			.containsExactlyElementsOf(EXPECTED);
	}

}
