package io.countersign.verdicts;

import java.math.BigDecimal;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.countersign.verdicts.header.IpRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/** What is trusted when nothing is said, and what can be said. */
class VerdictPropertiesTests {

	private final ApplicationContextRunner application = new ApplicationContextRunner()
		.withUserConfiguration(Bound.class);

	@Test
	void VA_10_theRangesOfExchangeOnlineAreTheDefault() {
		this.application.run((context) -> {
			var properties = context.getBean(VerdictProperties.class);

			assertThat(properties.trust().acceptedDomains()).isEmpty();
			assertThat(properties.trust().tenant()).isEmpty();
			assertThat(properties.clockDifference()).isEqualTo(Duration.ofHours(72));
			assertThat(properties.asksStand()).isEqualTo(Duration.ofDays(90));
			assertThat(properties.leastProof()).isEmpty();
			assertThat(properties.costly()).isEmpty();
			assertThat(properties.unknownRevocation()).isEqualTo(UnknownRevocation.HOLD);
			assertThat(properties.loneWitness()).isEqualTo(LoneWitness.COUNTS);
			assertThat(properties.trust().sharedRanges()).isNotEmpty()
				.allSatisfy((range) -> assertThat(properties.trust().serviceRanges()).contains(range));
			for (var ours : List.of("40.93.1.1", "40.107.1.1", "52.103.255.255", "104.47.127.255", "2a01:111:f403::1",
					"2603:10a6::1", "10.1.1.1", "::1")) {
				assertThat(properties.trust().serviceRanges()).as(ours)
					.anyMatch((range) -> range.contains(InetAddress.ofLiteral(ours)));
			}
			for (var other : List.of("127.0.0.1", "203.0.113.5", "104.47.128.0", "52.104.0.0", "2603:1020::1")) {
				assertThat(properties.trust().serviceRanges()).as(other)
					.noneMatch((range) -> range.contains(InetAddress.ofLiteral(other)));
			}
		});
	}

	@Test
	void everyPropertyBinds() {
		this.application.withPropertyValues("countersign.verdicts.sent-items-grace=1m",
				"countersign.verdicts.sent-items-patience=2h", "countersign.verdicts.clock-difference=3h",
				"countersign.verdicts.asks-stand=30d", "countersign.verdicts.least-proof.ministersvar=A3",
				"countersign.verdicts.trust.connector=rfc8601", "countersign.verdicts.trust.tenant-id=t",
				"countersign.verdicts.trust.accepted-domains=MIN.example,other.example",
				"countersign.verdicts.costly[0].above.dkk=500000", "countersign.verdicts.costly[0].above.eur=65000.50",
				"countersign.verdicts.costly[0].least=A4", "countersign.verdicts.costly[0].types=budgetnotat",
				"countersign.verdicts.unknown-revocation=proves-nothing", "countersign.verdicts.lone-witness=hold",
				"countersign.verdicts.trust.service-ranges=10.0.0.0/8",
				"countersign.verdicts.trust.shared-ranges=40.107.0.0/16",
				"countersign.verdicts.trust.authserv-id=mx.min.example",
				"countersign.verdicts.trust.border-host=in.min.example")
			.run((context) -> assertThat(context.getBean(VerdictProperties.class))
				.isEqualTo(new VerdictProperties(Duration.ofMinutes(1), Duration.ofHours(2), Duration.ofDays(30),
						Duration.ofHours(3), Map.of("ministersvar", ProofLevel.A3),
						List.of(new Costly(Map.of("DKK", new BigDecimal("500000"), "EUR", new BigDecimal("65000.50")),
								ProofLevel.A4, List.of("budgetnotat"))),
						UnknownRevocation.PROVES_NOTHING, LoneWitness.HOLD,
						new Trust(Trust.Connector.RFC8601, "t", List.of("min.example", "other.example"),
								List.of(IpRange.of("10.0.0.0/8")), List.of(IpRange.of("40.107.0.0/16")),
								"mx.min.example", "in.min.example"))));
	}

	@ParameterizedTest
	@ValueSource(strings = { "mødemateriale", "[mødemateriale]", "Mødemateriale" })
	void VA_23_aKindWithOtherLettersThanKeysHaveAsksForItsProof(String key) {
		var settings = new MapConfigurationPropertySource(Map.of("countersign.verdicts.least-proof." + key, "A3"));

		var bound = new Binder(settings).bindOrCreate("countersign.verdicts", VerdictProperties.class);

		assertThat(bound.leastProof().keySet()).singleElement()
			.satisfies((kind) -> assertThat(new KindKey(kind).names("mødemateriale")).isTrue())
			.satisfies((kind) -> assertThat(new KindKey(kind).names("kontrakt")).isFalse());
	}

	/** An operator may be stricter than the policy, and never less so. */
	@ParameterizedTest
	@ValueSource(strings = { "clock-difference=73h", "trust.service-ranges=0.0.0.0/0", "trust.service-ranges=::/0",
			"trust.shared-ranges=40.107.0.0/16,128.0.0.0/1" })
	void VA_23_whatWouldEndARuleIsRefused(String setting) {
		this.application.withPropertyValues("countersign.verdicts." + setting)
			.run((context) -> assertThat(context).hasFailed());
	}

	@EnableConfigurationProperties(VerdictProperties.class)
	static class Bound {

	}

}
