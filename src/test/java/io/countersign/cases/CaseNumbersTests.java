package io.countersign.cases;

import java.util.HashSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import io.countersign.support.TestDatabase;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

class CaseNumbersTests {

	private final TestDatabase database = TestDatabase.fresh();

	private final CaseNumbers numbers = new CaseNumbers(JdbcClient.create(this.database.dataSource()));

	@Test
	void eachYearCountsFromOne() {
		assertThat(this.numbers.next(2026).value()).isEqualTo("2026-0001");
		assertThat(this.numbers.next(2026).value()).isEqualTo("2026-0002");
		assertThat(this.numbers.next(2027).value()).isEqualTo("2027-0001");
		assertThat(this.numbers.next(2027).value()).isEqualTo("2027-0002");
	}

	@Test
	void nobodyWaitsForACaseThatIsBeingOpened() {
		this.numbers.next(2026);
		var source = this.database.dataSource();
		var slow = new CaseNumbers(JdbcClient.create(source));

		var taken = TestDatabase.transactions(source).execute((_) -> {
			var number = slow.next(2026);
			try (var others = Executors.newSingleThreadExecutor()) {
				var other = others.submit(() -> this.numbers.next(2026)).get(5, TimeUnit.SECONDS);
				assertThat(other).isNotEqualTo(number);
			}
			catch (Exception ex) {
				throw new AssertionError(ex);
			}
			return number;
		});

		assertThat(this.numbers.next(2026)).isNotEqualTo(taken);
	}

	@Test
	void noNumberIsGivenTwiceWhenManyBeginAYear() throws Exception {
		Callable<CaseNumber> next = () -> this.numbers.next(2026);
		var given = new HashSet<CaseNumber>();

		try (var pool = Executors.newFixedThreadPool(8)) {
			for (var number : pool.invokeAll(IntStream.range(0, 200).mapToObj((_) -> next).toList())) {
				given.add(number.get());
			}
		}

		assertThat(given).hasSize(200);
	}

}
