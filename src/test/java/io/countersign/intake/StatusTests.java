package io.countersign.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import io.countersign.support.TestDatabase;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

class StatusTests {

	private static final List<String> OF_MESSAGES = List.of("NEW", "IN_REVIEW", "IN_CASE", "IGNORED", "QUARANTINED");

	private static final List<String> OF_ITEMS = List.of("KEPT", "RULED_OUT", "IGNORED", "REVIVED", "GONE", "UNFETCHED",
			"UNFETCHABLE");

	private final JdbcClient database = TestDatabase.fresh().client();

	private final LedgerCounts counts = new LedgerCounts(this.database);

	private int number;

	@Test
	void IN_07_everyItemIsCountedInTheOneStateItIsIn() {
		var expected = new TreeMap<String, Map<String, Long>>();
		for (var item : OF_ITEMS) {
			seen("left@min.example", item, null);
			count(expected, "left@min.example", fetched(item, "ignored"));
			for (var message : OF_MESSAGES) {
				for (var failures = 0; failures < 2; failures++) {
					seen("read@min.example", item, stored(message, failures));
					count(expected, "read@min.example", fetched(item, word(message, failures)));
				}
			}
		}
		seen("quiet@min.example", "KEPT", stored("IN_CASE", 0));
		count(expected, "quiet@min.example", "inCase");

		assertThat(this.counts.all()).isEqualTo(expected);
		assertThat(this.counts.recount()).isZero();
		assertThat(this.counts.all()).isEqualTo(expected);
	}

	/** What its bytes are still asked for has no other state. */
	private static String fetched(String item, String otherwise) {
		return switch (item) {
			case "UNFETCHED" -> "retrying";
			case "UNFETCHABLE" -> "quarantined";
			default -> otherwise;
		};
	}

	private static String word(String message, int failures) {
		return (message.equals("NEW") && failures > 0) ? "retrying" : MessageState.valueOf(message).word();
	}

	private static void count(Map<String, Map<String, Long>> expected, String mailbox, String state) {
		expected.computeIfAbsent(mailbox, (_) -> new TreeMap<>()).merge(state, 1L, Long::sum);
	}

	private String stored(String state, int failures) {
		var id = "msg_%03d".formatted(++this.number);
		this.database.sql("""
				insert into message (id, state, failures, reason, digest, received_at, mode)
				values (?, ?, ?, 'A test.', '', now(), 'LIVE')
				""").params(id, state, failures).update();
		return id;
	}

	private void seen(String mailbox, String state, @Nullable String message) {
		var values = new ArrayList<Object>(List.of("%03d".formatted(++this.number), mailbox, state));
		values.add(message);
		this.database.sql("""
				insert into sighting (item_hash, mailbox, folder, received_at, state, message)
				values (?::bytea, ?, 'INBOX', now(), ?, ?)
				""").params(values).update();
	}

}
