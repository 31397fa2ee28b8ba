package io.countersign.connector.graph;

import java.util.Map;

import io.countersign.connector.Connected;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Whether the application may read more than it has to. */
class ConfinementTests {

	private final Connected office = Connected.office();

	private final Confinement confinement = this.office.bean(Confinement.class);

	@AfterEach
	void heal() {
		this.office.tenant().heal();
	}

	@Test
	void SE_04_aForeignMailboxThatIsShownRaisesTheAlarm() {
		assertThat(this.confinement.ask(Connected.address(this.office.somebody()))).isTrue();
	}

	@Test
	void SE_04_aForeignMailboxThatIsRefusedDoesNot() {
		var foreign = this.office.somebody();
		this.office.tenant()
			.fault(Map.of("kind", "status", "status", 403, "match", Map.of("path", ".*" + foreign.address() + ".*")));

		assertThat(this.confinement.ask(Connected.address(foreign))).isFalse();
	}

}
