package io.countersign.connector;

import java.util.Map;

import io.countersign.support.Configured;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ConnectorPropertiesTests {

	@Test
	void mailboxesAreReachedThroughGraphUnlessSomethingElseIsSaid() {
		assertThat(Configured.from(ConnectorProperties.class, Map.of()))
			.isEqualTo(new ConnectorProperties(ConnectorProperties.Kind.GRAPH));
		assertThat(Configured.from(ConnectorProperties.class, Map.of("kind", "mail")))
			.isEqualTo(new ConnectorProperties(ConnectorProperties.Kind.MAIL));
	}

}
