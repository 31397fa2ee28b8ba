package io.countersign.pages;

import java.nio.charset.StandardCharsets;
import java.util.List;

import com.microsoft.playwright.options.FormData;
import io.countersign.cases.CaseId;
import io.countersign.cases.CaseState;
import io.countersign.cases.Cases;
import io.countersign.cases.Participant;
import io.countersign.cases.Role;
import io.countersign.cases.Verdict;
import io.countersign.intake.MessageId;
import io.countersign.intake.Quarantine;
import io.countersign.journal.Entry;
import io.countersign.journal.Journal;
import io.countersign.triage.Review;
import io.countersign.triage.Reviews;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** What does not count, and what could not be read. */
class QuarantineIT extends Morning {

	@Test
	void VA_19_whoeverWasAskedConfirmsOnThePage() {
		this.window.of(Staff.GRO, "da").opens("/cases/" + this.ministry.held());
		assertThat(this.window.barriers()).isEmpty();

		this.window.button("Ja, det tæller").click();

		assertThat(this.window.page().locator("#verdicts .sigline")).containsText("Godkendt");
		assertThat(held()).satisfies((verdict) -> {
			assertThat(verdict.state()).isEqualTo(Verdict.State.ACTIVE);
			assertThat(verdict.decision().level()).isEqualTo("A4");
			assertThat(verdict.decision().gates()).anyMatch((gate) -> gate.gate().equals("confirmed (VA-19)"));
			assertThat(verdict.decision().message()).isPresent();
		});
		assertThat(this.house.bean(Cases.class).get(this.ministry.held()).state()).isEqualTo(CaseState.DECIDED);
	}

	@Test
	void UI_11_aCaseSaysWhoDecidedByWhichProofAndWarnsOfWhatDoesNotCount() {
		this.window.of(Staff.EVA, "da").opens("/cases/" + this.ministry.lease());
		assertThat(this.window.page().locator("#verdicts")).containsText("Clara Juhl");
		assertThat(this.window.page().locator("#verdicts")).containsText("Bevis A3");

		this.window.opens("/cases/" + this.ministry.held());
		assertThat(this.window.page().locator("#thread .alert--warn")).containsText("Svaret ændrer intet");

		this.window.opens("/quarantine");
		assertThat(this.window.page().locator("main")).containsText("Afvist som uægte");
	}

	@Test
	void VA_19_whoWaitsOutsideIsShownAndTheSecretariatLetsHimIn() {
		var cases = this.house.bean(Cases.class);
		var mail = held().decision().message().orElseThrow();
		cases.letWait(this.ministry.held(), mail,
				List.of(new Participant(Staff.DAN.email(), Staff.DAN.displayName(), Role.INFORMED)));
		this.window.of(Staff.EVA, "da").opens("/cases/" + this.ministry.held());
		assertThat(this.window.page().locator("#thread")).containsText("Venter uden for sagen");
		assertThat(this.window.barriers()).isEmpty();

		this.window.button("Luk ind").click();

		assertThat(this.window.page().locator("#thread")).not().containsText("Venter uden for sagen");
		assertThat(cases.get(this.ministry.held()).participant(Staff.DAN.email())).isPresent();
		assertThat(held().state()).isEqualTo(Verdict.State.HELD);
	}

	@Test
	void whatIsNotHisAnswerNeverCounts() {
		this.window.of(Staff.GRO, "da").opens("/cases/" + this.ministry.held());

		this.window.button("Nej, det er ikke mit svar").click();

		assertThat(this.window.page().locator("#thread")).containsText("Gro Dam siger");
		assertThat(held().state()).isEqualTo(Verdict.State.SUPERSEDED);
		assertThat(this.house.bean(Cases.class).get(this.ministry.held()).state()).isEqualTo(CaseState.WAITING);
		assertThat(journal(this.ministry.held())).contains("verdict.contested");
	}

	@Test
	void VA_19_nobodyElseConfirmsAndOneOfTheSecretariatIsNotEnough() {
		var path = "/cases/%s/verdicts/%s/".formatted(this.ministry.held(), held().id());
		this.window.of(Staff.FINN, "da");
		assertThat(this.window.sends(path + "confirm", FormData.create()).status()).isEqualTo(404);
		assertThat(this.window.sends(path + "release", FormData.create()).status()).isEqualTo(403);

		this.window.of(Staff.EVA, "da").opens("/cases/" + this.ministry.held());
		this.window.button("Frigiv, kræver to").click();
		assertThat(this.window.page().locator("#verdicts")).containsText("En til skal frigive");
		assertThat(this.window.barriers()).isEmpty();
		assertThat(this.window.sends(path + "release", FormData.create()).status()).isEqualTo(302);
		assertThat(held().state()).isEqualTo(Verdict.State.HELD);

		this.window.of(Staff.HELLE, "da");
		assertThat(this.window.sends(path + "release", FormData.create()).status()).isEqualTo(302);
		assertThat(held().state()).isEqualTo(Verdict.State.ACTIVE);
		assertThat(held().decision().level()).isEqualTo("A3");
		assertThat(journal(this.ministry.held())).filteredOn("release.wanted"::equals).hasSize(2);
	}

	@Test
	void VA_06_itIsSaidWhyAnAnswerIsNotReleased() {
		this.window.of(Staff.EVA, "da").opens("/quarantine");
		this.house.bean(JdbcClient.class)
			.sql("update case_file set state = 'CLOSED' where id = ?")
			.param(this.ministry.held().value())
			.update();

		this.window.page().locator("form[action$='%s/release'] button".formatted(held().id())).click();

		assertThat(this.window.page().locator("[role=alert] b")).hasText("Svaret frigives ikke.");
		assertThat(this.window.page().locator("[role=alert] p")).hasText("Sagen er lukket.");
		assertThat(this.window.barriers()).isEmpty();
		assertThat(held().state()).isEqualTo(Verdict.State.HELD);
	}

	@Test
	void whatCouldNotBeReadIsShownWithItsReasonItsOriginalAndARetry() {
		var kept = unreadable();
		this.window.of(Staff.EVA, "da").opens("/quarantine");
		assertThat(this.window.page().locator("main")).containsText("Bilag til møde");
		assertThat(this.window.barriers()).isEmpty();

		var original = this.window.page().request().get(this.house.uri() + "/quarantine/%s/original".formatted(kept));
		assertThat(original.headers().get("content-disposition")).startsWith("attachment");
		assertThat(new String(original.body(), StandardCharsets.UTF_8)).contains("U2UgdmVkbGFndGUu");
		var again = this.window.sends("/quarantine/%s/retry".formatted(kept), FormData.create());

		assertThat(again.status()).isEqualTo(302);
		assertThat(this.house.bean(Quarantine.class).find(kept)).isEmpty();
		assertThat(this.house.bean(Journal.class).ofStream("message/" + kept, 0, Journal.PAGE)).extracting(Entry::type)
			.contains("message.retried");
	}

	@Test
	void UI_09_theQuarantineOfAnotherMailboxIsNotFound() {
		var kept = unreadable();
		this.window.of(Staff.DAN, "da").opens("/quarantine");

		assertThat(this.window.page().locator("main")).not().containsText("Bilag til møde");
		assertThat(this.window.sends("/quarantine/%s/retry".formatted(kept), FormData.create()).status())
			.isEqualTo(404);
		assertThat(
				this.window.page().request().get(this.house.uri() + "/quarantine/%s/original".formatted(kept)).status())
			.isEqualTo(404);
	}

	@Test
	void VA_19_aRefusedMailTakesTwoToComeIn() {
		var refused = refused();
		this.window.of(Staff.EVA, "da");
		assertThat(this.window.sends("/review/%s/join".formatted(refused), FormData.create()).status()).isEqualTo(404);
		this.window.sends("/quarantine/%s/release".formatted(refused), FormData.create());
		assertThat(this.house.bean(Reviews.class).find(refused)).isPresent();
		this.window.opens("/quarantine");
		assertThat(this.window.page().locator("main")).containsText("En til skal frigive");

		this.window.of(Staff.HELLE, "da").sends("/quarantine/%s/release".formatted(refused), FormData.create());

		assertThat(this.house.bean(Reviews.class).find(refused)).isEmpty();
		assertThat(this.house.bean(Cases.class).ofMessages(List.of(refused))).containsExactly(this.ministry.lease());
		assertThat(this.house.bean(Cases.class).get(this.ministry.lease()).state()).isEqualTo(CaseState.WAITING);
	}

	private MessageId refused() {
		return this.house.bean(Reviews.class)
			.refused(Staff.EVA.forAll(), 500)
			.stream()
			.filter((one) -> one.likely().filter(this.ministry.lease()::equals).isPresent())
			.map(Review::message)
			.findFirst()
			.orElseThrow();
	}

	private MessageId unreadable() {
		return this.house.bean(Quarantine.class).kept(1).getFirst().id();
	}

	private Verdict held() {
		return this.house.bean(Cases.class).get(this.ministry.held()).verdicts().getFirst();
	}

	private List<String> journal(CaseId id) {
		return this.house.bean(Journal.class)
			.ofStream("case/" + id, 0, Journal.PAGE)
			.stream()
			.map(Entry::type)
			.toList();
	}

}
