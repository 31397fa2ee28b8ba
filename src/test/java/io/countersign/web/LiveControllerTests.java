package io.countersign.web;

import java.time.Duration;
import java.util.Optional;

import io.countersign.cases.CaseRights;
import io.countersign.identity.EmailAddress;
import io.countersign.identity.Level;
import io.countersign.identity.OpenSession;
import io.countersign.identity.OpenSessions;
import io.countersign.identity.Person;
import io.countersign.identity.PersonId;
import io.countersign.journal.Journal;
import io.countersign.overview.Changes;
import io.countersign.overview.Follower;
import org.junit.jupiter.api.Test;

import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.request;

/** How long an open page is told of changes on one look at its rights. */
class LiveControllerTests {

	private static final Person EVA = new Person(new PersonId("p_eva"), new EmailAddress("eva.skov@min.example"),
			"Eva Skov", Optional.of(Level.CASE_WORKER), Optional.empty(), true);

	private final Follower follower = new Follower();

	private final OpenSession session = mock(OpenSession.class);

	@Test
	void UI_09_aPageHasToAskAnewAfterAWhileWithWhatItsSessionMaySeeByThen() throws Exception {
		var began = System.nanoTime();
		var asked = mvc(Duration.ofSeconds(1)).perform(get("/board/changes").flashAttr("me", EVA))
			.andExpect(request().asyncStarted())
			.andReturn();

		asked.getAsyncResult(20_000);

		assertThat(Duration.ofNanos(System.nanoTime() - began)).isBetween(Duration.ofSeconds(1),
				Duration.ofSeconds(20));
		await().atMost(Duration.ofSeconds(20)).until(this.follower::isClosed);
	}

	@Test
	void UI_09_untilThenItIsNotSentAway() throws Exception {
		var asked = mvc(Duration.ofMinutes(5)).perform(get("/board/changes").flashAttr("me", EVA))
			.andExpect(request().asyncStarted())
			.andReturn();

		Thread.sleep(Duration.ofSeconds(2));
		assertThat(asked.getRequest().isAsyncStarted()).isTrue();
		assertThat(this.follower.isClosed()).isFalse();
		this.follower.close();
		asked.getAsyncResult(20_000);
	}

	@Test
	void UI_08_aStreamEndsWithItsSessionAtOnce() throws Exception {
		var asked = mvc(Duration.ofMinutes(5)).perform(get("/board/changes").flashAttr("me", EVA))
			.andExpect(request().asyncStarted())
			.andReturn();

		when(this.session.isOpen()).thenReturn(false);

		asked.getAsyncResult(3_000);
		await().atMost(Duration.ofSeconds(3)).until(this.follower::isClosed);
	}

	@Test
	void aPageHearsAtOnceThatItIsTold() throws Exception {
		var asked = mvc(Duration.ofMinutes(5)).perform(get("/board/changes").flashAttr("me", EVA)).andReturn();

		await().atMost(Duration.ofSeconds(10))
			.until(() -> asked.getResponse().getContentAsString().contains("event:ping"));
		assertThat(asked.getResponse().getContentAsString()).contains("retry:500");
		this.follower.close();
		asked.getAsyncResult(20_000);
	}

	private MockMvc mvc(Duration stands) {
		when(this.session.isOpen()).thenReturn(true);
		var sessions = mock(OpenSessions.class);
		when(sessions.of(any(), any())).thenReturn(this.session);
		var changes = mock(Changes.class);
		when(changes.follow()).thenReturn(this.follower);
		return MockMvcBuilders
			.standaloneSetup(new LiveController(changes, mock(CaseAccess.class), mock(CaseRights.class), sessions,
					mock(Journal.class), mock(Talk.class), new PageSettings(Duration.ofSeconds(10), 90, stands)))
			.build();
	}

}
