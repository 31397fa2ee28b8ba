package io.countersign.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

import io.countersign.documents.DocumentId;
import io.countersign.identity.DirectoryEntry;
import io.countersign.identity.People;
import io.countersign.journal.Mode;
import org.mockito.invocation.InvocationOnMock;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

/** A message of a chat as intake reads it, for tests of other modules. */
public final class ReceivedChat {

	private ReceivedChat() {
	}

	/**
	 * @param message as Graph lists it
	 * @param chat as Graph shows it with its members
	 */
	public static Message of(String message, String chat, List<DirectoryEntry> directory) {
		var item = new ChatItem(bytes(message), json(message));
		var stored = new MessageRepository.Stored(item.messageId(), new DocumentId("c".repeat(64)), item.digest(),
				item.createdAt(), Mode.LIVE, Duration.ZERO, false, true);
		var people = mock(People.class);
		when(people.entries(any())).thenAnswer((asked) -> found(asked, directory));
		try {
			return new ChatReading(people).read(stored,
					new ByteArrayInputStream(ChatReading.together(bytes(message), bytes(chat))));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static List<DirectoryEntry> found(InvocationOnMock asked, List<DirectoryEntry> directory) {
		Collection<String> ids = asked.getArgument(0);
		return directory.stream().filter((entry) -> ids.contains(entry.id())).toList();
	}

	private static JsonNode json(String text) {
		return new JsonMapper().readTree(text);
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
