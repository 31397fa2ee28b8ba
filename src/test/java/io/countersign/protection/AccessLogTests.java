package io.countersign.protection;

import java.time.Period;
import java.util.Optional;

import io.countersign.protection.Access.Kind;
import io.countersign.protection.Access.Purpose;
import io.countersign.support.TestDatabase;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AccessLogTests {

	private final TestDatabase server = TestDatabase.fresh();

	private final AccessLog log = new AccessLog(this.server.client(), new ProtectionProperties(Period.ofDays(30)));

	@Test
	void DP_04_theNewestIsReadFirstPageByPageAndByCaseAndPerson() {
		for (var number = 0; number < 5; number++) {
			asked("bo@min.example", "cs_" + number % 2);
		}
		asked("eva@min.example", "cs_1");

		var first = this.log.before(Long.MAX_VALUE, null, null, 4);
		assertThat(first).extracting(Access::person).startsWith("eva@min.example").hasSize(4);
		assertThat(this.log.before(first.getLast().position(), null, null, 4)).hasSize(2);
		assertThat(this.log.before(Long.MAX_VALUE, "cs_1", null, 10)).hasSize(3)
			.allSatisfy((one) -> assertThat(one.caseId()).contains("cs_1"));
		assertThat(this.log.before(Long.MAX_VALUE, "cs_1", "bo@min.example", 10)).hasSize(2);
	}

	@Test
	void DP_04_whatBrokeOffHasNoStatusAndWhatIsOldIsForgotten() {
		var broken = asked("bo@min.example", "cs_1");
		var answered = asked("bo@min.example", "cs_2");
		this.log.answered(answered, 200);
		var old = asked("bo@min.example", "cs_3");
		this.server.client()
			.sql("update access set at = now() - interval '31 days' where position = ?")
			.param(old)
			.update();

		this.log.forget();

		assertThat(this.log.before(Long.MAX_VALUE, null, null, 10)).extracting(Access::position)
			.containsExactly(answered, broken);
		assertThat(this.log.before(Long.MAX_VALUE, null, null, 10)).extracting(Access::status)
			.containsExactly(Optional.of(200), Optional.empty());
	}

	private long asked(String person, String caseId) {
		return this.log.asked(person, Purpose.OTHER, Kind.CASE, Optional.of(caseId), Optional.empty(),
				"GET /cases/{id}");
	}

}
