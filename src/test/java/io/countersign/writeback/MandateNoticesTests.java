package io.countersign.writeback;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import io.countersign.connector.Connected;
import io.countersign.identity.EmailAddress;
import io.countersign.identity.Mandate;
import io.countersign.identity.Mandates;
import io.countersign.identity.People;
import io.countersign.intake.ReceivedMail;
import io.countersign.scenario.Correspondent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;

import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A leader whose word another may give hears of it. */
@ResourceLock(Connected.LOCK)
class MandateNoticesTests {

	private static final Instant FROM = Instant.parse("2026-12-01T07:00:00Z");

	private static final Instant TO = Instant.parse("2099-12-23T23:00:00Z");

	private static final Instant AT = Instant.parse("2026-11-28T13:30:00Z");

	private final Connected office = Connected.office();

	private final Mandates mandates = this.office.bean(Mandates.class);

	private final Correspondent anna = this.office.somebody();

	private final Correspondent eva = this.office.somebody();

	private final Correspondent ada = this.office.somebody();

	private final String id = "m-" + UUID.randomUUID();

	@Test
	void VA_09_whoeverIsAnsweredForHearsOnceWhoMayDoSoAndOnceThatItIsOver() {
		this.mandates.put(mandate(this.eva), idOf(this.ada));
		this.mandates.put(mandate(this.eva), idOf(this.ada));

		assertThat(mails(1).getFirst()).contains(this.eva.displayName() + " må svare for dig")
			.contains("presse, kontrakt")
			.contains("250.000 DKK")
			.contains("Givet af: " + this.ada.displayName());

		assertThat(this.mandates.withdraw(this.id, idOf(this.ada))).isTrue();
		assertThat(this.mandates.withdraw(this.id, idOf(this.ada))).isFalse();

		assertThat(mails(2).getLast()).contains(this.eva.displayName() + " må ikke længere svare for dig");
		assertThat(rows()).isEqualTo(2);
	}

	@Test
	void whoeverGivesAndEndsHisOwnMandateHearsNothing() {
		this.mandates.put(mandate(this.eva), idOf(this.anna));
		this.mandates.end(this.id, TO.minus(Duration.ofDays(1)), idOf(this.anna));
		this.mandates.withdraw(this.id, idOf(this.anna));

		assertThat(rows()).isZero();
	}

	@Test
	void whatAProgramGivesIsToldAsThat() {
		this.mandates.put(mandate(this.eva), "3f1c-some-program");

		assertThat(mails(1).getFirst()).contains("Givet af: Et program, som en administrator har givet adgang")
			.doesNotContain("3f1c");
	}

	@Test
	void anotherEndIsToldAsAChangeAndAnotherDelegateAsAnotherMandate() {
		this.mandates.put(mandate(this.eva), idOf(this.ada));
		this.mandates.end(this.id, TO.minus(Duration.ofDays(1)), idOf(this.ada));
		this.mandates.put(mandate(this.ada), idOf(this.eva));

		assertThat(mails(4)).anyMatch((mail) -> mail.contains("Mandatet er ændret: " + this.eva.displayName()))
			.anyMatch((mail) -> mail.contains(this.eva.displayName() + " må ikke længere svare for dig"))
			.anyMatch((mail) -> mail.contains(this.ada.displayName() + " må svare for dig"));
	}

	@Test
	void whoeverIsNoMoreThePrincipalHearsThatItIsOver() {
		var bo = this.office.somebody();
		this.mandates.put(mandate(this.eva), idOf(this.anna));
		this.mandates.put(new Mandate(this.id, Connected.address(bo), Connected.address(this.eva), FROM, TO, List.of(),
				null, "DKK"), idOf(this.ada));

		assertThat(mails(1).getFirst()).contains("må ikke længere svare for dig");
		assertThat(this.office.count("select count(*) from writeback where kind = 'MANDATE' and recipients[1] = ?",
				bo.address()))
			.isOne();
	}

	@Test
	void itIsWrittenInTheLanguageInWhichThePrincipalGetsHisMorningMail() {
		this.office.bean(DigestSubscriptions.class)
			.put(Connected.address(this.anna), Locale.ENGLISH, Duration.ofDays(1));

		this.mandates.put(mandate(this.eva), idOf(this.ada));

		assertThat(mails(1).getFirst()).contains(this.eva.displayName() + " may answer for you")
			.contains("DKK 250,000");
	}

	@Test
	void RL_09_whomTheDirectoryDoesNotVouchForIsNotWrittenTo() {
		var stranger = this.office.stranger();

		this.mandates.put(new Mandate(this.id, Connected.address(stranger), Connected.address(this.eva), FROM, TO,
				List.of(), null, "DKK"), idOf(this.ada));

		assertThat(this.office.count("select count(*) from writeback where recipients[1] = ?", stranger.address()))
			.isZero();
	}

	@Test
	void RL_01_theMailIsOwedWithTheMandateOrNotAtAll() {
		this.office.bean(TransactionTemplate.class).executeWithoutResult((status) -> {
			this.mandates.put(mandate(this.eva), idOf(this.ada));
			assertThat(rows()).isOne();
			status.setRollbackOnly();
		});

		assertThat(rows()).isZero();
		assertThat(this.mandates.find(this.id)).isEmpty();
	}

	@Test
	void theMailSaysWhoWhatUpToWhatHowLongWhoHasSaidSoAndHowToObject() {
		assertThat(letter("given", Locale.of("da"))).isEqualTo(
				"""
						Eva Skov må svare for dig
						lørdag 28. november 2026 kl. 14.30

						Svar, som Eva Skov giver inden for mandatet, tæller som dine egne. Er det ikke efter dit ønske, så skriv \
						straks til jeres administrator af Countersign. Mandatet kan trækkes tilbage med det samme.
						Hvem: Eva Skov <eva.skov@min.example>
						Sager: presse, kontrakt
						Op til: 250.000 DKK
						Gælder: Fra tirsdag 1. december 2026 kl. 08.00 til torsdag 24. december 2099 kl. 00.00
						Givet af: Ada Bech

						Se dine mandater:
						%s

						--
						Sendt af Countersign, fordi det handler om svar i dit navn. Mailen kan ikke besvares.
						"""
					.formatted(page()));
		assertThat(letter("given", Locale.ENGLISH)).isEqualTo("""
				Eva Skov may answer for you
				Saturday 28 November 2026 at 14:30

				Answers that Eva Skov gives within the mandate count as your own. If this is not what you want, write \
				to your administrator of Countersign at once. The mandate can be withdrawn immediately.
				Who: Eva Skov <eva.skov@min.example>
				Cases: presse, kontrakt
				Up to: DKK 250,000
				Applies: From Tuesday 1 December 2026 at 08:00 until Thursday 24 December 2099 at 00:00
				Given by: Ada Bech

				See your mandates:
				%s

				--
				Sent by Countersign because it concerns answers in your name. This mail cannot be answered.
				""".formatted(page()));
	}

	@Test
	void theMailAboutTheEndSaysThatWhatWasAnsweredStands() {
		assertThat(letter("ended", Locale.of("da"))).contains("Eva Skov må ikke længere svare for dig\n",
				"har givet inden for mandatet, gælder stadig", "Afsluttet af: Ada Bech");
		assertThat(letter("ended", Locale.ENGLISH)).contains("Eva Skov may no longer answer for you\n",
				"has already given within the mandate still count", "Ended by: Ada Bech");
	}

	@Test
	void whatHasNoLimitOrNeverBeganIsSaidAsThat() {
		var mandate = new Mandate("m", new EmailAddress("anna.holm@min.example"),
				new EmailAddress("eva.skov@min.example"), FROM, FROM, List.of(), null, "DKK");
		for (var locale : List.of(Locale.of("da"), Locale.ENGLISH)) {
			var letter = this.office.bean(NoticeWriter.class)
				.leave(new NoticeWriter.Leave("ended", mandate, "Eva <b>", Optional.empty(), AT), locale);

			assertThat(letter.text()).containsAnyOf("Alle slags sager", "Cases of every kind")
				.containsAnyOf("Uden beløbsgrænse", "No limit of amount")
				.containsAnyOf("Trukket tilbage, før det begyndte", "Withdrawn before it began");
			assertThat(letter.html()).contains("Eva &lt;b&gt;").doesNotContain("<b>");
		}
	}

	@Test
	void RL_11_noNameAndNoKindOfCaseMakesALineOfItsOwn() {
		var mandate = new Mandate("m", new EmailAddress("anna.holm@min.example"),
				new EmailAddress("eva.skov@min.example"), FROM, TO, List.of("presse\r\nGivet af: Bo Lind"), null,
				"DKK");

		var letter = this.office.bean(NoticeWriter.class)
			.leave(new NoticeWriter.Leave("given", mandate, "Eva\nGivet af: Bo", Optional.of("Ada\u2028Bech"), AT),
					Locale.of("da"));

		assertThat(letter.subject()).isEqualTo("Eva Givet af: Bo må svare for dig");
		assertThat(letter.text().lines()).filteredOn((line) -> line.startsWith("Givet af"))
			.containsExactly("Givet af: Ada Bech");
	}

	private String letter(String what, Locale locale) {
		var mandate = new Mandate("m", new EmailAddress("anna.holm@min.example"),
				new EmailAddress("eva.skov@min.example"), FROM, TO, List.of("presse", "kontrakt"),
				new BigDecimal("250000"), "DKK");
		return this.office.bean(NoticeWriter.class)
			.leave(new NoticeWriter.Leave(what, mandate, "Eva Skov", Optional.of("Ada Bech"), AT), locale)
			.text();
	}

	private String page() {
		return this.office.bean(WritebackProperties.class).baseUrl().resolve("/mandates").toString();
	}

	private Mandate mandate(Correspondent delegate) {
		return new Mandate(this.id, Connected.address(this.anna), Connected.address(delegate), FROM, TO,
				List.of("presse", "kontrakt"), new BigDecimal("250000"), "DKK");
	}

	private String idOf(Correspondent person) {
		return this.office.bean(People.class).find(Connected.address(person)).orElseThrow().id().value();
	}

	private long rows() {
		return this.office.count("select count(*) from writeback where kind = 'MANDATE' and recipients[1] = ?",
				this.anna.address());
	}

	/** What the principal has got from us, as it is read. */
	private List<String> mails(int expected) {
		await().atMost(Duration.ofSeconds(90)).until(() -> sent().size() >= expected);
		assertThat(sent()).hasSize(expected);
		return sent().stream().map(MandateNoticesTests::text).toList();
	}

	private List<JsonNode> sent() {
		return this.office.tenant()
			.sent()
			.stream()
			.filter((mail) -> mail.path("recipients")
				.valueStream()
				.anyMatch((to) -> to.asString().equals(this.anna.address())))
			.toList();
	}

	private static String text(JsonNode mail) {
		var raw = new String(Base64.getMimeDecoder().decode(mail.path("mime").asString()), StandardCharsets.UTF_8);
		var read = ReceivedMail.of(raw.replace("\r\n", "\n"));
		assertThat(read.threading().isReply()).isFalse();
		return read.subject() + "\n" + read.content().text().orElseThrow();
	}

}
