package io.countersign.connector.graph;

import java.util.Map;

import io.countersign.connector.Connected;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

import static org.assertj.core.api.Assertions.assertThat;

/** Whether the application may read more than it has to. */
@ResourceLock(Connected.LOCK)
class ConfinementTests {

	private final Connected office = Connected.office();

	private final Confinement confinement = this.office.bean(Confinement.class);

	@AfterEach
	void heal() {
		this.office.tenant().heal();
	}

	@Test
	void SE_04_aForeignMailboxThatIsShownRaisesTheAlarm() {
		assertThat(this.confinement.ask(Connected.address(this.office.somebody()))).isEqualTo(Confinement.Answer.SHOWN);
		assertThat(alarm()).isEqualTo(1);
	}

	@Test
	void SE_04_aForeignMailboxThatIsRefusedDoesNot() {
		var foreign = this.office.somebody();
		this.office.tenant()
			.fault(Map.of("kind", "status", "status", 403, "match", Map.of("path", ".*" + foreign.address() + ".*")));

		assertThat(this.confinement.ask(Connected.address(foreign))).isEqualTo(Confinement.Answer.REFUSED);
		assertThat(alarm()).isZero();
	}

	@Test
	void SE_04_noAnswerOfGraphIsNoRefusal() {
		var foreign = this.office.somebody();
		this.office.tenant()
			.fault(Map.of("kind", "status", "status", 500, "match", Map.of("path", ".*" + foreign.address() + ".*")));

		assertThat(this.confinement.ask(Connected.address(foreign))).isEqualTo(Confinement.Answer.UNKNOWN);
		assertThat(alarm()).isNaN();
	}

	private double alarm() {
		return this.office.bean(MeterRegistry.class).get("countersign.graph.unconfined").gauge().value();
	}

}
