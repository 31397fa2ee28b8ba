package io.countersign.reading;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import io.countersign.support.CpuTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What a request costs, as people write it. */
class AmountsTests {

	private static final long SEED = 20_261_126;

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
			kr. 250.000,-              | 250000    | DKK
			kr 250.000                 | 250000    | DKK
			250.000 kr.                | 250000    | DKK
			250.000,00 kroner          | 250000.00 | DKK
			250.000,- kr.              | 250000    | DKK
			250 000 kr                 | 250000    | DKK
			DKK 250,000                | 250000    | DKK
			DKK250,000.50              | 250000.50 | DKK
			1,2 mio. kr.               | 1200000   | DKK
			1,2 mio kr                 | 1200000   | DKK
			kr. 1,2 mio.               | 1200000   | DKK
			1.2 millioner kroner       | 1200000   | DKK
			2 mia. kr.                 | 2000000000 | DKK
			250 t.kr.                  | 250000    | DKK
			250 tkr.                   | 250000    | DKK
			1,5 mkr                    | 1500000   | DKK
			EUR 1.5m                   | 1500000   | EUR
			€1.5 million               | 1500000   | EUR
			1.5 million euros          | 1500000   | EUR
			2 bn EUR                   | 2000000000 | EUR
			$ 40k                      | 40000     | USD
			£12,500                    | 12500     | GBP
			5 hundrede tusind kr.      | 500000    | DKK
			99,95 kr.                  | 99.95     | DKK
			kr. 0,5 mio.               | 500000    | DKK
			100 SEK                    | 100       | SEK
			CHF 1'250'000              | 1250000   | CHF
			""")
	void VA_09_anAmountIsReadAsItIsWritten(String text, BigDecimal value, String currency) {
		assertThat(Amounts.in("Kan du godkende køb for " + text)).singleElement().satisfies((amount) -> {
			assertThat(amount.money()).isTrue();
			assertThat(amount.value().orElseThrow()).isEqualByComparingTo(value);
			assertThat(amount.currency()).contains(currency);
		});
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			kr. 1.250         | 1250
			kr. 1,250         | 1250
			1.500 mio. kr.    | 1500000000
			2 billioner kr.   | 2000000000000
			""")
	void VA_09_ofTwoReadingsTheLargerCounts(String text, BigDecimal value) {
		assertThat(Amounts.in(text)).singleElement()
			.satisfies((amount) -> assertThat(amount.value().orElseThrow()).isEqualByComparingTo(value));
	}

	@ParameterizedTest
	@ValueSource(strings = { "to millioner kroner", "en halv million", "1½ mio. kr.", "kr. ٥٠٠٠", "kr. 10⁶", "1e6 kr.",
			"10^6 kr.", "kr. 100.000 om året", "kr. 5.000 pr. måned", "EUR 500 per month", "3 x kr. 50.000",
			"kr. 50.000 × 3", "kr. 100-200", "mindst kr. 50.000", "over 50.000 kr.", "EUR 100 kr.",
			"kr. 50.000 ekskl. moms", "kr. 1.2345,6", "kr. 1.00.00", "halvanden million", "femhundredetusind kroner",
			"kr. 50.000 plus moms", "50.000 kr. pr. stk.", "kr. 1.234,567" })
	void VA_09_whatComesToMoreOrToNobodyKnowsWhatHasNoValue(String text) {
		assertThat(Amounts.in("Kan du godkende " + text)).anySatisfy((amount) -> {
			assertThat(amount.money()).isTrue();
			assertThat(amount.value()).isEmpty();
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "Svar senest 24.11.2026 kl. 10.30", "§ 20, afsnit 1.2.3", "Tusind tak for hjælpen",
			"Kære Mia", "40 % af budgettet", "Thousand thanks", "Vi mødes d. 3/12" })
	void VA_09_daysHeadingsAndThanksAreNoMoney(String text) {
		assertThat(Amounts.in(text)).noneMatch(Amount::money);
	}

	@Test
	void VA_09_aNumberWithoutACurrencyIsNotOverlooked() {
		assertThat(Amounts.in("Hævet fra kr. 10.000 til 90.000")).extracting(Amount::value)
			.contains(Optional.of(new BigDecimal("90000")));
		assertThat(Amounts.in("1,2 mio. til indkøb")).singleElement().satisfies((amount) -> {
			assertThat(amount.money()).isTrue();
			assertThat(amount.currency()).isEmpty();
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "kr. 1\u200b000\u200b000", "kr. 1\u00a0000\u00a0000", "kr. 1\u202f000\u202f000",
			"kr. 1 000\r\n000", "kr. 1\u00ad000000", "kr.\t1.000.000", "kr.  1.000.000", "kr. 1\u2009000\u2009000" })
	void VA_09_nothingInvisibleMakesAnAmountSmaller(String text) {
		assertThat(most(text)).isGreaterThanOrEqualTo(new BigDecimal("1000000"));
	}

	@Test
	void VA_09_anotherWayOfWritingItNeverMakesItSmaller() {
		var random = new Random(SEED);
		for (var trial = 0; trial < 10_000; trial++) {
			var value = 1_000 + random.nextLong(5_000_000_000L);
			var text = written(value, random);
			var read = Amounts.in("Vi beder om " + text + ". Hilsen Dan");
			assertThat(read).as(text)
				.anyMatch((amount) -> amount.value()
					.map((sum) -> sum.compareTo(BigDecimal.valueOf(value)) >= 0)
					.orElse(amount.money()));
		}
	}

	@Test
	void VA_09_whateverIsWrittenIsReadInAMoment() {
		var random = new Random(SEED);
		var alphabet = List.of("1", "0", ".", ",", " ", "kr", "mio", "\u200b", "½", "-", "\t", "\n", "x", "€", "'");
		var text = new StringBuilder();
		for (var at = 0; at < 300_000; at++) {
			text.append(alphabet.get(random.nextInt(alphabet.size())));
		}

		assertThat(CpuTime.of(() -> {
			assertThat(Amounts.in(text.toString())).isNotEmpty();
			assertThat(Amounts.in("1".repeat(300_000))).isNotEmpty();
			assertThat(Amounts.in("1 000".repeat(60_000))).isNotEmpty();
		})).isLessThan(Duration.ofSeconds(5));
	}

	private static BigDecimal most(String text) {
		return Amounts.in(text)
			.stream()
			.map((amount) -> amount.value().orElse(new BigDecimal("1e30")))
			.max(BigDecimal::compareTo)
			.orElse(BigDecimal.ZERO);
	}

	private static String written(long value, Random random) {
		var point = List.of(".", ",", " ", "\u00a0", "'", "").get(random.nextInt(6));
		var digits = new StringBuilder(Long.toString(value));
		for (var at = digits.length() - 3; at > 0 && !point.isEmpty(); at -= 3) {
			digits.insert(at, point);
		}
		var mark = List.of("kr.", "kr", "DKK", "EUR", "kroner", "Kr.", "€").get(random.nextInt(7));
		var gap = List.of(" ", "", "\u00a0", "  ", "\n").get(random.nextInt(5));
		var tail = List.of("", ",-", ",00", ".-").get(random.nextInt(4));
		if (tail.equals(",00") && point.equals(",")) {
			tail = "";
		}
		return random.nextBoolean() ? mark + gap + digits + tail : digits + tail + gap + mark;
	}

}
