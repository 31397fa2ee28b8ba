package io.countersign.pages;

import java.util.List;

import com.microsoft.playwright.options.FormData;
import io.countersign.cases.CaseState;
import io.countersign.cases.Cases;
import io.countersign.cases.Task;
import io.countersign.intake.MessageId;
import io.countersign.intake.Messages;
import io.countersign.journal.Entry;
import io.countersign.journal.Journal;
import io.countersign.triage.Reviews;
import io.countersign.work.DueRows;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A case is read before it is decided, and work that was ordered is done. */
class WorkIT extends Morning {

	@Test
	void aCaseIsCheckedBySomebodyAndGoesOnToWhoeverDecides() {
		var place = "/cases/" + this.ministry.answer();
		this.window.of(Staff.EVA, "da").opens(place);
		this.window.page().locator(".moving summary").click();
		this.window.page().fill("#holder", "Bo Lind");
		this.window.page().fill("#reason", "Er tallene rigtige?");
		this.window.page().locator(".moving [name=checking]").check();
		this.window.page().locator(".moving button:has-text('Flyt')").click();

		assertThat(this.window.page().locator("#thread"))
			.containsText("Eva Skov sendte sagen til kvalitetssikring hos Bo Lind: Er tallene rigtige?");
		assertThat(this.window.page().locator(".route [aria-current=step]")).containsText("Kvalitetssikres");
		this.window.opens("/?q=" + number(this.ministry.answer()));
		assertThat(this.window.page().locator(".group[data-fold='stage CHECKED'] .row")).hasCount(1);

		this.window.of(Staff.BO, "da").opens(place);
		assertThat(this.window.barriers()).isEmpty();
		this.window.page().fill("#remark", "Tabel 2 er rettet");
		this.window.button("Færdig, send til Anna Holm").click();

		assertThat(this.window.page().locator("h1")).hasText("Tavlen");
		this.window.of(Staff.EVA, "da").opens(place);
		assertThat(this.window.page().locator("#thread"))
			.containsText("Bo Lind flyttede sagen til Anna Holm: Kvalitetssikret: Tabel 2 er rettet");
		assertThat(this.window.page().locator(".route [aria-current=step]")).containsText("Til beslutning");
		assertThat(this.window.page().locator(".route .past").last()).containsText("Kvalitetssikres");
		assertThat(view(this.ministry.answer()).holder()).contains(Staff.ANNA.email());
	}

	@Test
	void whoIsAskedHimselfDecidesAndDoesNotCheck() {
		var form = FormData.create()
			.set("holder", Staff.ANNA.address())
			.set("reason", "Kig på den")
			.set("checking", "true");
		this.window.of(Staff.EVA, "da");
		this.window.sends("/cases/%s/holder".formatted(this.ministry.answer()),
				FormData.create().set("holder", Staff.BO.address()).set("reason", "Ferie"));

		this.window.sends("/cases/%s/holder".formatted(this.ministry.answer()), form);

		this.window.opens("/cases/" + this.ministry.answer());
		assertThat(this.window.page().locator(".route [aria-current=step]")).containsText("Til beslutning");
		assertThat(this.window.sends("/cases/%s/checked".formatted(this.ministry.answer()), FormData.create()).status())
			.isEqualTo(404);
	}

	@Test
	void orderedWorkIsDoneAndNotDoneAfterAll() {
		var place = "/cases/" + this.ministry.order();
		this.window.of(Staff.CLARA, "da").opens(place);
		var tick = this.window.page().locator("#tasks .tick");
		assertThat(tick).hasAttribute("aria-checked", "false");
		assertThat(this.window.page().locator("#participants li:has-text('Anna Holm')")).containsText("Bestiller");
		assertThat(this.window.barriers()).isEmpty();

		tick.click();

		assertThat(tick).hasAttribute("aria-checked", "true");
		assertThat(this.window.page().locator("#tasks")).containsText("Udført, Clara Juhl");
		assertThat(this.window.page().locator("#thread"))
			.containsText("Clara Juhl meldte opgaven udført: Lav et notat om skolebusserne");
		assertThat(this.window.barriers()).isEmpty();
		assertThat(view(this.ministry.order()).state()).isEqualTo(CaseState.DECIDED);
		assertThat(view(this.ministry.order()).holder()).contains(Staff.ANNA.email());

		this.window.of(Staff.ANNA, "da").opens(place);
		this.window.page().locator("#tasks .tick").click();

		assertThat(this.window.page().locator("#thread"))
			.containsText("Anna Holm meldte opgaven ikke udført alligevel");
		assertThat(view(this.ministry.order()).state()).isEqualTo(CaseState.WAITING);
		assertThat(view(this.ministry.order()).holder()).contains(Staff.CLARA.email());
		assertThat(this.house.bean(Journal.class).ofStream("case/" + this.ministry.order(), 0, Journal.PAGE))
			.extracting(Entry::type)
			.filteredOn("task.changed"::equals)
			.hasSize(2);
	}

	@Test
	void UI_09_whoHasNoPartInACaseDoesNoWorkOfIt() {
		var task = view(this.ministry.order()).tasks().getFirst().id();

		var refused = this.window.of(Staff.FINN, "da")
			.sends("/cases/%s/tasks".formatted(this.ministry.order()),
					FormData.create().set("task", task).set("done", "true"));

		assertThat(refused.status()).isEqualTo(404);
		assertThat(view(this.ministry.order()).tasks()).extracting(Task::state).containsExactly(Task.State.OPEN);
	}

	@Test
	void aMailInDoubtBecomesWorkOnceSomebodySaysWhoIsToDoIt() {
		var doubt = doubt("clearly of whom");
		this.window.of(Staff.EVA, "da").opens("/review?message=" + doubt);
		this.window.page().selectOption("#approver", Staff.ANNA.address());
		assertThat(this.window.barriers()).isEmpty();

		this.window.button("Bestilling").click();

		assertThat(this.window.page().locator("#tasks")).containsText("Anna Holm");
		var opened = view(this.house.bean(Cases.class).ofMessages(List.of(doubt)).getFirst());
		assertThat(opened.asks()).isEmpty();
		assertThat(opened.holder()).contains(Staff.ANNA.email());
		assertThat(opened.tasks()).extracting(Task::assignee).containsExactly(Staff.ANNA.email());
		assertThat(this.house.bean(Reviews.class).find(doubt)).isEmpty();
	}

	@Test
	void whatWasPutAsideComesBackAsLongAsItIsNotForgotten() {
		var doubt = doubt("clearly of whom");
		this.window.of(Staff.EVA, "da").opens("/review?message=" + doubt);
		this.window.button("Ingen beslutning").click();
		assertThat(this.window.page().locator(".alert--ok")).containsText("Lagt væk");
		assertThat(this.window.barriers()).isEmpty();

		this.window.button("Fortryd").click();

		assertThat(this.window.page().locator("#rv-h")).hasText("Sv: Budget til legepladsen");
		assertThat(this.window.page().locator(".rv-text")).containsText("legepladsen kommer med");
		assertThat(said(doubt)).containsExactly("message.dismissed", "message.restored");

		this.window.button("Ingen beslutning").click();
		assertThat(this.window.page().locator(".alert--ok")).isVisible();
		this.house.bean(JdbcClient.class).sql("update dismissal set due_at = now()").update();
		this.house.bean(DueRows.class).wake("dismissal");
		await().until(() -> this.house.bean(Messages.class).find(doubt).isEmpty());
		assertThat(this.window.sends("/review/%s/restore".formatted(doubt), FormData.create()).status()).isEqualTo(404);
	}

	private List<String> said(MessageId message) {
		return this.house.bean(Journal.class)
			.ofStream("message/" + message, 0, Journal.PAGE)
			.stream()
			.map(Entry::type)
			.filter((type) -> type.equals("message.dismissed") || type.equals("message.restored"))
			.toList();
	}

}
