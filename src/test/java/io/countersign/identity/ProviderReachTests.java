package io.countersign.identity;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpServer;
import io.countersign.support.MovingClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ProviderReachTests {

	private final AtomicInteger calls = new AtomicInteger();

	private final MovingClock clock = new MovingClock();

	private int status = 400;

	private HttpServer provider;

	@BeforeEach
	void opens() throws IOException {
		this.provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.provider.createContext("/", (exchange) -> {
			this.calls.incrementAndGet();
			exchange.sendResponseHeaders(this.status, -1);
			exchange.close();
		});
		this.provider.start();
	}

	@AfterEach
	void closes() {
		this.provider.stop(0);
	}

	@Test
	void UI_08_aProviderThatRefusesAnEmptyRequestIsThere() {
		assertThat(reach().isGiven()).isTrue();
	}

	@Test
	void UI_08_aProviderThatIsDownOrAwayIsNotThere() {
		this.status = 503;
		assertThat(reach().isGiven()).isFalse();

		this.provider.stop(0);
		assertThat(reach().isGiven()).isFalse();
	}

	@Test
	void UI_08_howeverManyAskTheProviderIsAskedEveryFiveSeconds() {
		var reach = reach();
		for (int asked = 0; asked < 100; asked++) {
			reach.isGiven();
		}
		assertThat(this.calls).hasValue(1);

		this.status = 503;
		this.clock.move(Duration.ofSeconds(5));

		assertThat(reach.isGiven()).isFalse();
		assertThat(this.calls).hasValue(2);
	}

	private ProviderReach reach() {
		var base = URI.create("http://localhost:" + this.provider.getAddress().getPort());
		return new ProviderReach(
				new SignInProperties(URI.create(base + "/v2.0"), "countersign", new Secret("s"), "api://x", null, null,
						null, Duration.ofMinutes(5), Duration.ofMinutes(15), new SecondFactor("amr", "mfa")),
				this.clock);
	}

}
