package io.countersign.pages;

import java.time.ZonedDateTime;
import java.util.List;

import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import io.countersign.cases.Ask;
import io.countersign.cases.CaseId;
import io.countersign.cases.CaseState;
import io.countersign.cases.CaseView;
import io.countersign.cases.Cases;
import io.countersign.cases.Joining;
import io.countersign.intake.Message;
import io.countersign.intake.MessageId;
import io.countersign.journal.Entry;
import io.countersign.journal.Journal;
import io.countersign.scenario.Letter;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** The secretariat puts right which mails make a case, and undoes it. */
class RegroupingIT extends Morning {

	@Test
	void aCaseThatWasNoDecisionLeavesTheBoardAndComesBack() {
		this.window.of(Staff.EVA, "da").opens("/cases/" + this.ministry.answer());

		this.window.button("Ikke en beslutning").click();

		assertThat(this.window.page().locator(".case-news"))
			.containsText(new String[] { "Den var ikke en beslutning" });
		assertThat(view(this.ministry.answer()).state()).isEqualTo(CaseState.CLOSED);
		assertThat(view(this.ministry.answer()).asks()).allMatch((ask) -> ask.state() == Ask.State.WITHDRAWN);
		assertThat(this.window.barriers()).isEmpty();
		this.window.opens("/?q=" + view(this.ministry.answer()).number());
		assertThat(this.window.page().locator(".nomatch")).isVisible();

		this.window.opens("/cases/" + this.ministry.answer()).press("z", "Enter");
		this.window.page().waitForCondition(() -> view(this.ministry.answer()).state() == CaseState.WAITING);
		assertThat(view(this.ministry.answer()).asks()).allMatch(Ask::isOpen);
		assertThat(journal(this.ministry.answer())).extracting(Entry::type).contains("case.closed", "case.updated");
		assertThat(this.window.page().locator("#thread")).containsText("Eva Skov");
	}

	@Test
	void aMailGoesToTheCaseItBelongsToWithItsFilesAndBack() {
		var strayed = strayed(this.ministry.lease());
		this.window.of(Staff.EVA, "da")
			.opens("/cases/%s/messages/%s/move?q=%s".formatted(this.ministry.lease(), strayed.id(),
					view(this.ministry.answer()).number()));
		assertThat(this.window.barriers()).isEmpty();

		this.window.page().locator(".targets button").click();

		assertThat(messages(this.ministry.answer())).contains(strayed.id());
		assertThat(messages(this.ministry.lease())).doesNotContain(strayed.id());
		assertThat(view(this.ministry.answer()).documents()).anyMatch((file) -> file.name().equals("Nyt bilag.docx"));
		assertThat(view(this.ministry.lease()).documents()).noneMatch((file) -> file.name().equals("Nyt bilag.docx"));
		assertThat(journal(this.ministry.lease())).extracting(Entry::type).contains("message.withdrawn");
		assertThat(journal(this.ministry.answer())).extracting(Entry::type).contains("message.added");

		this.window.button("Fortryd").click();
		assertThat(messages(this.ministry.lease())).contains(strayed.id());
		assertThat(view(this.ministry.lease()).documents()).anyMatch((file) -> file.name().equals("Nyt bilag.docx"));
		assertThat(addedAs(this.ministry.lease(), strayed.id())).isEqualTo(2);
	}

	@Test
	void theMailAnAnswerRestsOnStaysWhereItIs() {
		var held = view(this.ministry.lease()).verdicts().getFirst().decision().message().orElseThrow();
		this.window.of(Staff.EVA, "da");

		var refused = this.window.sends("/cases/%s/messages/%s/move".formatted(this.ministry.lease(), held),
				FormData.create().set("into", this.ministry.answer().value()));

		assertThat(refused.status()).isEqualTo(404);
		assertThat(messages(this.ministry.lease())).contains(held);
	}

	@Test
	void twoCasesOfOneMatterBecomeOneAndTwoAgain() {
		var before = messages(this.ministry.answer());
		var files = view(this.ministry.answer()).documents().size();
		this.window.of(Staff.EVA, "en")
			.opens("/cases/%s/merge?q=%s".formatted(this.ministry.answer(), view(this.ministry.lease()).number()));
		assertThat(this.window.barriers()).isEmpty();

		this.window.page().locator(".targets button").click();

		assertThat(messages(this.ministry.lease())).containsAll(before);
		assertThat(view(this.ministry.answer()).state()).isEqualTo(CaseState.CLOSED);
		assertThat(view(this.ministry.answer()).asks()).noneMatch(Ask::isOpen);
		assertThat(journal(this.ministry.lease())).extracting(Entry::type).contains("case.merged");

		assertThat(view(this.ministry.lease()).asks()).filteredOn((ask) -> before.contains(ask.message()))
			.singleElement()
			.satisfies((ask) -> assertThat(ask.isOpen() && ask.revision() == 1).isTrue());

		this.window.button("Undo").click();
		assertThat(messages(this.ministry.answer())).containsExactlyElementsOf(before);
		assertThat(view(this.ministry.answer()).state()).isEqualTo(CaseState.WAITING);
		assertThat(view(this.ministry.answer()).asks()).allMatch(Ask::isOpen);
		assertThat(view(this.ministry.answer()).documents()).hasSize(files);
	}

	@Test
	void whatWasPutElsewhereIsFoundUnderItsOldAddress() {
		var strayed = strayed(this.ministry.lease());
		var file = view(this.ministry.lease()).documents()
			.stream()
			.filter((one) -> one.name().equals("Nyt bilag.docx"))
			.findFirst()
			.orElseThrow();
		var mail = "/cases/%s/messages/" + strayed.id();
		var text = "/cases/%s/documents/%s/text".formatted("%s", file.sha256().sha256());
		this.window.of(Staff.EVA, "da");
		this.window.sends(mail.formatted(this.ministry.lease()) + "/move",
				FormData.create().set("into", this.ministry.answer().value()));

		for (var place : List.of(mail, text)) {
			this.window.opens(place.formatted(this.ministry.lease()));
			assertThat(this.window.page()).hasURL(this.house.uri() + place.formatted(this.ministry.answer()));
		}
		assertThat(this.window.page()
			.request()
			.get(this.house.uri() + "/cases/%s/messages/msg_none".formatted(this.ministry.lease()))
			.status()).isEqualTo(404);

		this.window.sends("/cases/%s/merge".formatted(this.ministry.answer()),
				FormData.create().set("into", this.ministry.lease().value()));
		this.window.of(Staff.ANNA, "da").opens("/cases/%s/decide".formatted(this.ministry.answer()));
		assertThat(this.window.page()).hasURL(this.house.uri() + "/cases/%s/decide".formatted(this.ministry.lease()));
		this.window.opens("/cases/" + this.ministry.answer());
		assertThat(this.window.page().locator(".case-news a[href='/cases/%s']".formatted(this.ministry.lease())))
			.isVisible();
	}

	@Test
	void UI_09_whereAMailWentIsNotToldToWhoeverMayNotSeeIt() {
		var strayed = strayed(this.ministry.lease());
		this.window.of(Staff.EVA, "da")
			.sends("/cases/%s/messages/%s/move".formatted(this.ministry.lease(), strayed.id()),
					FormData.create().set("into", this.ministry.answer().value()));

		var answer = this.window.of(Staff.FINN, "da")
			.page()
			.request()
			.get(this.house.uri() + "/cases/%s/messages/%s".formatted(this.ministry.lease(), strayed.id()),
					RequestOptions.create().setMaxRedirects(0));

		assertThat(answer.status()).isEqualTo(404);
	}

	@Test
	void aMailBecomesACaseOfItsOwnInTwoClicksAndGoesBack() {
		var strayed = strayed(this.ministry.lease());
		this.window.of(Staff.EVA, "da")
			.opens("/cases/%s/messages/%s/move".formatted(this.ministry.lease(), strayed.id()));
		this.window.page().selectOption("#approver", Staff.ANNA.address());

		this.window.button("Opret sagen").click();

		var opened = cases().ofMessages(List.of(strayed.id())).getFirst();
		assertThat(opened).isNotEqualTo(this.ministry.lease());
		assertThat(view(opened).asks()).singleElement().satisfies((ask) -> {
			assertThat(ask.approver()).isEqualTo(Staff.ANNA.email());
			assertThat(ask.message()).isEqualTo(strayed.id());
		});
		assertThat(view(opened).holder()).contains(Staff.ANNA.email());
		assertThat(journal(opened)).extracting(Entry::type).contains("case.opened", "case.split", "request.sent");

		this.window.button("Fortryd").click();
		assertThat(messages(this.ministry.lease())).contains(strayed.id());
		assertThat(view(opened).state()).isEqualTo(CaseState.CLOSED);
		split(strayed.id());
		assertThat(view(opened).state()).isEqualTo(CaseState.WAITING);
		assertThat(view(opened).asks()).singleElement().matches(Ask::isOpen);
	}

	@Test
	void UI_09_whoeverHasNoPartInACaseChangesNothing() {
		this.window.of(Staff.FINN, "da");

		for (var path : List.of("/close", "/merge")) {
			var refused = this.window.sends("/cases/%s%s".formatted(this.ministry.lease(), path),
					FormData.create().set("into", this.ministry.answer().value()));
			assertThat(refused.status()).as(path).isEqualTo(404);
		}
		this.window.opens("/cases/" + this.ministry.lease());
		assertThat(this.window.button("Ikke en beslutning")).hasCount(0);
		assertThat(view(this.ministry.lease()).state()).isEqualTo(CaseState.WAITING);
	}

	@Test
	void whoeverAsksDoesNotWordWhatOthersWereAsked() {
		var strayed = strayed(this.ministry.lease());
		this.window.of(Staff.DAN, "da")
			.opens("/cases/%s/messages/%s/move".formatted(this.ministry.lease(), strayed.id()));
		assertThat(this.window.button("Opret sagen")).hasCount(0);

		var refused = this.window.sends("/cases/%s/messages/%s/split".formatted(this.ministry.lease(), strayed.id()),
				FormData.create().set("title", "Giv mig det hele").set("approver", Staff.ANNA.address()));

		assertThat(refused.status()).isEqualTo(403);
		assertThat(messages(this.ministry.lease())).contains(strayed.id());
	}

	@Test
	void whatWasDecidedWasADecision() {
		this.window.of(Staff.EVA, "da");

		assertThat(this.window.sends("/cases/%s/close".formatted(this.ministry.travel()), FormData.create()).status())
			.isEqualTo(409);
		assertThat(view(this.ministry.travel()).state()).isEqualTo(CaseState.DECIDED);
	}

	private void split(MessageId message) {
		this.window.opens("/cases/%s/messages/%s/move".formatted(this.ministry.lease(), message));
		this.window.page().selectOption("#approver", Staff.ANNA.address());
		this.window.button("Opret sagen").click();
	}

	/** A mail that is in this case and belongs elsewhere. */
	private Message strayed(CaseId id) {
		var letter = Letter
			.of(Staff.DAN, List.of(Staff.ANNA), "Vedr. høring", "Kære Anna\n\nHer er et nyt bilag.\n\nDan",
					ZonedDateTime.now().minusMinutes(5))
			.with("Nyt bilag.docx", "noget nyt");
		var message = new Post(this.house).deliver(letter, Staff.ANNA);
		cases().join(id, new Joining(message, List.of(), "It answers a mail of this case.", message.receivedAt()));
		return message;
	}

	private long addedAs(CaseId id, MessageId message) {
		return journal(id).stream()
			.filter((entry) -> entry.type().equals("message.added")
					&& message.value().equals(entry.data().get("message")))
			.count();
	}

	private List<Entry> journal(CaseId id) {
		return this.house.bean(Journal.class).ofStream("case/" + id, 0, Journal.PAGE);
	}

	private List<MessageId> messages(CaseId id) {
		return view(id).messages().stream().map(CaseView.JoinedMessage::message).toList();
	}

	private Cases cases() {
		return this.house.bean(Cases.class);
	}

}
