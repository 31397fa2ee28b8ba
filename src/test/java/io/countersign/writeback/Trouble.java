package io.countersign.writeback;

import java.time.Duration;
import java.util.Map;

import io.countersign.connector.Connected;

/** What goes wrong between us and the provider, and how to wait for nothing. */
final class Trouble {

	private final Connected office;

	Trouble(Connected office) {
		this.office = office;
	}

	void fault(String kind, String path) {
		fault(kind, "POST", path);
	}

	void fault(String kind, String method, String path) {
		this.office.tenant()
			.fault(Map.of("kind", kind, "times", 1, "match", Map.of("method", method, "path", "countersign.*" + path)));
	}

	/** Nothing waits any more, neither an answer nor the mailbox it goes from. */
	void hurry() {
		this.office.sql().sql("update mailbox_turn set taken_until = now()").update();
		this.office.sql()
			.sql("update writeback set due_at = now() where due_at > now() and attempts = returns")
			.update();
	}

	/** The pause behind an attempt that may have come through is over. */
	void later(Matter matter) {
		this.office.sql()
			.sql("update writeback set handed_over_at = now() - interval '1 minute' where case_id = ?")
			.param(matter.id().value())
			.update();
		hurry();
	}

	void heal() {
		this.office.tenant().heal();
		this.office.tenant().transport(Duration.ZERO, false);
		this.office.tenant().habit(Map.of("draftsDelay", 0));
	}

}
