package io.countersign.triage;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.countersign.cases.Cases;
import io.countersign.identity.EmailAddress;
import io.countersign.intake.Arrival;
import io.countersign.intake.Content;
import io.countersign.intake.Folder;
import io.countersign.intake.HeaderField;
import io.countersign.intake.Preview;
import io.countersign.intake.Threading;
import io.countersign.reading.Gist;
import io.countersign.reading.Mail;
import io.countersign.reading.Reader;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

class ScreeningTests {

	private static final TriageProperties PROPERTIES = new TriageProperties(ZoneId.of("Europe/Copenhagen"), 0.6, 0.35,
			Duration.ofSeconds(2), Duration.ofSeconds(30), Duration.ofSeconds(5), Duration.ofMinutes(1));

	private static final HeaderField FIELD = new HeaderField("X-Mailer", "Outlook");

	@Test
	void IN_08_aMailThatCannotBeScreenedIsFetchedAndHoldsUpNoOther() {
		var screening = new Screening(mock(Cases.class), new Stumbling(),
				new OwnMail(new EmailAddress("countersign@min.example")), PROPERTIES);
		var bad = arrival("Stumble");
		var good = arrival("Kantinen");

		assertThat(screening.ruledOut(List.of(bad, good))).containsOnlyKeys(good);
	}

	@Test
	void aForwardedMailWithFilesIsFetchedForTheMailsThatMayBeInIt() {
		var screening = screening(mock(Cases.class));
		var enclosing = arrival("VS: Presseplan", List.of(FIELD), true);
		var plain = arrival("VS: Kantinen", List.of(FIELD), false);

		assertThat(screening.ruledOut(List.of(enclosing, plain))).containsOnlyKeys(plain);
	}

	@Test
	void aMailThatSaysItForwardsAMailOfACaseIsFetched() {
		var cases = mock(Cases.class);
		when(cases.holding(any())).thenReturn(Set.of("1@min.example"));
		var forwarding = arrival("Presseplan",
				List.of(FIELD, new HeaderField("X-MS-Exchange-Original-Message-ID", "<1@min.example>")), false);

		assertThat(screening(cases).ruledOut(List.of(forwarding, arrival("Kantinen")))).doesNotContainKey(forwarding)
			.hasSize(1);
		verify(cases).holding(List.of("1@min.example"));
	}

	private static Screening screening(Cases cases) {
		return new Screening(cases, new Reader(), new OwnMail(new EmailAddress("countersign@min.example")), PROPERTIES);
	}

	private static Arrival arrival(String subject) {
		return arrival(subject, List.of(), false);
	}

	private static Arrival arrival(String subject, List<HeaderField> headers, boolean files) {
		var preview = new Preview(subject, Optional.empty(), Optional.empty(), List.of(), List.of(), Threading.NONE,
				Optional.empty(), headers, Content.ofText("Der er kage i kantinen."), files, false, Optional.empty());
		return Arrival.live(new EmailAddress("anna@min.example"), Folder.INBOX, "item of " + subject,
				Instant.parse("2026-11-24T10:00:00Z"), preview);
	}

	/** A reader with a fault nobody has found yet. */
	private static final class Stumbling extends Reader {

		@Override
		public Gist readGist(Mail mail) {
			if (mail.subject().equals("Stumble")) {
				throw new IndexOutOfBoundsException("a fault");
			}
			return super.readGist(mail);
		}

	}

}
