package io.countersign.pages;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import io.countersign.cases.CaseId;
import io.countersign.journal.Entry;
import io.countersign.journal.Journal;
import io.countersign.protection.LegalHold;
import io.countersign.protection.LegalHolds;
import io.countersign.scenario.Correspondent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.jdbc.core.simple.JdbcClient;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** What must be kept, what may be forgotten, and who has read what. */
class ProtectionIT extends Morning {

	private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Copenhagen"));

	private static final Correspondent SECOND = new Correspondent() {

		@Override
		public String displayName() {
			return "Tom Lau";
		}

		@Override
		public String address() {
			return "tom.lau@min.example";
		}

	};

	@BeforeEach
	void nothingIsHeld() {
		this.house.bean(JdbcClient.class).sql("delete from legal_hold").update();
		this.house.employ(Role.ADMIN, Role.ADMIN.jobTitle(), "It");
		this.house.employ(Role.AUDITOR, Role.AUDITOR.jobTitle(), "Revision");
	}

	@Test
	void DP_02_anAdminHoldsACaseByItsNumberUntilHeLiftsIt() {
		this.window.of(Role.ADMIN, "da").opens("/protection");
		this.window.page().fill("#what", number(this.ministry.lease()));
		this.window.page().fill("#why", "Aktindsigt 2026-77");
		this.window.page().fill("#until", TODAY.plusDays(30).toString());

		this.window.page().locator(".md-new button[type=submit]").click();

		assertThat(this.window.page().locator(".alert--ok")).hasText("Slettestoppet gælder.");
		assertThat(this.window.page().locator(".qi")).containsText(number(this.ministry.lease()));
		assertThat(this.window.page().locator(".qi")).containsText("Sat af Ada Bech i dag");
		var hold = hold(this.ministry.lease()).orElseThrow();
		assertThat(hold.until()).isEqualTo(TODAY.plusDays(31).atStartOfDay(ZoneId.of("Europe/Copenhagen")).toInstant());

		this.window.page().locator(".qi button").click();

		assertThat(this.window.page().locator(".alert--ok")).hasText("Slettestoppet er ophævet.");
		assertThat(this.window.page().locator(".qi .tag")).containsText("Ophævet i dag");
		assertThat(hold(this.ministry.lease())).isEmpty();
		assertThat(this.house.bean(Journal.class).ofStream("hold/" + hold.id(), 0, Journal.PAGE))
			.extracting(Entry::type)
			.containsExactly("hold.set", "hold.lifted");
	}

	@Test
	void DP_02_whoHasLeftIsHeldByHisAddressAndWrongInputIsAnsweredBesideTheField() {
		this.window.of(Role.ADMIN, "da").opens("/protection");
		this.window.page().fill("#what", "2026-999999");
		this.window.page().fill("#why", "Retssag");
		this.window.page().fill("#until", TODAY.plusDays(1).toString());
		this.window.page().locator(".md-new button[type=submit]").click();
		assertThat(this.window.page().locator("#what-e")).hasText("Ingen sag eller person hedder sådan");
		assertThat(this.window.page().locator("#why")).hasValue("Retssag");
		assertThat(this.window.page().locator("#until")).hasValue(TODAY.plusDays(1).toString());
		assertThat(this.window.barriers()).isEmpty();

		this.window.page().fill("#what", "gone@min.example");
		this.window.page().locator(".md-new button[type=submit]").click();

		assertThat(this.window.page().locator(".qi")).containsText("gone@min.example");
		assertThat(this.house.bean(LegalHolds.class).newest(10)).singleElement()
			.satisfies((one) -> assertThat(one.person().orElseThrow().value()).isEqualTo("gone@min.example"));
	}

	@ParameterizedTest
	@CsvSource({ "until, 2020-01-01", "until, i morgen", "why, ''", "what, Nobody At All" })
	void DP_02_noHoldComesFromAFormThatIsNotWhole(String field, String typed) {
		var form = FormData.create()
			.set("what", number(this.ministry.lease()))
			.set("why", "Retssag")
			.set("until", TODAY.plusDays(9).toString())
			.set("key", "a-form");

		var refused = this.window.of(Role.ADMIN, "da").sends("/protection/holds", form.set(field, typed));

		assertThat(refused.status()).isEqualTo(422);
		assertThat(refused.text()).contains("id=\"%s-e\"".formatted(field));
		assertThat(this.house.bean(LegalHolds.class).newest(10)).isEmpty();
	}

	@Test
	void DP_03_aCaseIsForgottenWhenTwoAdminsWriteItsNumber() {
		filled();
		var number = number(this.ministry.travel());
		this.house.employ(SECOND, Role.ADMIN.jobTitle(), "It");
		this.window.of(Role.ADMIN, "da").opens("/protection");
		this.window.page().locator("tr:has-text('%s') a".formatted(number)).click();
		assertThat(this.window.page().locator("h1")).hasText("Slet %s?".formatted(number));
		this.window.page().fill("#number", "2026-1");
		this.window.button("Bed om sletning").click();
		assertThat(this.window.page().locator("#number-e")).hasText("Skriv " + number);
		assertThat(this.window.page().locator("#number")).hasValue("2026-1");
		assertThat(this.window.barriers()).isEmpty();
		assertThat(types(this.ministry.travel())).doesNotContain("purge.wanted");

		this.window.page().fill("#number", number);
		this.window.button("Bed om sletning").click();

		assertThat(this.window.page().locator(".alert--ok")).containsText("En til skal gøre det inden for en uge.");
		assertThat(types(this.ministry.travel())).contains("purge.wanted").doesNotContain("case.purged");
		this.window.opens("/protection/purge?what=" + number);
		assertThat(this.window.page().locator(".alert")).containsText("Du har bedt om det.");
		assertThat(this.window.page().locator("main form[method=post]")).hasCount(0);

		this.window.of(SECOND, "en").opens("/protection/purge?what=" + number);
		this.window.photograph("purge-second-1440-light-en");
		this.window.page().fill("#number", number);
		this.window.button("Delete for good").click();

		assertThat(this.window.page().locator(".alert--ok")).hasText("The mails and files of the case are deleted.");
		assertThat(types(this.ministry.travel())).contains("case.purged");
		assertThat(view(this.ministry.travel()).title()).isEqualTo(number);
		this.window.opens("/protection/purge?what=" + number);
		assertThat(this.window.page().locator(".alert")).hasText("The case is already deleted.");
	}

	@ParameterizedTest
	@CsvSource({ "da, LIGHT, 390", "en, DARK, 820" })
	void DP_03_whatCannotBeForgottenIsSaidWithoutAButton(String language, ColorScheme scheme, int width) {
		filled();
		this.house.bean(LegalHolds.class)
			.put("sag-4", Optional.of(this.ministry.travel()), Optional.empty(), "Tilsyn",
					Instant.now().plusSeconds(9_000), "test");
		this.window.of(Role.ADMIN, language).in(scheme).wide(width);
		for (var id : List.of(this.ministry.travel(), this.ministry.lease())) {
			this.window.opens("/protection/purge?what=" + number(id));

			assertThat(this.window.page().locator(".alert--warn")).isVisible();
			assertThat(this.window.page().locator("main form")).hasCount(0);
			assertThat(this.window.barriers()).isEmpty();
			var sent = this.window.sends("/protection/cases/%s/purge".formatted(id),
					FormData.create().set("number", number(id)));
			assertThat(sent.status()).isEqualTo(409);
			assertThat(types(id)).doesNotContain("purge.wanted");
		}
		this.window.opens("/protection/purge?what=2026-999999");
		assertThat(this.window.page().locator("#what-e")).isVisible();
		assertThat(this.window.barriers()).isEmpty();
		assertThat(this.window.scrollsSideways()).isFalse();
		this.window.photograph("purge-%s-%d".formatted(language, width));
	}

	@Test
	void DP_03_whoMayNotForgetDoesNot() {
		filled();
		for (var one : List.of(Staff.EVA, Staff.ANNA, Role.AUDITOR)) {
			this.window.of(one, "da");
			assertThat(this.window
				.sends("/protection/cases/%s/purge".formatted(this.ministry.travel()),
						FormData.create().set("number", number(this.ministry.travel())))
				.status()).isEqualTo(403);
		}
		assertThat(types(this.ministry.travel())).doesNotContain("purge.wanted");
	}

	@Test
	void DP_04_anAuditorReadsWhoHasReadACaseAndChangesNothing() {
		this.window.of(Staff.EVA, "da").opens("/cases/" + this.ministry.lease());
		assertThat(this.window.page().request().get(this.house.uri() + "/protection").status()).isEqualTo(403);
		this.window.of(Role.AUDITOR, "da").opens("/protection");
		this.window.page().fill("#of", number(this.ministry.lease()));

		this.window.page().locator("#accesses button[type=submit]").click();

		var eva = this.window.page().locator("#accesses tbody tr:has-text('Eva Skov')").first();
		assertThat(eva).containsText("Sagen: " + number(this.ministry.lease()));
		assertThat(eva).containsText("Læst");
		assertThat(this.window.page().locator("main form[method=post]")).hasCount(0);
		this.window.opens("/protection?of=Nobody+At+All");
		assertThat(this.window.page().locator("#of-e")).isVisible();
		this.window.of(Role.ADMIN, "da").opens("/protection");
		assertThat(this.window.page().locator("#accesses")).hasCount(0);
	}

	@Test
	void UI_09_whoMayNotSayWhatIsKeptDoesNot() {
		for (var one : List.of(Staff.EVA, Staff.ANNA)) {
			this.window.of(one, "da");
			assertThat(this.window.page()
				.request()
				.get(this.house.uri() + "/protection", RequestOptions.create().setMaxRedirects(0))
				.status()).isEqualTo(403);
			assertThat(this.window
				.sends("/protection/holds",
						FormData.create()
							.set("what", number(this.ministry.lease()))
							.set("why", "Retssag")
							.set("until", "2099-01-01")
							.set("key", "b-form"))
				.status()).isEqualTo(403);
		}
		assertThat(this.house.bean(LegalHolds.class).newest(10)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "da, LIGHT, 1440", "da, DARK, 390", "en, LIGHT, 320", "en, DARK, 820" })
	void thePageIsOpenToEverybody(String language, ColorScheme scheme, int width) {
		filled();
		for (var reader : List.of(Role.ADMIN, Role.AUDITOR)) {
			this.window.of(reader, language).in(scheme).wide(width).opens("/protection");

			this.window.photograph("protection-%s-%d-%s-%s".formatted(reader.name().toLowerCase(Locale.ROOT), width,
					scheme.name().toLowerCase(Locale.ROOT), language));

			assertThat(this.window.page().locator("[aria-labelledby=exp-h] tbody tr").first())
				.containsText(number(this.ministry.travel()));
			assertThat(this.window.barriers()).isEmpty();
			assertThat(this.window.scrollsSideways()).isFalse();
			assertThat(this.window.complaints()).isEmpty();
		}
	}

	/** A hold of each kind, and a case that was decided six years ago. */
	private void filled() {
		var holds = this.house.bean(LegalHolds.class);
		var later = Instant.now().plusSeconds(9_000_000);
		holds.put("sag-1", Optional.of(this.ministry.lease()), Optional.empty(), "Aktindsigt 2026-77", later, "test");
		holds.put("sag-2", Optional.empty(), Optional.of(Staff.GRO.email()), "Retssag om børnehaven ved Skovbrynet",
				later, "case-system");
		holds.put("sag-3", Optional.of(this.ministry.answer()), Optional.empty(), "Tilsyn", later, "case-system");
		holds.lift("sag-3", "case-system");
		this.house.bean(JdbcClient.class).sql("""
				update case_file set changed_at = now() - case when id = :case then interval '6 years'
					else interval '1 hour' end where state in ('DECIDED', 'CLOSED')
				""").param("case", this.ministry.travel().value()).update();
	}

	private List<String> types(CaseId id) {
		return this.house.bean(Journal.class)
			.ofStream("case/" + id, 0, Journal.PAGE)
			.stream()
			.map(Entry::type)
			.toList();
	}

	private Optional<LegalHold> hold(CaseId id) {
		return this.house.bean(LegalHolds.class).of(id);
	}

}
