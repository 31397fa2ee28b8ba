package io.countersign.connector.spi;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.countersign.connector.ConnectorException;
import io.countersign.connector.Watch;
import io.countersign.documents.ContentsAway;
import io.countersign.identity.EmailAddress;
import io.countersign.intake.Folder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What holds up one mail holds up none behind it. */
class OneByOneTests {

	private static final Watch WATCH = new Watch("w1", new EmailAddress("anna@min.example"), Folder.INBOX,
			Instant.EPOCH, Optional.empty(), Optional.empty());

	private final List<String> received = new ArrayList<>();

	private final List<String> aside = new ArrayList<>();

	private final OneByOne items = new OneByOne(WATCH, new NoBookmark(), (_, item) -> this.aside.add(item));

	@Test
	void aMailTooLargeForTheDatabaseWaitsByItselfWhileTheBucketIsAway() {
		receive(new ContentsAway("The bucket does not answer.", Duration.ofSeconds(1), null));

		assertThat(this.received).containsExactly("first", "last");
		assertThat(this.aside).containsExactly("large");
	}

	@Test
	void whatTheMailboxMayBeAtFaultForIsReadAgainWithItsFolder() {
		assertThatThrownBy(() -> receive(new ConnectorException.Doubtful("It gave no answer.")))
			.isInstanceOf(ConnectorException.Doubtful.class);

		assertThat(this.received).containsExactly("first", "last");
		assertThat(this.aside).isEmpty();
	}

	private void receive(RuntimeException failure) {
		this.items.receive(List.of("first", "large", "last"), (item) -> {
			if (item.equals("large")) {
				throw failure;
			}
			this.received.add(item);
		}, (item) -> item);
	}

	/** The folder is read for the first time, by nobody else. */
	private static final class NoBookmark implements Bookmark {

		@Override
		public Optional<String> place() {
			return Optional.empty();
		}

		@Override
		public boolean isComparing() {
			return false;
		}

		@Override
		public boolean hasFailedOften() {
			return false;
		}

		@Override
		public void stay() {
		}

		@Override
		public Instant turn(@Nullable String place) {
			return Instant.EPOCH;
		}

		@Override
		public void finish(@Nullable String place, Instant lookedAt) {
		}

	}

}
