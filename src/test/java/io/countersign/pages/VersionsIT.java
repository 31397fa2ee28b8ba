package io.countersign.pages;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FormData;
import io.countersign.cases.CaseDocument;
import io.countersign.cases.CaseId;
import io.countersign.cases.Cases;
import io.countersign.cases.Decision;
import io.countersign.cases.Joining;
import io.countersign.cases.NewCase;
import io.countersign.cases.Outcome;
import io.countersign.cases.Participant;
import io.countersign.cases.Role;
import io.countersign.intake.Message;
import io.countersign.intake.Messages;
import io.countersign.journal.Mode;
import io.countersign.scenario.Letter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What a case says about the versions of its documents, and how that is put right. */
@ResourceLock(providers = OneHouse.class)
@ExtendWith(OneHouse.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VersionsIT {

	/** Other rows name it too, as what they might be a version of. */
	private static final String SECOND_VERSION = "#documents tr:has(a:text-is('Indstilling_v2_endelig.docx'))";

	private static final String HOSTILE = "<script>alert('%s')</script> & \"citat\"";

	private static final String FIRST = """
			Indstilling om legepladsen
			Baggrund
			Legepladsen ved Søndergade er fra 1994 og lever ikke op til kravene. Forvaltningen har talt med naboerne.
			Der er kommet ni svar, og de fleste er glade for planerne om en ny plads med flere træer og bænke.
			Økonomi
			Udgiften er 1,2 mio. kr. i 2027, og driften koster 40.000 kr. om året.
			Arbejdet kan begynde i maj, når jorden er tør.
			Indstilling
			Det indstilles, at udvalget godkender planen.
			""";

	private final House house;

	private final Window window;

	private final Post post;

	private final ZonedDateTime now = ZonedDateTime.now(ZoneId.of("Europe/Copenhagen"));

	private final CaseId id;

	VersionsIT(House house, Window window) {
		this.house = house;
		this.window = window;
		this.post = new Post(house);
		var request = letter("Indstilling om legepladsen", 30)
			.with("Indstilling_v1.docx", FIRST + HOSTILE.formatted("1"))
			.with("Bilag til sagen om legepladsen ved Søndergade i Sønderby med alle svar fra naboerne.csv",
					"nabo;svar")
			.with("Oversigt.txt", "Navn og adresse på de ni naboer, der har svaret på spørgsmålet om legepladsen.");
		this.id = opened(this.post.deliver(request, Staff.ANNA));
		var revised = FIRST.replace("1,2 mio.", "1,4 mio.").replace("kan begynde i maj", "kan begynde i juni")
				+ "Udvalget får en status i september.\n" + HOSTILE.formatted("2");
		var second = request.answeredBy(Staff.CLARA, "Jeg har rettet tallene.\n\nClara", this.now.minusHours(3))
			.with("Indstilling_v2_endelig.docx", revised)
			.with("\"><img src=x onerror=alert(1)>.docx", "Noget helt andet om en cykelsti langs kanalen.");
		var mail = this.post.deliver(second, Staff.ANNA);
		cases().join(this.id, new Joining(mail, List.of(), "It answers a mail of this case.", mail.receivedAt()));
		house.bean(Messages.class).inCase(mail.id(), this.id.value(), "It answers a mail of this case.");
		var asked = cases().get(this.id).asks().getFirst();
		cases().decide(this.id,
				new Decision(asked.id(), Outcome.APPROVED, asked.approver(), asked.approver(), Decision.Method.API,
						List.of(), Optional.empty(), "A4", List.of(), Optional.empty(), asked.documents(),
						Optional.empty(), "Godkendt", Instant.now()),
				"versions");
		await().atMost(Duration.ofMinutes(2))
			.until(() -> file("Indstilling_v2_endelig.docx").link()
				.filter((link) -> link.reason().contains("% of the text"))
				.isPresent());
	}

	@ParameterizedTest
	@CsvSource({ "da, LIGHT, 1440", "da, DARK, 390", "en, LIGHT, 390", "en, DARK, 1440" })
	void whatHasChangedIsShownToEverybodyLineByLine(String language, ColorScheme scheme, int width) {
		this.window.of(Staff.ANNA, language).in(scheme).wide(width).opens("/cases/%s".formatted(this.id));
		var name = "%d-%s-%s".formatted(width, scheme.name().toLowerCase(Locale.ROOT), language);
		this.window.photograph("versions-case-" + name);

		assertThat(this.window.barriers()).isEmpty();
		assertThat(this.window.scrollsSideways()).isFalse();
		assertThat(this.window.page().locator("#documents").innerText())
			.contains(language.equals("da") ? "erstattet af v2" : "replaced by v2", "Indstilling_v2_endelig.docx",
					"><img src=x onerror=alert>.docx")
			.contains(language.equals("da") ? "af teksten er den samme." : "of the text is the same.");
		assertThat(this.window.page().locator("#verdicts").innerText())
			.contains(language.equals("da") ? "v2 er ikke godkendt: Indstilling_v2_endelig.docx er nyere"
					: "v2 is not approved: Indstilling_v2_endelig.docx is newer");

		this.window.page().locator("a[href*='/changes?from=']").first().click();
		this.window.photograph("versions-changes-" + name);

		assertThat(this.window.barriers()).isEmpty();
		assertThat(this.window.scrollsSideways()).isFalse();
		assertThat(this.window.page().locator("del").allInnerTexts()).anyMatch((line) -> line.contains("1,2 mio. kr."));
		assertThat(this.window.page().locator("ins").allInnerTexts()).anyMatch((line) -> line.contains("1,4 mio. kr."))
			.anyMatch((line) -> line.contains("<script>alert('2')</script> & \"citat\""));
		assertThat(this.window.page().locator("ins strong").allInnerTexts()).anyMatch((words) -> words.contains("1,4"));
		assertThat(this.window.complaints()).isEmpty();
		assertThat(this.window.strangers()).isEmpty();
	}

	@Test
	void aWrongLinkIsPutRightInOneClickAndMayBeJoinedAgain() {
		this.window.of(Staff.ANNA, "da").wide(1440).opens("/cases/%s#documents".formatted(this.id));
		var row = this.window.page().locator(SECOND_VERSION);
		row.locator("summary").click();
		row.locator("button:has-text('Ikke samme dokument')").click();

		assertThat(file("Indstilling_v2_endelig.docx").version()).isEqualTo(1);
		assertThat(this.window.page().locator("#documents").innerText()).contains("Anna Holm har",
				"at den er et andet dokument.");
		assertThat(this.window.page().locator("#thread").innerText())
			.contains("Anna Holm har rettet, hvad Indstilling_v2_endelig.docx er en version af");

		var again = this.window.page().locator(SECOND_VERSION);
		again.locator("summary").click();
		again.locator("select").selectOption(file("Indstilling_v1.docx").sha256() + "/Indstilling_v1.docx");
		again.locator("button:has-text('Version af dette')").click();

		assertThat(file("Indstilling_v2_endelig.docx").version()).isEqualTo(2);
	}

	@Test
	void aHitOfASearchLeadsToTheTextWithItsWordsMarked() {
		this.window.of(Staff.ANNA, "da").wide(390);
		var hit = this.window.page().locator(".hit a:text-is('Oversigt.txt')");
		await().atMost(Duration.ofMinutes(1)).until(() -> {
			this.window.opens("/search?q=spørgsmålet");
			return hit.count() == 1;
		});
		hit.click();

		assertThat(this.window.page().locator(".docpage mark").allInnerTexts()).containsExactly("spørgsmålet");
		assertThat(this.window.barriers()).isEmpty();
		assertThat(this.window.scrollsSideways()).isFalse();
	}

	@Test
	void whatIsNoFileOfTheCaseIsNotFoundOrRefused() {
		var path = "/cases/%s/documents/%s/link".formatted(this.id, file("Oversigt.txt").sha256());
		this.window.of(Staff.ANNA, "da");

		assertThat(this.window.sends(path, FormData.create().set("versionOf", "nothing")).status()).isEqualTo(400);
		assertThat(this.window.sends(path, FormData.create().set("versionOf", "f".repeat(64) + "/x.docx")).status())
			.isEqualTo(400);
		assertThat(
				this.window.sends("/cases/%s/documents/%s/link".formatted(this.id, "f".repeat(64)), FormData.create())
					.status())
			.isEqualTo(404);
		var changes = "/cases/%s/documents/%s/changes".formatted(this.id, file("Oversigt.txt").sha256());
		assertThat(this.window.opens(changes).page().content()).contains("Der er ingen tidligere version.");
	}

	private Cases cases() {
		return this.house.bean(Cases.class);
	}

	private CaseDocument file(String name) {
		return cases().get(this.id)
			.documents()
			.stream()
			.filter((one) -> one.name().equals(name))
			.findFirst()
			.orElseThrow();
	}

	private Letter letter(String subject, int hoursAgo) {
		return Letter.of(Staff.DAN, List.of(Staff.ANNA), subject, "Kære Anna\n\nVil du godkende vedlagte?\n\nDan",
				this.now.minusHours(hoursAgo));
	}

	private CaseId opened(Message message) {
		var opened = cases().open(new NewCase(message, message.subject(), "decision", "da",
				List.of(new Participant(Staff.DAN.email(), "Dan Friis", Role.REQUESTER),
						new Participant(Staff.ANNA.email(), "Anna Holm", Role.APPROVER)),
				List.of(Staff.ANNA.email()), List.of(), Optional.empty(),
				"It opens the case: It asks for a decision: \"Vi beder om godkendelse.\"", Mode.LIVE,
				message.receivedAt()));
		this.house.bean(Messages.class).inCase(message.id(), opened.value(), "It opens the case: it asks.");
		return opened;
	}

}
