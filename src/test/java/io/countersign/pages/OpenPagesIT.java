package io.countersign.pages;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.countersign.cases.CaseId;
import io.countersign.cases.Cases;
import io.countersign.cases.Decision;
import io.countersign.cases.Outcome;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Pages that are open while something happens. */
class OpenPagesIT extends Morning {

	@Test
	void aChangeIsOnAnOpenBoardWithinTwoSeconds() {
		this.window.of(Staff.EVA, "da").opens("/?q=" + number(this.ministry.answer()));
		this.window.page().locator(".row").waitFor();
		this.window.page().waitForTimeout(1000);

		var decided = Instant.now();
		decide(this.ministry.answer(), Staff.ANNA);

		PlaywrightAssertions.assertThat(this.window.page().locator("#board")).containsText("Journaliseres");
		assertThat(Duration.between(decided, Instant.now())).isLessThan(Duration.ofSeconds(2));
	}

	@Test
	void aBoardWhoseSessionHasEndedSaysSoAndLeadsBackToItself() {
		this.window.of(Staff.EVA, "da").opens("/?group=holder");
		this.window.page().context().clearCookies();

		this.window.button("Haster").click();

		assertThat(this.window.page().locator("#live-text")).hasText("Du er logget ud");
		this.window.button("Log ind igen").click();
		this.window.page().locator("button[value='%s']".formatted(Staff.EVA.address())).click();
		this.window.page().waitForURL((url) -> url.startsWith(this.house.uri() + "/?group=holder"));
		this.window.of(Staff.EVA, "da");
	}

	@Test
	void anOpenCaseSaysThatItHasChanged() {
		this.window.of(Staff.EVA, "en").opens("/cases/" + this.ministry.answer());
		this.window.page().waitForTimeout(1000);

		decide(this.ministry.answer(), Staff.ANNA);

		assertThat(this.window.page().locator("#news")).isVisible();
		this.window.page().locator("#news a").click();
		assertThat(this.window.page().locator("#verdicts")).containsText("Approved");
	}

	private void decide(CaseId id, Staff approver) {
		var asked = view(id).asks().getFirst();
		this.house.bean(Cases.class)
			.decide(id,
					new Decision(asked.id(), Outcome.APPROVED, approver.email(), approver.email(), Decision.Method.API,
							List.of(), Optional.empty(), "A4", List.of(), Optional.empty(), asked.documents(),
							Optional.empty(), "", Instant.now()),
					id + "/test");
	}

}
