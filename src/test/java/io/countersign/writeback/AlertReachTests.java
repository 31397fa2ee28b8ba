package io.countersign.writeback;

import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.countersign.connector.Connected;
import io.countersign.identity.EmailAddress;
import io.countersign.identity.People;
import io.countersign.scenario.Correspondent;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/** An operator whose alerts nobody hears is told so. */
@ResourceLock(Connected.LOCK)
class AlertReachTests {

	private static final String SETTING = "countersign.writeback.secretariat";

	private final Connected office = Connected.office();

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private final Logger log = (Logger) LoggerFactory.getLogger(AlertReach.class);

	private final ListAppender<ILoggingEvent> said = new ListAppender<>();

	@BeforeEach
	void listen() {
		this.log.setAdditive(false);
		this.said.start();
		this.log.addAppender(this.said);
	}

	@AfterEach
	void listenNoMore() {
		this.log.detachAppender(this.said);
		this.log.setAdditive(true);
	}

	@Test
	void VA_19_whereNobodyIsNamedTheStartSaysWhatIsNotSent() {
		var reach = reach();

		reach.start();
		reach.look();

		assertThat(lines()).containsExactly("WARN Nobody is told of forged or infected mail, nor of an answer whose "
				+ "message was changed: countersign.writeback.secretariat names no address");
		assertThat(unheard()).isOne();
	}

	@Test
	void VA_19_anAddressNobodyVouchesForIsSaidOnceByItsPlaceAndNotByItself() {
		var eva = this.office.somebody();
		var slip = Correspondent.of("Eva", "eva.slip-%s@min.example".formatted(System.nanoTime()));
		var reach = reach(eva, slip, Connected.OURS);
		assertThat(unheard()).isNaN();

		reach.start();
		reach.look();

		assertThat(this.said.list).singleElement().satisfies((line) -> {
			assertThat(line.getFormattedMessage())
				.startsWith("No alert goes to an address that is not in the directory");
			assertThat(line.getKeyValuePairs()).singleElement()
				.satisfies((value) -> assertThat(value.value).isEqualTo(List.of(SETTING + "[1]", SETTING + "[2]")));
		});
		assertThat(unheard()).isEqualTo(2);
	}

	@Test
	void whatIsPutRightIsSaidToo() {
		var eva = Correspondent.of("Eva", "eva.new-%s@min.example".formatted(System.nanoTime()));
		var reach = reach(eva);
		reach.start();
		assertThat(unheard()).isOne();

		this.office.bean(People.class).put(Connected.address(eva), "Eva", null, null, "a test");
		reach.look();
		reach.look();

		assertThat(lines()).hasSize(2).last().isEqualTo("INFO Alerts go to every address of " + SETTING);
		assertThat(unheard()).isZero();
	}

	@Test
	void whereEverybodyIsKnownNothingIsSaid() {
		var reach = reach(this.office.somebody(), this.office.somebody());

		reach.start();
		reach.look();

		assertThat(lines()).isEmpty();
		assertThat(unheard()).isZero();
	}

	@Test
	void theProductLooksAtItsStart() {
		assertThat(this.office.bean(MeterRegistry.class).get("countersign.writeback.alerts.unheard").gauge().value())
			.isNotNaN();
	}

	private AlertReach reach(Correspondent... secretariat) {
		var addresses = List.of(secretariat).stream().map(Connected::address).toList();
		return new AlertReach(properties(addresses), this.office.bean(Owed.class), this.meters);
	}

	private static WritebackProperties properties(List<EmailAddress> secretariat) {
		return new WritebackProperties(Connected.address(Connected.OURS), URI.create("http://localhost"), secretariat,
				Duration.ofDays(7), ZoneId.of("Europe/Copenhagen"), 1, Duration.ofSeconds(45), Duration.ofMillis(200),
				Duration.ofMinutes(1), 2, 5, 20);
	}

	private double unheard() {
		return this.meters.get("countersign.writeback.alerts.unheard").gauge().value();
	}

	private List<String> lines() {
		return this.said.list.stream().map((line) -> line.getLevel() + " " + line.getFormattedMessage()).toList();
	}

}
