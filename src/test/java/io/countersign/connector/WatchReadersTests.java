package io.countersign.connector;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.countersign.connector.spi.Bookmark;
import io.countersign.connector.spi.WatchReader;
import io.countersign.identity.EmailAddress;
import io.countersign.intake.Folder;
import io.countersign.problem.InvalidField;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.mock;

class WatchReadersTests {

	private final WatchReaders mailOnly = new WatchReaders(List.of(new MailOnly()));

	@Test
	void chatsAreRefusedWhereNoServerGivesThemOut() {
		var watches = new WatchController(mock(Watches.class), mock(WatchRepository.class), this.mailOnly);

		assertThatExceptionOfType(InvalidField.class)
			.isThrownBy(() -> watches.put("anna@min.example",
					new WatchController.NewWatch(List.of("inbox", "chats"), null), () -> "admin"))
			.withMessageContaining("only through Microsoft Graph");
	}

	@Test
	void aWatchOfOtherServersIsRefusedAndNotLost() {
		var chats = new Watch("a/chats", new EmailAddress("anna@min.example"), Folder.CHATS, Instant.EPOCH,
				Optional.empty(), Optional.empty());

		assertThatExceptionOfType(ConnectorException.Refused.class).isThrownBy(() -> this.mailOnly.of(chats));
	}

	private static final class MailOnly implements WatchReader {

		@Override
		public Set<Folder> folders() {
			return EnumSet.of(Folder.INBOX, Folder.SENT);
		}

		@Override
		public void read(Watch watch, Bookmark bookmark) {
			throw new AssertionError(watch);
		}

		@Override
		public void fetch(Watch watch, String itemId, Runnable goingOn) {
			throw new AssertionError(itemId);
		}

		@Override
		public void leave(Watch watch, String itemId, String reason) {
			throw new AssertionError(reason);
		}

	}

}
