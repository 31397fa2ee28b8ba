package io.countersign.connector.graph;

import java.util.Map;

import io.countersign.connector.Connected;
import io.countersign.identity.EmailAddress;
import io.countersign.scenario.Correspondent;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Whether the application may read more than it has to. */
@ResourceLock(Connected.LOCK)
@ExtendWith(OutputCaptureExtension.class)
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
		said(foreign, 403);

		assertThat(this.confinement.ask(Connected.address(foreign))).isEqualTo(Confinement.Answer.REFUSED);
		assertThat(alarm()).isZero();
	}

	@Test
	void SE_04_noAnswerOfGraphIsNoRefusal() {
		var foreign = this.office.somebody();
		said(foreign, 500);

		assertThat(this.confinement.ask(Connected.address(foreign))).isEqualTo(Confinement.Answer.UNKNOWN);
		assertThat(alarm()).isNaN();
	}

	/** Graph finds no such mailbox however far the application's rights go. */
	@Test
	void SE_04_aMailboxThatDoesNotExistIsNoRefusal(CapturedOutput output) {
		assertThat(this.confinement.ask(new EmailAddress("nobody.at.all@min.example")))
			.isEqualTo(Confinement.Answer.ABSENT);

		assertThat(alarm()).isNaN();
		assertThat(output).contains("does not find the mailbox that countersign.graph.foreign-mailbox names");
	}

	@Test
	void SE_04_aRequestThatIsNotUnderstoodIsNoRefusal() {
		var foreign = this.office.somebody();
		said(foreign, 400);

		assertThat(this.confinement.ask(Connected.address(foreign))).isEqualTo(Confinement.Answer.UNKNOWN);
		assertThat(alarm()).isNaN();
	}

	@Test
	void SE_04_itIsAskedAgainUntilThereIsAnAnswer() {
		var foreign = this.office.somebody();
		var address = Connected.address(foreign);
		said(foreign, 500);
		this.confinement.ask(address);

		this.confinement.askUnlessAnswered(address);
		assertThat(alarm()).isNaN();

		this.office.tenant().heal();
		said(foreign, 403);
		this.confinement.askUnlessAnswered(address);
		assertThat(alarm()).isZero();

		this.office.tenant().heal();
		this.confinement.askUnlessAnswered(address);
		assertThat(alarm()).as("it has been answered").isZero();
	}

	private void said(Correspondent foreign, int status) {
		this.office.tenant()
			.fault(Map.of("kind", "status", "status", status, "match",
					Map.of("path", ".*" + foreign.address() + ".*")));
	}

	private double alarm() {
		return this.office.bean(MeterRegistry.class).get("countersign.graph.unconfined").gauge().value();
	}

}
