package io.countersign.pages;

import java.util.List;
import java.util.Objects;

import com.microsoft.playwright.options.FormData;
import io.countersign.cases.CaseState;
import io.countersign.cases.Cases;
import io.countersign.journal.Entry;
import io.countersign.journal.Journal;
import io.countersign.triage.Reviews;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Cases go to somebody else, and mails in doubt become cases. */
class MovingIT extends Morning {

	private static final int MORE_THAN_ARE_LISTED = 201;

	@Test
	void aCaseGoesToSomebodyElseAndSaysWhy() {
		this.window.of(Staff.EVA, "da").opens("/cases/" + this.ministry.answer());
		this.window.page().locator(".moving summary").click();
		this.window.page().fill("#holder", Staff.BO.address());
		this.window.page().fill("#reason", "Anna er på rejse");
		assertThat(this.window.barriers()).isEmpty();

		this.window.page().locator(".moving button:has-text('Flyt')").click();

		assertThat(this.window.page().locator(".alert--ok")).containsText("Flyttet");
		assertThat(this.window.page().locator("#thread"))
			.containsText("Eva Skov flyttede sagen til Bo Lind: Anna er på rejse");
		assertThat(view(this.ministry.answer()).holder()).contains(Staff.BO.email());
	}

	@Test
	void severalGoAtOnceByTheKeyboard() {
		this.window.of(Staff.EVA, "da").opens("/?q=" + view(this.ministry.answer()).number());
		this.window.press("j", "x");
		this.window.page().fill("#bulk-to", Staff.BO.address());
		this.window.page().fill("#bulk-why", "Ferie");
		assertThat(this.window.barriers()).isEmpty();

		this.window.press("Enter");

		assertThat(this.window.page().locator(".alert--ok")).isVisible();
		assertThat(view(this.ministry.answer()).holder()).contains(Staff.BO.email());
		assertThat(this.house.bean(Journal.class)
			.ofStream("case/" + this.ministry.answer(), 0, Journal.PAGE)
			.stream()
			.filter((entry) -> entry.type().equals("holder.changed"))
			.map(Entry::data)).anySatisfy((data) -> assertThat(data).containsEntry("reason", "Ferie"));
	}

	@Test
	void UI_09_nobodyMovesWhatIsNotHisNorToAStranger() {
		var form = FormData.create().set("pick", this.ministry.answer().value()).set("reason", "Derfor");
		this.window.of(Staff.FINN, "da");
		assertThat(this.window.sends("/board/move", form.set("holder", Staff.FINN.address())).status()).isEqualTo(404);

		this.window.of(Staff.EVA, "da")
			.sends("/board/move",
					FormData.create()
						.set("pick", this.ministry.answer().value())
						.set("reason", "Derfor")
						.set("holder", "stranger@elsewhere.example"));

		assertThat(view(this.ministry.answer()).holder()).contains(Staff.ANNA.email());
	}

	@Test
	void aMailInDoubtBecomesACaseOnceSomebodySaysWhomItAsks() {
		var doubt = doubt("clearly of whom");
		this.window.of(Staff.EVA, "da").opens("/review?message=" + doubt);
		assertThat(this.window.barriers()).isEmpty();
		this.window.page().selectOption("#approver", Staff.ANNA.address());

		this.window.button("Ny sag").click();

		var opened = this.house.bean(Cases.class).ofMessages(List.of(doubt)).getFirst();
		assertThat(view(opened)).satisfies((file) -> {
			assertThat(file.state()).isEqualTo(CaseState.WAITING);
			assertThat(file.holder()).contains(Staff.ANNA.email());
			assertThat(file.requester().orElseThrow().address()).isEqualTo(Staff.FINN.email());
		});
		assertThat(this.house.bean(Reviews.class).find(doubt)).isEmpty();
	}

	@Test
	void aMailInDoubtGoesToTheCaseWhoseNumberSomebodyTypes() {
		var doubt = doubt("clearly of whom");
		this.window.of(Staff.EVA, "da").opens("/review?message=" + doubt);
		this.window.page().fill("#number", "2099-9999");
		this.window.button("Læg på sagen").click();
		assertThat(this.window.page().locator("#number-e")).isVisible();

		this.window.page().fill("#number", view(this.ministry.answer()).number().value());
		this.window.button("Læg på sagen").click();

		assertThat(this.house.bean(Cases.class).ofMessages(List.of(doubt))).containsExactly(this.ministry.answer());
	}

	@Test
	void aMailTooFarDownToBeListedIsShownByItsLink() {
		Ministry.doubts(this.house, Staff.BO, MORE_THAN_ARE_LISTED, "It is one of many.");
		var doubt = doubt("It is one of many.");

		this.window.of(Staff.EVA, "da").opens("/review?message=" + doubt);

		assertThat(this.window.page().locator("#rv-h")).hasText("Sv: Et af mange forslag");
		assertThat(this.window.page().locator(".rv-list [aria-current=true]")).hasCount(0);
		this.house.bean(JdbcClient.class).sql("delete from review where reason = 'It is one of many.'").update();
	}

	@Test
	void whatWaitsForOthersHidesNothingOfOnesOwn() {
		Ministry.doubts(this.house, Staff.BO, MORE_THAN_ARE_LISTED, "It is older.");
		var database = this.house.bean(JdbcClient.class);
		database.sql("update review set since = since - interval '1 year' where reason = 'It is older.'").update();

		this.window.of(Staff.ANNA, "da").opens("/review");

		assertThat(this.window.page().locator(".rv-list")).containsText("legepladsen");
		database.sql("delete from review where reason = 'It is older.'").update();
	}

	@Test
	void UI_09_whatIsInDoubtIsShownToNobodyElse() {
		this.window.of(Staff.GRO, "da").opens("/review");
		assertThat(this.window.page().locator("main")).not().containsText("legepladsen");

		this.window.of(Staff.ANNA, "da").opens("/review");
		assertThat(this.window.page().locator(".rv-list")).containsText("legepladsen");
	}

	@Test
	void theAnalysisIsForLeadersAndTheSecretariat() {
		this.window.of(Staff.EVA, "da").opens("/insights");
		assertThat(this.window.page().locator("h1")).hasText("Analyse");
		assertThat(this.window.barriers()).isEmpty();
		assertThat(this.window.page().locator("main")).not().containsText("Anna Holm");
		assertThat(this.window.page().request().get(this.house.uri() + "/insights.csv").text()).contains("\"Uge\";");
		assertThat(this.window.page().request().get(this.house.uri() + "/insights.csv?table=ages").text())
			.contains("\"Trin\";\"Under 1 arbejdsdag\"", "\"Til beslutning\";");

		this.window.of(Staff.DAN, "da");
		assertThat(this.window.page().request().get(this.house.uri() + "/insights").status()).isEqualTo(403);
		assertThat(this.window.page().request().get(this.house.uri() + "/insights.csv").status()).isEqualTo(403);
	}

	/** As large as the letters beside it, however much a chart is drawn smaller. */
	@ParameterizedTest
	@ValueSource(ints = { 1440, 1180, 820, 390 })
	void theLettersOfAChartAreReadAtEveryWidth(int width) {
		this.window.of(Staff.EVA, "da").wide(width).opens("/insights");

		assertThat(this.window.page().locator(".viz--wide .chart:visible")).hasCount(1);
		assertThat(((Number) Objects.requireNonNull(this.window.page().evaluate("""
				Math.min(...Array.from(document.querySelectorAll('.chart text'))
					.filter((one) => one.checkVisibility())
					.map((one) => parseFloat(getComputedStyle(one).fontSize) * one.getScreenCTM().a))""")))
			.doubleValue()).isGreaterThan(9);
	}

}
