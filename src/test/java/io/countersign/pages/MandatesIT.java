package io.countersign.pages;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FormData;
import io.countersign.identity.Absence;
import io.countersign.identity.Absences;
import io.countersign.identity.EmailAddress;
import io.countersign.identity.Mandate;
import io.countersign.identity.Mandates;
import io.countersign.identity.People;
import io.countersign.journal.Entry;
import io.countersign.journal.Journal;
import io.countersign.journal.Mode;
import io.countersign.scenario.Correspondent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.jdbc.core.simple.JdbcClient;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Admins say who may answer for whom. */
class MandatesIT extends Morning {

	private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Copenhagen"));

	@BeforeEach
	void nobodyAnswersForAnybody() {
		var database = this.house.bean(JdbcClient.class);
		database.sql("delete from mandate").update();
		database.sql("delete from absence").update();
		this.house.employ(Role.ADMIN, Role.ADMIN.jobTitle(), "It");
		this.house.employ(Role.AUDITOR, Role.AUDITOR.jobTitle(), "Revision");
	}

	@Test
	void anAdminGivesAMandateByTheKeyboardAloneAndThePageSaysWhoAndWhen() {
		this.window.of(Role.ADMIN, "da").opens("/mandates");
		this.window.page().locator("#principal").focus();

		this.window.page().keyboard().type("Anna Holm");
		this.window.press("Tab");
		this.window.page().keyboard().type(Staff.EVA.address());
		this.window.page().fill("#until", TODAY.plusDays(9).toString());
		this.window.page().locator("input[value=presse]").focus();
		this.window.press("Space");
		this.window.page().locator("#amount").focus();
		this.window.page().keyboard().type("250.000");
		this.window.press("Enter");

		assertThat(this.window.page().locator(".alert--ok")).containsText("Mandatet er givet");
		assertThat(this.window.page().locator(".md-lists")).containsText("Eva Skov må svare for Anna Holm");
		assertThat(this.window.page().locator(".md-lists")).containsText("op til 250.000 kr.");
		assertThat(this.window.page().locator(".md-lists")).containsText("Givet af Ada Bech i dag");
		assertThat(mandate()).satisfies((mandate) -> {
			assertThat(mandate.id()).startsWith("eva.skov-for-anna.holm-");
			assertThat(mandate.categories()).containsExactly("presse");
			assertThat(mandate.maxAmount()).isEqualByComparingTo("250000");
			assertThat(mandate.to()).isEqualTo(start(TODAY.plusDays(10)));
		});
		assertThat(entries(mandate().id())).extracting(Entry::type).containsExactly("mandate.set");
		this.window.of(Staff.ANNA, "da").opens("/mine");
		assertThat(this.window.page().locator(".away")).containsText("Eva Skov må svare for dig");
	}

	@Test
	void wrongInputIsAnsweredBesideTheFieldAndNothingTypedIsLost() {
		this.window.of(Role.ADMIN, "da").opens("/mandates");
		this.window.page().fill("#principal", "Anna Holm");
		this.window.page().fill("#delegate", "stranger@elsewhere.example");
		this.window.page().fill("#until", TODAY.plusDays(3).toString());
		this.window.page().locator("input[value=kontrakt]").check();
		this.window.page().fill("#amount", "1.5");

		this.window.page().locator(".md-new button[type=submit]").click();

		assertThat(this.window.page().locator("#delegate-e")).hasText("Ingen i personlisten hedder sådan");
		assertThat(this.window.page().locator("#amount-e")).containsText("Skriv et beløb som");
		assertThat(this.window.page().locator("#principal-e")).hasCount(0);
		assertThat(this.window.page().locator("#principal")).hasValue("Anna Holm");
		assertThat(this.window.page().locator("#delegate")).hasValue("stranger@elsewhere.example");
		assertThat(this.window.page().locator("#amount")).hasValue("1.5");
		assertThat(this.window.page().locator("input[value=kontrakt]")).isChecked();
		assertThat(this.window.barriers()).isEmpty();
		this.window.page().fill("#delegate", "Eva Skov");
		this.window.page().fill("#amount", "1.500");
		this.window.page().locator(".md-new button[type=submit]").click();
		assertThat(this.window.page().locator(".alert--ok")).isVisible();
		assertThat(mandate().maxAmount()).isEqualByComparingTo("1500");
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			principal, Nobody, principal-e
			principal, ' ', principal-e
			delegate, Anna Holm, delegate-e
			delegate, Ada Bech, delegate-e
			from, 2020-01-01, from-e
			from, i morgen, from-e
			until, 2020-01-01, until-e
			until, +123456-01-01, until-e
			categories, everything, categories-e
			amount, 0, amount-e
			amount, '1,5', amount-e
			currency, XYW, currency-e
			currency, kroner, currency-e
			""")
	void VA_09_noMandateComesFromAFormThatIsNotWhole(String field, String typed, String fault) {
		var answer = give(field, typed);

		assertThat(answer.status()).isEqualTo(422);
		assertThat(answer.text()).contains("id=\"%s\"".formatted(fault));
		assertThat(current()).isEmpty();
	}

	@Test
	void theSameFormSentTwiceIsOneMandate() {
		var key = UUID.randomUUID().toString();

		assertThat(give("key", key).status()).isEqualTo(302);
		assertThat(give("key", key).status()).isEqualTo(302);

		assertThat(entries(mandate().id())).hasSize(1);
	}

	@Test
	void anAutomaticReplyIsAProposalUntilAnAdminTakesItUp() {
		var last = TODAY.plusDays(8);
		this.house.bean(Absences.class)
			.note(new Absence(Staff.BO.email(), last, start(last.plusDays(1)), Optional.of("Clara"),
					Optional.of(Staff.CLARA.email()), "msg_away", "Jeg er på ferie. Kontakt Clara", Instant.now()),
					Mode.LIVE);
		assertThat(current()).isEmpty();
		this.window.of(Staff.EVA, "da").opens("/mandates");
		assertThat(this.window.page().locator("main")).containsText("Bo Lind er fraværende");
		assertThat(this.window.page().locator("main")).not().containsText("ferie");
		assertThat(this.window.page().locator("main button:has-text('Giv mandat')")).hasCount(0);
		this.window.of(Role.ADMIN, "da").opens("/mandates");

		this.window.button("Giv mandat").click();

		assertThat(this.window.page().locator(".alert--ok")).isVisible();
		assertThat(this.window.page().locator(".md-lists")).containsText("Clara Juhl må svare for Bo Lind");
		assertThat(this.window.page().locator(".md-lists")).not().containsText("Bo Lind er fraværende");
		assertThat(mandate()).satisfies((mandate) -> {
			assertThat(mandate.principal()).isEqualTo(Staff.BO.email());
			assertThat(mandate.delegate()).isEqualTo(Staff.CLARA.email());
			assertThat(mandate.to()).isEqualTo(start(last.plusDays(1)));
		});
	}

	@Test
	void theEndIsChangedAndTheMandateWithdrawnAndEachStandsThere() {
		give("amount", "");
		this.window.opens("/mandates");
		this.window.page().locator(".md-end summary").click();
		this.window.page().locator(".md-end form").evaluate("form => form.noValidate = true");
		this.window.page().fill(".md-end input[name=until]", TODAY.minusDays(1).toString());
		this.window.page().locator(".md-end button").click();
		assertThat(this.window.page().locator(".md-end .err")).isVisible();
		assertThat(this.window.page().locator(".md-end input[name=until]")).hasValue(TODAY.minusDays(1).toString());
		assertThat(this.window.barriers()).isEmpty();

		this.window.page().fill(".md-end input[name=until]", TODAY.plusDays(1).toString());
		this.window.page().locator(".md-end button").click();

		assertThat(this.window.page().locator(".alert--ok")).containsText("Slutdatoen er rettet");
		assertThat(mandate().to()).isEqualTo(start(TODAY.plusDays(2)));
		this.window.button("Træk tilbage").click();
		assertThat(this.window.page().locator(".alert--ok")).containsText("trukket tilbage");
		assertThat(this.window.page().locator("section:has(#end-h)")).containsText("Trukket tilbage af Ada Bech");
		assertThat(this.window.page().locator("section:has(#end-h)")).containsText("Rettet af Ada Bech");
		assertThat(current()).isEmpty();
		var id = this.house.bean(Mandates.class).ended(null, 1).getFirst().id();
		assertThat(entries(id)).extracting(Entry::type)
			.containsExactly("mandate.set", "mandate.set", "mandate.withdrawn");
	}

	@Test
	void UI_09_anAuditorSeesAllOfThemAndALeaderHisOwnAndNeitherChangesAny() {
		give("amount", "");
		var path = "/mandates/%s/withdraw".formatted(mandate().id());
		this.window.of(Role.AUDITOR, "da").opens("/mandates");
		assertThat(this.window.page().locator("main")).containsText("Eva Skov må svare for Anna Holm");
		assertThat(this.window.page().locator("main form")).hasCount(0);
		assertThat(this.window.sends(path, FormData.create()).status()).isEqualTo(403);

		this.window.of(Staff.ANNA, "da").opens("/mandates");
		assertThat(this.window.page().locator("main")).containsText("Eva Skov må svare for Anna Holm");
		assertThat(this.window.page().locator("main form")).hasCount(0);
		assertThat(this.window.sends(path, FormData.create()).status()).isEqualTo(403);

		this.window.of(Staff.GRO, "da").opens("/mandates");
		assertThat(this.window.page().locator("main")).not().containsText("Anna Holm");
		assertThat(current()).hasSize(1);
	}

	@Test
	void UI_08_whoeverHasNotJustSignedInGivesNobodyAMandate() {
		this.house.signedInFor(Duration.ofMinutes(6));

		assertThat(give("amount", "").status()).isEqualTo(302);

		assertThat(current()).isEmpty();
		this.window.opens("/unsent");
		assertThat(this.window.page().locator("h1")).hasText("Log ind igen for at give mandatet");
		assertThat(this.window.barriers()).isEmpty();
		this.window.page().locator("a:has-text('Log ind igen')").click();
		this.window.page().locator("button[value='%s']".formatted(Role.ADMIN.address())).click();
		this.window.button("Giv mandatet").click();
		assertThat(this.window.page().locator(".alert--ok")).containsText("Mandatet er givet");
		assertThat(current()).hasSize(1);
		this.house.signedInFor(Duration.ZERO);
	}

	@ParameterizedTest
	@CsvSource({ "da, LIGHT, 1440", "da, DARK, 390", "en, LIGHT, 390", "en, DARK, 1440" })
	void thePageIsOpenToEverybody(String language, ColorScheme scheme, int width) {
		filled();
		for (var reader : List.<Correspondent>of(Role.ADMIN, Staff.EVA)) {
			this.window.of(reader, language).in(scheme).wide(width).opens("/mandates");

			this.window.photograph("mandates-%s-%d-%s-%s".formatted(reader.address().split("@")[0], width,
					scheme.name().toLowerCase(Locale.ROOT), language));

			assertThat(this.window.barriers()).isEmpty();
			assertThat(this.window.scrollsSideways()).isFalse();
			assertThat(this.window.complaints()).isEmpty();
			assertThat(this.window.strangers()).isEmpty();
		}
	}

	/** One of each kind. */
	private void filled() {
		var mandates = this.house.bean(Mandates.class);
		var now = Instant.now();
		mandates.put(
				new Mandate("eva-for-anna", Staff.ANNA.email(), Staff.EVA.email(), start(TODAY.minusDays(20)),
						start(TODAY.plusDays(5)), List.of("presse", "ministersvar"), new BigDecimal("250000"), "DKK"),
				this.house.bean(People.class).find(new EmailAddress(Role.ADMIN.address())).orElseThrow().id().value());
		mandates.put(new Mandate("clara-for-gro", Staff.GRO.email(), Staff.CLARA.email(), start(TODAY.plusDays(3)),
				start(TODAY.plusDays(9)), List.of(), null, "DKK"), "case-system");
		mandates.put(new Mandate("dan-for-clara", Staff.CLARA.email(), Staff.DAN.email(), start(TODAY.minusDays(9)),
				now.plusSeconds(60), List.of("kontrakt"), null, "DKK"), "case-system");
		mandates.withdraw("dan-for-clara", "case-system");
		this.house.bean(Absences.class)
			.note(new Absence(Staff.BO.email(), TODAY.plusDays(8), start(TODAY.plusDays(9)), Optional.of("Clara"),
					Optional.of(Staff.CLARA.email()), "msg_away", "Kontakt Clara", now), Mode.LIVE);
	}

	/** Sends a whole form, with one field typed otherwise. */
	private APIResponse give(String field, String typed) {
		var form = FormData.create();
		var whole = List.of("principal", Staff.ANNA.address(), "delegate", "Eva Skov", "from", TODAY.toString(),
				"until", TODAY.plusDays(9).toString(), "categories", "presse", "amount", "", "currency", "DKK", "key",
				UUID.randomUUID().toString());
		for (var at = 0; at < whole.size(); at += 2) {
			form.set(whole.get(at), whole.get(at).equals(field) ? typed : whole.get(at + 1));
		}
		return this.window.of(Role.ADMIN, "da").sends("/mandates", form);
	}

	private Mandate mandate() {
		assertThat(current()).hasSize(1);
		return current().getFirst();
	}

	private List<Mandate> current() {
		return this.house.bean(Mandates.class).current(null, 10);
	}

	private List<Entry> entries(String mandate) {
		return this.house.bean(Journal.class).ofStream("mandate/" + mandate, 0, Journal.PAGE);
	}

	private static Instant start(LocalDate day) {
		return day.atStartOfDay(ZoneId.of("Europe/Copenhagen")).toInstant();
	}

}
