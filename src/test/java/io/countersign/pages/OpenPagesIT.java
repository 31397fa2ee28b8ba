package io.countersign.pages;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.countersign.cases.CaseId;
import io.countersign.cases.Cases;
import io.countersign.cases.Decision;
import io.countersign.cases.Outcome;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Pages that are open while something happens. */
class OpenPagesIT extends Morning {

	@Test
	void aChangeIsOnEveryOpenBoardWithinTwoSeconds() {
		this.window.of(Staff.EVA, "da");
		var boards = Stream.of("/?", "/?group=holder&", "/board?wall&group=level&")
			.map((board) -> open(board + "q=" + number(this.ministry.answer())))
			.toList();
		this.window.page().waitForTimeout(1000);

		var decided = Instant.now();
		decide(this.ministry.answer(), Staff.ANNA);

		boards
			.forEach((board) -> PlaywrightAssertions.assertThat(board.locator("#board")).containsText("Journaliseres"));
		assertThat(Duration.between(decided, Instant.now())).isLessThan(Duration.ofSeconds(2));
		boards.forEach(Page::close);
	}

	@Test
	void anOpenBoardGrowsOlderAlsoWhileNothingHappens() {
		this.window.of(Staff.EVA, "da");
		this.window.page().clock().install();
		this.window.opens("/?q=" + number(this.ministry.answer()));
		this.window.page().locator(".row").waitFor();

		var fetched = this.window.page()
			.waitForRequest((request) -> request.headers().containsKey("hx-request"),
					() -> this.window.page().clock().fastForward("01:20"));

		assertThat(fetched.url()).contains("q=" + number(this.ministry.answer()));
	}

	@Test
	void nothingMovesUnderTheHand() {
		this.window.of(Staff.EVA, "da").opens("/?q=" + number(this.ministry.answer()));
		this.window.page().locator(".row").hover();
		this.window.page().waitForTimeout(1000);

		decide(this.ministry.answer(), Staff.ANNA);

		assertThat(this.window.page().locator("#live-text")).containsText("Ændringer: 1");
		assertThat(this.window.page().locator("#board")).not().containsText("Journaliseres");
		this.window.button("Vis").click();
		assertThat(this.window.page().locator("#board")).containsText("Journaliseres");
	}

	@Test
	void aMailboxThatLagsIsSaidOnTheOpenBoard() {
		var database = this.house.bean(JdbcClient.class);
		database.sql("""
				insert into watch (id, mailbox, folder, read_at, due_at, compare_at)
				values ('lag@min.example/inbox', 'lag@min.example', 'INBOX', now() - interval '20 minutes', null, null)
				""").update();
		try {
			this.window.of(Staff.EVA, "da").opens("/");
			assertThat(this.window.page().locator("main")).containsText("lag@min.example er ikke læst siden");
			assertThat(this.window.barriers()).isEmpty();
			this.window.of(Staff.EVA, "en").opens("/");
			assertThat(this.window.page().locator("main")).containsText("lag@min.example has not been read since");
		}
		finally {
			database.sql("delete from watch where mailbox = 'lag@min.example'").update();
		}
		this.window.opens("/");
		assertThat(this.window.page().locator("main")).not().containsText("lag@min.example");
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

	/** A page nobody sees listens to nothing, and hears afterwards what it has missed. */
	@Test
	void anOpenCaseSaysThatItHasChangedOnlyWhereItHas() {
		this.window.of(Staff.EVA, "da").opens("/cases/" + this.ministry.answer());
		this.window.page().waitForTimeout(1000);

		isSeen(false);
		isSeen(true);
		this.window.page().waitForTimeout(2000);

		assertThat(this.window.page().locator("#news")).isHidden();
		isSeen(false);
		decide(this.ministry.answer(), Staff.ANNA);
		this.window.page().waitForTimeout(1000);
		assertThat(this.window.page().locator("#news")).isHidden();
		isSeen(true);
		assertThat(this.window.page().locator("#news")).isVisible();
	}

	@Test
	void aBoardThatIsSeenAgainIsUpToDate() {
		this.window.of(Staff.EVA, "da").opens("/?q=" + number(this.ministry.answer()));
		this.window.page().waitForTimeout(1000);
		isSeen(false);
		decide(this.ministry.answer(), Staff.ANNA);

		isSeen(true);

		assertThat(this.window.page().locator("#board")).containsText("Journaliseres");
		assertThat(this.window.page().locator("#live-text")).containsText("Opdateret");
	}

	/** As when another tab is in front of it. */
	private void isSeen(boolean seen) {
		this.window.page().evaluate("""
				(hidden) => {
					Object.defineProperty(document, 'hidden', { value: hidden, configurable: true });
					document.dispatchEvent(new Event('visibilitychange'));
				}""", !seen);
	}

	private Page open(String path) {
		var page = this.window.page().context().newPage();
		page.navigate(this.house.uri() + path);
		page.locator(".row").first().waitFor();
		return page;
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
