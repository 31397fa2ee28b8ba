package io.countersign.connector.graph;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;

import com.microsoft.graph.models.Message;
import com.microsoft.graph.models.SingleValueLegacyExtendedProperty;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import io.countersign.connector.DraftRef;
import io.countersign.connector.Reply;
import io.countersign.connector.Whereabouts;
import io.countersign.connector.spi.ReplyMime;
import io.countersign.connector.spi.ReplySender;
import io.countersign.identity.EmailAddress;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Replies of record through Graph: a draft with everything in it, made from MIME because
 * only so can it answer a mail that lies in another mailbox; a key on it; one send.
 *
 * @see <a href="https://learn.microsoft.com/graph/outlook-send-mime-message">MIME</a>
 */
@ThroughGraph
@Component
class GraphReplies implements ReplySender {

	static final String KEY = "String {8f0c2f0e-9a54-4b5e-9d0e-6a0f1f2b7c11} Name CountersignKey";

	/** The store's flags of a message. */
	private static final String MESSAGE_FLAGS = "Integer 0x0E07";

	/**
	 * Set from the moment it was accepted for sending (MS-OXCMSG section 2.2.1.6,
	 * mfSubmitted).
	 */
	private static final int SUBMITTED = 0x4;

	private final GraphServiceClient client;

	private final GraphCalls calls;

	private final MailboxTurns turns;

	private final EmailAddress mailbox;

	private final Clock clock;

	GraphReplies(GraphServiceClient client, GraphCalls calls, MailboxTurns turns,
			@Value("${countersign.writeback.mailbox}") EmailAddress mailbox, Clock clock) {
		this.client = client;
		this.calls = calls;
		this.turns = turns;
		this.mailbox = mailbox;
		this.clock = clock;
	}

	@Override
	public DraftRef draft(Reply reply) {
		var mime = ReplyMime.of(reply, this.mailbox, this.clock.instant());
		var id = String.valueOf(call(() -> post(mime)).getId());
		mark(id, reply.key());
		return new DraftRef(id);
	}

	/** A draft that was made just before its key could be written gets the key now. */
	@Override
	public Whereabouts find(String key, String internetMessageId) {
		var keyed = search("singleValueExtendedProperties/Any(ep: ep/id eq '%s' and ep/value eq '%s')".formatted(KEY,
				quoted(key)));
		if (!keyed.isEmpty()) {
			return whereabouts(keyed);
		}
		var named = whereabouts(search("internetMessageId eq '%s'".formatted(quoted("<" + internetMessageId + ">"))));
		if (named instanceof Whereabouts.Drafted drafted) {
			mark(drafted.draft().itemId(), key);
		}
		return named;
	}

	@Override
	public void send(DraftRef draft) {
		call(() -> {
			this.client.users().byUserId(this.mailbox.value()).messages().byMessageId(draft.itemId()).send().post();
			return draft;
		});
	}

	/** Each call waits for its turn in the mailbox. */
	private <T> T call(Callable<T> call) {
		return this.turns.take(this.mailbox, () -> this.calls.make(this.mailbox, call));
	}

	/** Sent counts more than accepted, and accepted more than drafted. */
	private static Whereabouts whereabouts(List<Message> found) {
		if (found.stream().anyMatch((message) -> Boolean.FALSE.equals(message.getIsDraft()))) {
			return new Whereabouts.Sent();
		}
		if (found.stream().anyMatch(GraphReplies::isSubmitted)) {
			return new Whereabouts.Leaving();
		}
		return found.stream()
			.findFirst()
			.<Whereabouts>map((draft) -> new Whereabouts.Drafted(new DraftRef(String.valueOf(draft.getId()))))
			.orElseGet(Whereabouts.Nowhere::new);
	}

	private static boolean isSubmitted(Message message) {
		return Optional.ofNullable(message.getSingleValueExtendedProperties())
			.orElseGet(List::of)
			.stream()
			.filter((property) -> MESSAGE_FLAGS.equalsIgnoreCase(property.getId()))
			.anyMatch((property) -> (flags(property.getValue()) & SUBMITTED) != 0);
	}

	private static int flags(@Nullable String value) {
		try {
			return (value != null) ? Integer.parseInt(value.strip()) : 0;
		}
		catch (NumberFormatException ex) {
			return 0;
		}
	}

	/**
	 * The whole mailbox: Drafts, Outbox, Sent Items, and wherever else somebody put it.
	 */
	private List<Message> search(String filter) {
		var page = call(() -> this.client.users().byUserId(this.mailbox.value()).messages().get((request) -> {
			var query = Objects.requireNonNull(request.queryParameters);
			query.filter = filter;
			query.select = new String[] { "id", "isDraft", "internetMessageId" };
			query.expand = new String[] {
					"singleValueExtendedProperties($filter=id eq '%s')".formatted(MESSAGE_FLAGS) };
			query.top = 10;
		}));
		return Optional.ofNullable(page).map((one) -> one.getValue()).orElseGet(List::of);
	}

	/** No builder of the SDK takes MIME. */
	private Message post(byte[] mime) {
		var request = this.client.users()
			.byUserId(this.mailbox.value())
			.messages()
			.toPostRequestInformation(new Message());
		request.headers.remove("Content-Type");
		request.setStreamContent(new ByteArrayInputStream(Base64.getEncoder().encode(mime)), "text/plain");
		return Objects.requireNonNull(this.client.getRequestAdapter()
			.send(request, GraphFault.ANSWERS, Message::createFromDiscriminatorValue));
	}

	private void mark(String id, String key) {
		call(() -> {
			var property = new SingleValueLegacyExtendedProperty();
			property.setId(KEY);
			property.setValue(key);
			var change = new Message();
			change.setSingleValueExtendedProperties(List.of(property));
			return Objects.requireNonNull(
					this.client.users().byUserId(this.mailbox.value()).messages().byMessageId(id).patch(change));
		});
	}

	/** OData doubles a quotation mark inside a text. */
	private static String quoted(String value) {
		return value.replace("'", "''");
	}

}
