package io.countersign.pages;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import io.countersign.scenario.Correspondent;
import io.countersign.scenario.Letter;
import io.countersign.scenario.Office;
import io.countersign.scenario.OneOffice;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.countersign.scenario.Cast.ANNA;
import static io.countersign.scenario.Cast.BO;
import static io.countersign.scenario.Cast.CLARA;
import static io.countersign.scenario.Cast.DAN;
import static io.countersign.scenario.Cast.EVA;
import static io.countersign.scenario.Cast.FINN;
import static io.countersign.scenario.Cast.SECRETARIAT;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Scenarios 1, 3 and 9 as people see them on the pages: nothing is opened by hand, the
 * mails are read.
 */
@ResourceLock(OneOffice.LOCK)
@ExtendWith(OneOffice.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScenariosOnPagesIT {

	private static final ZoneId COPENHAGEN = ZoneId.of("Europe/Copenhagen");

	private final Office office;

	private final Window window;

	ScenariosOnPagesIT(Office office) {
		this.office = office;
		this.window = new Window(office.product().uri());
	}

	@Test
	void scenario01_theMinistersReplyFromThePhoneIsOnTheCaseWithItsConditionItsFileAndItsProof() {
		var request = Letter
			.of(DAN, List.of(BO, ANNA), "Udkast til svar på § 20-spørgsmål S 413, frist fredag kl. 12",
					"Kære Anna og Bo\n\nHermed udkast til svar på § 20-spørgsmål S 413 til godkendelse. "
							+ "Frist fredag kl. 12.\n\nVenlig hilsen\nDan",
					now())
			.copyTo(SECRETARIAT)
			.with("svar_v1.docx", "Udkast til svar på spørgsmål S 413");
		var place = place(settled(request));
		this.window.of(ANNA, "da").wide(390).opens("/mine");
		assertThat(this.window.page().locator(".mines .ask[href='%s/decide']".formatted(place))).isVisible();

		this.window.opens(place);
		assertThat(this.window.page().locator(".case-facts")).containsText("12.00");

		var reply = request.answeredBy(ANNA, "Godkendt - men ret venligst stavefejlen i afsnit 2. Anna"
				+ "\n\nSendt fra Outlook til iOS" + request.quoted(), now());
		settled(reply);

		this.window.opens("/mine");
		assertThat(this.window.page().locator(".mines .ask[href='%s/decide']".formatted(place))).hasCount(0);
		this.window.opens(place);
		says(verdicts().locator(".sigline"), ANNA.displayName(), "Godkendt med bemærkninger", "svar på mail",
				"version 1");
		assertThat(verdicts().locator(".about")).hasText("svar_v1.docx, v1");
		assertThat(verdicts().locator("summary")).hasText("Bevis A3");
		assertThat(this.window.page().locator("#conditions")).containsText("stavefejlen i afsnit 2");
		assertThat(answer(reply).locator(".quote mark.read")).containsText("Godkendt");
		assertThat(answer(reply).locator(".quote")).not().containsText("Sendt fra Outlook");
		isOpenToEverybody();
	}

	@Test
	void scenario03_whatTheSecretaryAnsweredBeyondHerMandateCountsWhenTheMinisterConfirmsItOnThePage() {
		this.office.product()
			.put("/mandates/eva-for-anna",
					Map.of("principal", ANNA.address(), "delegate", EVA.address(), "from",
							Instant.now().minus(Duration.ofDays(5)).toString(), "to",
							Instant.now().plus(Duration.ofDays(5)).toString(), "categories", List.of("presse")));
		var press = asked("Pressemeddelelse om den nye letbane");
		var note = asked("Budgetnotat om den nye letbane");
		answeredForAnna(press);
		answeredForAnna(note);

		this.window.of(EVA, "da").wide(1440).opens(place(press));
		says(verdicts().locator(".sigline"), ANNA.displayName(), "Godkendt", "ved " + EVA.displayName());
		verdicts().locator("summary").click();
		assertThat(verdicts().locator(".proof")).containsText("eva-for-anna");
		this.window.opens("/?q=" + number(note));
		assertThat(this.window.page().locator(".row .tag")).containsText("Afventer bekræftelse");

		this.window.of(ANNA, "da").wide(390).opens(place(note));
		var held = verdicts().locator(".ruling").first().getAttribute("id");
		this.window.opens("%s/verdicts/%s/confirm".formatted(place(note), held));
		assertThat(this.window.page().locator("h1")).containsText("Måtte Eva Skov svare for dig?");
		assertThat(this.window.page().locator("main blockquote mark.read")).containsText("godkender");
		isOpenToEverybody();
		this.window.page().locator(".ap-act .btn--primary").click();

		assertThat(this.window.page()).hasURL(Pattern.compile(".*\\?done#verdicts"));
		says(verdicts().locator(".sigline").first(), ANNA.displayName(), "Godkendt");
		assertThat(this.office.caseOf(note).path("state").asString()).isEqualTo("decided");
	}

	@Test
	void scenario09_whatTheMayorOrdersByMailIsWorkWithADayOnTheBoardAndOnHerOwnPage() {
		var order = Letter
			.of(ANNA, List.of(CLARA), "Skolebusserne på øen",
					"Clara, lav et notat om skolebusserne inden onsdag kl. 10, gerne 2 sider.\n\nAnna", now())
			.copyTo(FINN);
		var place = place(settled(order));

		this.window.of(ANNA, "da").wide(390).opens("/mine");
		var ordered = this.window.page().locator(".ord:has(a[href='%s'])".formatted(place));
		assertThat(ordered).containsText(CLARA.displayName());
		ordered.locator("a").click();
		assertThat(this.window.page().locator("#tasks")).containsText("notat om skolebusserne");
		assertThat(this.window.page().locator("#tasks")).containsText("%s, senest".formatted(CLARA.displayName()));
		assertThat(this.window.page().locator("#tasks")).containsText("10.00");
		assertThat(Instant.parse(this.office.caseOf(order).path("deadline").path("at").asString()).toString())
			.startsWith(wednesdayAtTen().toString().substring(0, 16));
		assertThat(this.window.page().locator("#participants li:has-text('%s')".formatted(FINN.displayName())))
			.containsText("Orienteres");
		assertThat(this.window.page().locator("#thread")).containsText("bestil");
		isOpenToEverybody();

		this.window.of(CLARA, "da").wide(1440).opens("/?q=" + number(order));
		assertThat(this.window.page().locator(".row .c-who")).containsText(CLARA.displayName());
		this.window.page().locator(".row .row-link").click();
		this.window.page().locator("#tasks .tick").click();

		assertThat(this.window.page().locator("#tasks .tick")).hasAttribute("aria-checked", "true");
		assertThat(this.office.answersTo(order)).as("one receipt").hasSize(1);
	}

	@AfterEach
	void nothingWasRefusedByTheBrowser() {
		assertThat(this.window.complaints()).isEmpty();
		assertThat(this.window.strangers()).isEmpty();
	}

	@AfterAll
	void close() {
		this.window.close();
	}

	private void isOpenToEverybody() {
		assertThat(this.window.barriers()).isEmpty();
		assertThat(this.window.scrollsSideways()).isFalse();
	}

	private Locator verdicts() {
		return this.window.page().locator("#verdicts");
	}

	private static void says(Locator place, String... words) {
		for (var word : words) {
			assertThat(place).containsText(word);
		}
	}

	private Locator answer(Letter reply) {
		return this.window.page().locator("#m-" + this.office.message(reply).path("id").asString());
	}

	private Letter asked(String title) {
		return settled(
				Letter.of(DAN, List.of(ANNA), title, "Kære Anna\n\nKan du godkende vedlagte?\n\nHilsen Dan", now())
					.with("udkast.txt", title));
	}

	private void answeredForAnna(Letter request) {
		var reply = request.answeredBy(ANNA, "Ministeren godkender\n\nEva" + request.quoted(), now())
			.header("Sender: " + EVA.mailbox());
		for (var seen : List.<Map.Entry<Correspondent, String>>of(Map.entry(EVA, "sentitems"),
				Map.entry(DAN, "inbox"))) {
			this.office.tenant().place(seen.getKey(), seen.getValue(), reply.bytes(), Instant.now());
		}
		this.office.settles(request, reply);
	}

	private Letter settled(Letter letter) {
		this.office.tenant().send(letter);
		this.office.settles(letter);
		return letter;
	}

	private String place(Letter letter) {
		return "/cases/" + this.office.message(letter).path("case").asString();
	}

	private String number(Letter letter) {
		return this.office.caseOf(letter).path("number").asString();
	}

	private static Instant wednesdayAtTen() {
		return now().with(TemporalAdjusters.next(DayOfWeek.WEDNESDAY)).with(LocalTime.of(10, 0)).toInstant();
	}

	private static ZonedDateTime now() {
		return ZonedDateTime.now(COPENHAGEN);
	}

}
