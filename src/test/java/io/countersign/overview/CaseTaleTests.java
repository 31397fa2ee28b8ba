package io.countersign.overview;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** When a case was decided, by what its entries say. */
class CaseTaleTests {

	private static final Instant OPENED = Instant.parse("2026-11-23T08:00:00Z");

	private final List<Fact> facts = new ArrayList<>();

	@Test
	void itIsDecidedWithTheAnswerThatSaysSo() {
		asked("ask_anna", "ask_bo");
		answered("ask_anna", "approved", "waiting");
		assertThat(tale().decidedAt()).isEmpty();

		answered("ask_bo", "approved", "decided");

		assertThat(tale().decidedAt()).contains(this.facts.getLast().at());
	}

	@Test
	void aYesTakenBackLeavesItUndecided() {
		asked("ask_anna");
		answered("ask_anna", "approved", "decided");
		answered("ask_anna", "returned", "waiting");
		assertThat(tale().decidedAt()).isEmpty();

		answered("ask_anna", "rejected", "decided");

		assertThat(tale().decidedAt()).contains(this.facts.getLast().at());
	}

	@Test
	void anOlderEntryThatDoesNotSayItDecidesWithTheLastAnswerOpen() {
		asked("ask_anna", "ask_bo");
		told("verdict.recorded", Map.of("verdict", Map.of("request", "ask_anna", "outcome", "approved")));
		assertThat(tale().decidedAt()).isEmpty();

		told("verdict.recorded", Map.of("verdict", Map.of("request", "ask_bo", "outcome", "approved")));

		assertThat(tale().decidedAt()).contains(this.facts.getLast().at());
	}

	@Test
	void aDecidedCaseThatIsAskedMoreByAMergeRunsUntilThatIsUndone() {
		asked("ask_anna");
		answered("ask_anna", "approved", "decided");
		told("case.merged", Map.of("from", "cs_2", "into", "cs_1", "state", "waiting"));
		assertThat(tale().decidedAt()).isEmpty();

		told("case.updated", Map.of("undone", "rg_1", "kind", "MERGED", "state", "decided"));

		assertThat(tale().decidedAt()).contains(this.facts.getLast().at());
	}

	private CaseTale tale() {
		return CaseTale.of("cs_1", this.facts);
	}

	private void asked(String... asks) {
		told("case.opened", Map.of());
		for (var ask : asks) {
			told("request.sent", Map.of("ask", ask, "approver", ask + "@min.example", "revision", 1));
		}
	}

	private void answered(String ask, String outcome, String state) {
		told("verdict.recorded", Map.of("case", Map.of("id", "cs_1", "state", state), "verdict",
				Map.of("request", ask, "outcome", outcome, "method", "mail_reply")));
	}

	private void told(String type, Map<String, Object> data) {
		this.facts.add(new Fact(type, OPENED.plus(Duration.ofHours(this.facts.size())), data));
	}

}
