package io.countersign.pages;

import java.time.Duration;
import java.util.regex.Pattern;

import com.microsoft.playwright.options.FormData;
import io.countersign.cases.CaseId;
import io.countersign.cases.CaseState;
import io.countersign.cases.Outcome;
import io.countersign.cases.Role;
import io.countersign.cases.Task;
import io.countersign.writeback.Writeback;
import io.countersign.writeback.Writebacks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What people do with cases besides deciding them. */
class ActionsIT extends Morning {

	@Test
	void aLeaderOrdersWorkFromTheBoardAndTheReceiverGetsAMail() {
		this.window.of(Staff.ANNA, "da").opens("/");
		this.window.press("n");
		this.window.page().locator("#o-what").waitFor();
		assertThat(this.window.barriers()).isEmpty();
		this.window.page().fill("#o-what", "Lav et notat om færgerne");
		this.window.page().fill("#o-who", "Clara Juhl");

		this.window.page().locator("#sheet .btn--primary").click();

		this.window.page().waitForURL(Pattern.compile(".*/cases/cs_.*"));
		assertThat(this.window.page().locator("main")).containsText("Bestilt. Modtageren får en mail");
		assertThat(this.window.barriers()).isEmpty();
		var file = view(opened());
		assertThat(file.holder()).contains(Staff.CLARA.email());
		assertThat(file.requester().orElseThrow().address()).isEqualTo(Staff.ANNA.email());
		assertThat(file.deadline()).isPresent();
		assertThat(file.tasks()).extracting(Task::description).containsExactly("Lav et notat om færgerne");
		await().atMost(Duration.ofMinutes(1)).until(() -> sent(file.id(), Writeback.Kind.TASK));
		this.window.opens("/?q=" + file.number());
		assertThat(this.window.page().locator(".row")).containsText("Lav et notat om færgerne");
	}

	@Test
	void anOrderThatCannotBeReadIsAnsweredBesideItsFieldsAndNothingTypedIsLost() {
		this.window.withoutScript(Staff.ANNA).opens("/order");
		this.window.page().fill("#o-what", "Lav et notat");
		this.window.page().fill("#o-who", "Ingen Sådan");
		this.window.page().locator("input[value=other]").check();
		this.window.page().fill("#o-day", "2020-01-01");

		this.window.page().locator(".order-form .btn--primary").click();

		assertThat(this.window.page().locator("#o-who-e")).containsText("Ingen i personlisten");
		assertThat(this.window.page().locator("#o-day-e")).isVisible();
		assertThat(this.window.page().locator("#o-what")).hasValue("Lav et notat");
		assertThat(this.window.page().locator("#o-who")).hasValue("Ingen Sådan");
	}

	@Test
	void groupsFoldAndStayFoldedWhenTheBoardIsFetchedAnew() {
		this.window.of(Staff.EVA, "da").opens("/?group=stage");
		var fold = this.window.page().locator(".group[data-fold='stage DECIDE'] .fold");
		var row = this.window.page().locator(".group[data-fold='stage DECIDE'] .row").first();
		assertThat(row).isVisible();

		fold.click();

		assertThat(fold).hasAttribute("aria-expanded", "false");
		assertThat(row).isHidden();
		this.window.page().locator("#dense").check();
		this.window.page().waitForURL(Pattern.compile(".*dense=on.*"));
		assertThat(this.window.page().locator("#board.dense")).isVisible();
		assertThat(row).isHidden();
		this.window.page().evaluate("scrollTo(0, 0)");
		assertThat(this.window.barriers()).isEmpty();
		fold.click();
		assertThat(row).isVisible();
	}

	@Test
	void theMenuOfARowMovesTheCaseAndSaysBesideTheFieldWhatIsWrong() {
		this.window.of(Staff.EVA, "da").opens("/?q=" + number(this.ministry.answer()));
		this.window.page().locator(".c-act a").click();
		this.window.page().locator("#sheet[open] #reason").waitFor();
		assertThat(this.window.barriers()).isEmpty();
		this.window.page().fill("#sheet #holder", "Ingen Sådan");
		this.window.page().fill("#sheet #reason", "Anna er på rejse");
		this.window.page().locator("#sheet button:has-text('Flyt')").click();

		assertThat(this.window.page().locator("#holder-e")).isVisible();
		assertThat(this.window.page().locator("#reason")).hasValue("Anna er på rejse");
		assertThat(this.window.barriers()).isEmpty();
		this.window.page().fill("#holder", "Bo Lind");
		this.window.page().locator("main button:has-text('Flyt')").click();

		assertThat(this.window.page().locator(".alert--ok")).containsText("Flyttet");
		assertThat(view(this.ministry.answer()).holder()).contains(Staff.BO.email());
	}

	@Test
	void whoeverHasACaseIsAskedOnceADayForAnAnswer() {
		this.window.of(Staff.CLARA, "da").opens("/cases/%s/actions".formatted(this.ministry.answer()));

		this.window.button("Ryk for svar").click();

		assertThat(this.window.page().locator(".alert--ok")).containsText("Rykket");
		await().atMost(Duration.ofMinutes(1)).until(() -> sent(this.ministry.answer(), Writeback.Kind.NUDGE));
		this.window.opens("/cases/" + this.ministry.answer());
		assertThat(this.window.page().locator("#thread")).containsText("Clara Juhl rykkede Anna Holm for svar");
		this.window.sends("/cases/%s/reminder".formatted(this.ministry.answer()), FormData.create());
		assertThat(this.house.bean(Writebacks.class).ofCase(this.ministry.answer())).extracting(Writeback::kind)
			.containsOnlyOnce(Writeback.Kind.NUDGE);
	}

	@Test
	void conditionsAreTickedOffAndUnticked() {
		this.window.of(Staff.DAN, "da").opens("/cases/" + this.ministry.lease());
		var tick = this.window.page().locator("#conditions .tick");
		assertThat(tick).hasAttribute("aria-checked", "false");

		tick.click();

		assertThat(tick).hasAttribute("aria-checked", "true");
		assertThat(this.window.page().locator("#conditions")).containsText("1 af 1 opfyldt");
		assertThat(this.window.page().locator("#conditions")).containsText("Opfyldt, Dan Friis");
		assertThat(this.window.page().locator("#thread")).containsText("Dan Friis siger, at en bemærkning er opfyldt");
		assertThat(this.window.barriers()).isEmpty();
		tick.click();
		assertThat(tick).hasAttribute("aria-checked", "false");
		assertThat(verdicts(this.ministry.lease(), Staff.CLARA)).singleElement()
			.satisfies((verdict) -> assertThat(verdict.counts()).isTrue());
	}

	@Test
	void somebodyIsBroughtIntoACaseAndCanReadItFromThenOn() {
		this.window.of(Staff.FINN, "da");
		assertThat(status("/cases/" + this.ministry.lease())).isEqualTo(404);

		this.window.of(Staff.DAN, "da").opens("/cases/" + this.ministry.lease());
		this.window.page().locator(".adding summary").click();
		this.window.page().fill("#person", "Nogen Fremmed");
		this.window.button("Tilføj til sagen").click();
		assertThat(this.window.page().locator("#person-e")).isVisible();
		assertThat(this.window.page().locator("#person")).hasValue("Nogen Fremmed");
		assertThat(this.window.barriers()).isEmpty();
		this.window.page().fill("#person", "Finn Bro");
		this.window.button("Tilføj til sagen").click();

		assertThat(this.window.page().locator("#participants .chain")).containsText("Finn Bro");
		assertThat(this.window.page().locator("#thread")).containsText("Dan Friis tilføjede Finn Bro");
		assertThat(view(this.ministry.lease()).participant(Staff.FINN.email()).orElseThrow().role())
			.isEqualTo(Role.INFORMED);
		this.window.of(Staff.FINN, "da");
		assertThat(status("/cases/" + this.ministry.lease())).isEqualTo(200);
	}

	@ParameterizedTest
	@CsvSource({ "cond, Kun for fem år, APPROVED_WITH_CONDITIONS", "back, Tallene mangler, RETURNED",
			"no, Det er for dyrt, REJECTED", "later, Efter ferien, DEFERRED" })
	void theReplyIsShownBeforeItIsSentAndSaysThenWhatItShowed(String answer, String words, Outcome outcome) {
		this.window.of(Staff.ANNA, "da")
			.wide(390)
			.opens("/cases/%s/decide?answer=%s".formatted(this.ministry.lease(), answer));
		this.window.page().locator("#preview summary").click();
		this.window.page().locator("#words").pressSequentially(words);
		assertThat(this.window.page().locator("#preview .mailbit")).containsText(words);
		assertThat(this.window.page().locator("#preview .mailbit")).containsText("Til Dan Friis, Anna Holm");
		assertThat(this.window.barriers()).isEmpty();
		assertThat(verdicts(this.ministry.lease(), Staff.ANNA)).isEmpty();

		this.window.page().locator(".decide-form button[type=submit]").click();
		this.window.page().locator(".ap-stamp").waitFor();
		answersAreSent();

		assertThat(verdicts(this.ministry.lease(), Staff.ANNA)).singleElement()
			.satisfies((verdict) -> assertThat(verdict.decision().outcome()).isEqualTo(outcome));
		await().atMost(Duration.ofMinutes(1))
			.until(() -> this.house.mails().stream().anyMatch((mail) -> mail.contains(words)));
	}

	@Test
	void laterThanYesterdayIsNoDay() {
		this.window.withoutScript(Staff.ANNA).opens("/cases/%s/decide?answer=later".formatted(this.ministry.lease()));
		this.window.page().fill("#until", "2020-01-01");
		this.window.page().fill("#words", "Efter ferien");

		this.window.page().locator(".decide-form button[type=submit]").click();

		assertThat(this.window.page().locator("#until-e")).isVisible();
		assertThat(this.window.page().locator("#words")).hasValue("Efter ferien");
		assertThat(this.window.page().locator("#until")).hasValue("2020-01-01");
	}

	@Test
	void severalAreReturnedAtOnceWithOneReason() {
		this.window.of(Staff.ANNA, "da").opens("/mine");
		this.window.page().locator("input[value^='%s ']".formatted(this.ministry.lease())).check();
		this.window.page().locator("input[value^='%s ']".formatted(this.ministry.answer())).check();
		this.window.page().locator(".mine-batch summary").click();
		this.window.button("Returnér de valgte").click();
		assertThat(this.window.page().locator("#words-e")).isVisible();
		assertThat(this.window.page().locator("input[name=pick]:checked")).hasCount(2);
		assertThat(this.window.barriers()).isEmpty();

		this.window.page().fill("#words", "Økonomien mangler");
		this.window.button("Returnér de valgte").click();

		assertThat(this.window.page().locator(".alert--ok")).containsText("Returneret: 2");
		answersAreSent();
		assertThat(view(this.ministry.lease()).state()).isEqualTo(CaseState.WAITING);
		assertThat(view(this.ministry.lease()).holder()).contains(Staff.DAN.email());
		assertThat(view(this.ministry.answer()).holder()).contains(Staff.CLARA.email());
	}

	@Test
	void aRefusedMailIsReadBeforeTwoReleaseIt() {
		this.window.of(Staff.EVA, "da").opens("/quarantine");

		this.window.page()
			.locator(".qi:has-text('Sv: Lejekontrakt for Havnegade 12') a:has-text('Se originalen')")
			.first()
			.click();

		assertThat(this.window.page().locator("main")).containsText("Finn Bro");
		assertThat(this.window.page().locator(".docpage")).containsText("Godkendt.");
		assertThat(this.window.barriers()).isEmpty();
	}

	private CaseId opened() {
		var url = this.window.page().url();
		return new CaseId(url.substring(url.lastIndexOf('/') + 1));
	}

	private boolean sent(CaseId id, Writeback.Kind kind) {
		return this.house.bean(Writebacks.class)
			.ofCase(id)
			.stream()
			.anyMatch((mail) -> mail.kind() == kind && mail.state() == Writeback.State.SENT);
	}

	private int status(String path) {
		return this.window.page().request().get(this.house.uri() + path).status();
	}

}
