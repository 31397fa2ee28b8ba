package io.countersign.pages;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import com.microsoft.playwright.options.ColorScheme;
import io.countersign.cases.CaseId;
import io.countersign.cases.Cases;
import io.countersign.cases.Due;
import io.countersign.cases.NewCase;
import io.countersign.cases.Participant;
import io.countersign.cases.Role;
import io.countersign.intake.Messages;
import io.countersign.journal.Mode;
import io.countersign.scenario.Letter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Scenario 13: 240 open cases over 5 levels, 18 of them late. The permanent secretary
 * finds what has waited for long, moves 12 cases, and sees the queue.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BoardScenarioIT {

	private static final int CASES = 240;

	private static final int LATE = 18;

	private static final int MOVED = 12;

	/** One of each level, from the top down. */
	private static final List<Staff> HOLDERS = List.of(Staff.ANNA, Staff.BO, Staff.GRO, Staff.CLARA, Staff.DAN);

	private static final String REASON = "Gro er på ferie";

	private int sequence;

	@Test
	void theBoardShowsTheQueueMovesTwelveCasesAndTheAnalysisEqualsARecount() {
		try (var house = House.open(); var window = new Window(house.uri())) {
			var cases = open(house);
			past(house);

			window.of(Staff.BO, "da").wide(1440).opens("/");
			assertThat(window.page().locator("#board-running")).hasText("240 beslutninger i gang");
			assertThat(window.page().locator("button.due--over b")).hasText(String.valueOf(LATE));
			window.photograph("scenario13-board");

			window.page().locator("button.level:has-text('Afdelingschefer')").click();
			window.page().waitForURL((url) -> url.contains("level=head_of_department"));
			window.button("Venter længe").click();
			window.page().waitForURL((url) -> url.contains("flag=slow") && url.contains("level=head_of_department"));
			assertThat(window.page().locator(".fold-n").first()).hasText(String.valueOf(MOVED));
			assertThat(window.page().locator(".row .c-who").first()).containsText("Gro Dam");
			assertThat(window.barriers()).isEmpty();

			for (var box : window.page().locator(".sel").all()) {
				box.check();
			}
			assertThat(window.page().locator("#bulk-n")).hasText(String.valueOf(MOVED));
			assertThat(window.barriers()).isEmpty();
			window.photograph("scenario13-picked");
			window.page().fill("#bulk-to", "Helle Nørby");
			window.page().fill("#bulk-why", REASON);
			window.page().locator("#bulk button[type=submit]").first().click();

			assertThat(window.page().locator(".alert--ok")).containsText("12 sager er flyttet");
			assertThat(window.page().url()).contains("level=head_of_department", "flag=slow");
			var store = house.bean(Cases.class);
			var moved = cases.stream().filter((id) -> holds(store, id, Staff.HELLE)).toList();
			assertThat(moved).hasSize(MOVED);
			everybodyInvolvedGetsOneMail(house, store, moved);
			theAnalysisEqualsARecount(house, window);
		}
	}

	private static boolean holds(Cases store, CaseId id, Staff holder) {
		return store.get(id).holder().equals(Optional.of(holder.email()));
	}

	private static void everybodyInvolvedGetsOneMail(House house, Cases store, List<CaseId> moved) {
		await().atMost(Duration.ofMinutes(1))
			.until(() -> house.bean(JdbcClient.class)
				.sql("select count(*) from writeback where kind = 'MOVED' and state = 'SENT'")
				.query(Integer.class)
				.single() == 2);
		assertThat(house.bean(JdbcClient.class)
			.sql("select recipients[1] from writeback where kind = 'MOVED' order by 1")
			.query(String.class)
			.list()).containsExactly(Staff.GRO.address(), Staff.HELLE.address());
		assertThat(house.mails().stream().filter((mail) -> mail.contains(REASON))).hasSize(2)
			.allSatisfy((mail) -> assertThat(mail).contains("Bo Lind")
				.contains(moved.stream().map((id) -> store.get(id).number().value()).toList()));
	}

	/** The queue now, and what the cases of the past took; counted from the journal. */
	private static void theAnalysisEqualsARecount(House house, Window window) {
		window.opens("/insights");
		assertThat(window.page().locator("main")).containsText("Hvor længe ligger sagerne på hvert niveau?");
		assertThat(window.page().locator("#v1b")).isVisible();
		assertThat(window.page().locator(".goalt").first()).hasText("Mål 90 %");
		assertThat(window.complaints()).isEmpty();
		for (var scheme : ColorScheme.values()) {
			window.in(scheme);
			assertThat(window.barriers()).isEmpty();
		}
		window.photograph("scenario13-insights");
		window.page().locator("section[aria-labelledby=v1b] summary").click();
		var row = window.page().locator("section[aria-labelledby=v1b] tr:has-text('Afdelingschefer') td");

		var queue = house.bean(JdbcClient.class).sql("""
				select count(*) from case_file c join person p on p.address = c.holder
				where c.state = 'WAITING' and coalesce(p.set_level, p.level) = 'HEAD_OF_DEPARTMENT'
				""").query(Integer.class).single();
		assertThat(queue).isEqualTo(CASES / HOLDERS.size() - MOVED);
		assertThat(row.nth(1)).hasText(String.valueOf(queue));
		var stays = house.bean(JdbcClient.class).sql("""
				select count(*) from entry where type = 'verdict.recorded' and stream like 'case/past%'
					and at > now() - interval '84 days'
				""").query(Integer.class).single();
		assertThat(row.nth(2)).hasText(String.valueOf(stays + MOVED));
	}

	/**
	 * Each level has 48; of the 12 oldest of heads of department each has waited for
	 * long.
	 */
	private static List<CaseId> open(House house) {
		var post = new Post(house);
		var store = house.bean(Cases.class);
		var opened = new ArrayList<CaseId>();
		var copenhagen = ZoneId.of("Europe/Copenhagen");
		var now = Instant.now();
		IntStream.range(0, CASES).forEach((number) -> {
			var holder = HOLDERS.get(number % HOLDERS.size());
			var asker = (holder == Staff.BO) ? Staff.DAN : Staff.BO;
			var isOld = holder == Staff.GRO && number < HOLDERS.size() * MOVED;
			var at = now.minus(Duration.ofDays(isOld ? 5 : 1));
			var due = (number < LATE) ? now.minus(Duration.ofHours(30)) : now.plus(Duration.ofDays(20));
			var message = post.deliver(
					Letter.of(asker, List.of(holder), "Sag " + number, "Må vi det?\n", at.atZone(copenhagen)), holder);
			var id = store.open(new NewCase(message, message.subject(), "beslutning", "da",
					List.of(new Participant(asker.email(), asker.displayName(), Role.REQUESTER),
							new Participant(holder.email(), holder.displayName(), Role.APPROVER)),
					List.of(holder.email()), List.of(), Optional.of(new Due(due, true, copenhagen)),
					"It opens the case: it asks.", Mode.LIVE, at));
			house.bean(Messages.class).inCase(message.id(), id.value(), "It opens the case: it asks.");
			opened.add(id);
		});
		return opened;
	}

	/** Sixty cases of the past: the journal alone knows them, half of them too late. */
	private void past(House house) {
		var now = Instant.now();
		for (int number = 0; number < 60; number++) {
			var at = now.minus(Duration.ofDays(7 + number));
			var stream = "case/past_" + number;
			entry(house, stream, at, "case.opened",
					Map.of("deadline", at.plus(Duration.ofDays((number % 5 == 0) ? 1 : 9)).toString()));
			entry(house, stream, at, "participant.changed",
					Map.of("address", Staff.DAN.address(), "role", "REQUESTER", "name", "Dan"));
			entry(house, stream, at.plus(Duration.ofHours(20)), "request.sent",
					Map.of("ask", "ask_" + number, "approver", Staff.GRO.address(), "revision", 1));
			entry(house, stream, at.plus(Duration.ofHours(40L + number % 7 * 8)), "verdict.recorded", Map.of("verdict",
					Map.of("outcome", "approved", "request", "ask_" + number, "method", "mail_reply")));
		}
	}

	private void entry(House house, String stream, Instant at, String type, Map<String, ?> data) {
		this.sequence++;
		house.bean(JdbcClient.class)
			.sql("""
					insert into entry (stream, sequence, type, event_id, at, actor, mode, data, previous, hash)
					values (:stream, :sequence, :type, :id, :at, 'system', 'live', :data::jsonb, '', '')
					""")
			.param("stream", stream)
			.param("sequence", this.sequence)
			.param("type", type)
			.param("id", "ev_past_" + this.sequence)
			.param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
			.param("data", new JsonMapper().writeValueAsString(data))
			.update();
	}

}
