package io.countersign.support;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FreePortTests {

	@Test
	void noTwoGetTheSameAndNoneIsOneOfTheSystemsOwn() {
		assertThat(Stream.generate(FreePort::next).limit(100)).doesNotHaveDuplicates()
			.allSatisfy((port) -> assertThat(port).isBetween(12_000, 31_999));
	}

	@Test
	void whereSomebodyListensIsPassedOver() throws IOException {
		try (var listening = new ServerSocket(FreePort.next())) {
			assertThat(Stream.generate(FreePort::next).limit(20_000)).doesNotContain(listening.getLocalPort());
		}
	}

}
