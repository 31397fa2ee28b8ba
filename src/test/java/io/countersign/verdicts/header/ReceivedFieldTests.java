package io.countersign.verdicts.header;

import java.net.InetAddress;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ReceivedFieldTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
			"from a.example (203.0.113.5) by mx.example (10.0.0.1) with Microsoft SMTP Server id 15; Tue|203.0.113.5",
			"from a.example ([203.0.113.5]) by mx.example|203.0.113.5",
			"from a.example (a.example. [203.0.113.5]) by mx.example with ESMTPS id x|203.0.113.5",
			"FROM [10.0.0.9] (unknown [203.0.113.5]) BY mx.example|203.0.113.5",
			"from x ([IPv6:2001:db8::5]) by mx.example|2001:db8::5", "from x (2001:db8::5) by mx.example|2001:db8::5",
			"from X ([fe80::1%6]) by mx.example ([fe80::1%6]) with mapi id 15|fe80::1",
			"from by (203.0.113.5) by mx.example|203.0.113.5",
			"from a (HELO 10.0.0.1) (203.0.113.5) by mx.example|203.0.113.5",
			"from a ([203.0.113.5] helo=[10.0.0.1]) by mx.example|203.0.113.5",
			"(c) from x (203.0.113.5) (c) by mx.example|203.0.113.5" })
	void VA_10_theConnectingAddressIsWhatTheServerSaw(String field, String address) {
		var hop = ReceivedField.parse(field);

		assertThat(hop.connecting()).contains(InetAddress.ofLiteral(address));
		assertThat(hop.by()).contains("mx.example");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "from [10.0.0.1] by mx.example", "from 10.0.0.1 by mx.example",
			"by mx.example with HTTPS", "from a.example by mx.example (10.0.0.1)",
			"from [203.0.113.5] (helo=10.0.0.1) by mx.example",
			"from [203.0.113.5] (helo=evil [10.0.0.1]) by mx.example",
			"from x (account a HELO [10.0.0.1]) by mx.example", "from x (EHLO IPv6:fe80::1) by mx.example",
			"from x (ident=10.0.0.1 helo=10.0.0.1) by mx.example", "from a (10.0.0.1 [203.0.113.5]) by mx.example",
			"from a (10.0.0.1", "from a (10.0.0.256) by mx.example", "from a (10.1) by mx.example",
			"from a (0x0a.0.0.1) by mx.example", "from a (010.0.0.1) by mx.example",
			"from a (10.0.0.1.evil.example) by mx.example", "from a;(10.0.0.1) by mx.example", "from (10.0.0.1) a",
			"from a\u0000 (10.0.0.1) by mx", "from x(10.0.0.1)by y (203.0.113.5) by mx.example",
			"from x (10.0.0.1) by y (203.0.113.5) by mx.example",
			"from x (10.0.0.1) by y from z (203.0.113.5) BY mx.example", "from x (10.0.0.1) by y (unclosed" })
	void VA_10_whatTheOtherSideSaysOfItselfIsNoAddress(String field) {
		var hop = ReceivedField.parse(field);

		assertThat(hop.connecting().filter((one) -> !field.startsWith("from (10"))).isEmpty();
	}

	@Test
	void VA_10_aRangeHoldsItsAddressesAndNoOthers() {
		var range = IpRange.of("40.92.0.0/15");

		assertThat(range.contains(InetAddress.ofLiteral("40.93.255.255"))).isTrue();
		assertThat(range.contains(InetAddress.ofLiteral("40.94.0.0"))).isFalse();
		assertThat(range.contains(InetAddress.ofLiteral("::1"))).isFalse();
		assertThat(IpRange.of("2a01:111:f400::/48").contains(InetAddress.ofLiteral("2a01:111:f400:ffff::1"))).isTrue();
		assertThat(IpRange.of("2a01:111:f400::/48").contains(InetAddress.ofLiteral("2a01:111:f401::1"))).isFalse();
		assertThat(IpRange.of("10.0.0.1").contains(InetAddress.ofLiteral("::ffff:10.0.0.1"))).isTrue();
	}

}
