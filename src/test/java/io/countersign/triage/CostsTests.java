package io.countersign.triage;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

import io.countersign.cases.Ask;
import io.countersign.cases.CaseView;
import io.countersign.documents.Documents;
import io.countersign.intake.Content;
import io.countersign.intake.Message;
import io.countersign.intake.MessageId;
import io.countersign.intake.Messages;
import io.countersign.reading.Reader;
import io.countersign.verdicts.Cost;
import io.countersign.verdicts.Judgements;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

/** What a case costs, as far as it is said. */
class CostsTests {

	private static final TriageProperties PROPERTIES = new TriageProperties(ZoneId.of("Europe/Copenhagen"), 0.6, 0.35,
			Duration.ofSeconds(2), Duration.ofSeconds(30), Duration.ofSeconds(5), Duration.ofMinutes(1));

	private static final MessageId MESSAGE = new MessageId("msg_1");

	private static final String ASKED = "<p>Kan du godkende købet for 40.000 kr.?</p>";

	@Test
	void IN_11_ofAPageOfMoreElementsThanFitInMemoryNobodyKnowsTheCost() {
		assertThat(costOf(ASKED + "<br>".repeat(1_000))).isPresent();
		assertThat(costOf(ASKED + "<br>".repeat(250_000))).isEmpty();
	}

	private static Optional<Cost> costOf(String html) {
		var message = mock(Message.class);
		when(message.subject()).thenReturn("Indkøb");
		when(message.content()).thenReturn(Content.ofHtml(html));
		when(message.receivedAt()).thenReturn(Instant.parse("2026-11-24T10:00:00Z"));
		var messages = mock(Messages.class);
		when(messages.find(MESSAGE)).thenReturn(Optional.of(message));
		var ask = mock(Ask.class);
		when(ask.message()).thenReturn(MESSAGE);
		var view = mock(CaseView.class);
		when(view.asks()).thenReturn(List.of(ask));
		return new Costs(messages, mock(Documents.class), new Reader(), mock(Judgements.class), PROPERTIES).of(view);
	}

}
