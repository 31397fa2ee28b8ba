package io.countersign.connector.graph;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

import com.microsoft.graph.models.BodyType;
import com.microsoft.graph.models.Message;
import com.microsoft.graph.models.Recipient;
import io.countersign.connector.Watch;
import io.countersign.identity.EmailAddress;
import io.countersign.intake.Arrival;
import io.countersign.intake.Content;
import io.countersign.intake.Filing;
import io.countersign.intake.HeaderField;
import io.countersign.intake.InternetMessageId;
import io.countersign.intake.Party;
import io.countersign.intake.Preview;
import io.countersign.intake.Threading;
import io.countersign.journal.Mode;
import org.jspecify.annotations.Nullable;

/** What Graph tells of a message, in our words. The SDK's objects go no further. */
final class GraphArrivals {

	private GraphArrivals() {
	}

	/** A row of a later round may hold no more than what has changed. */
	static boolean isWhole(Message message) {
		return message.getReceivedDateTime() != null && message.getIsDraft() != null;
	}

	/**
	 * @param news what is received longer than this before the watch began is history
	 */
	static Arrival of(Watch watch, Message message, Duration news) {
		var received = instant(message.getReceivedDateTime()).orElse(watch.since());
		var mode = received.isBefore(watch.since().minus(news)) ? Mode.BACKFILL : Mode.LIVE;
		return new Arrival(watch.mailbox(), watch.folder(), String.valueOf(message.getId()), received, preview(message),
				mode, new Filing(instant(message.getCreatedDateTime()), false));
	}

	/** One of which nothing could be learnt yet but that it is there. */
	static Arrival unknown(Watch watch, String itemId, Duration news) {
		var message = new Message();
		message.setId(itemId);
		return of(watch, message, news);
	}

	private static Preview preview(Message message) {
		var subject = message.getSubject();
		return new Preview((subject != null) ? subject : "", party(message.getFrom()), party(message.getSender()),
				parties(message.getToRecipients()), parties(message.getCcRecipients()), threading(message),
				Optional.ofNullable(message.getConversationId()), headers(message), body(message),
				Boolean.TRUE.equals(message.getHasAttachments()), Boolean.TRUE.equals(message.getIsDraft()),
				instant(message.getSentDateTime()));
	}

	private static Threading threading(Message message) {
		var id = Optional.ofNullable(message.getInternetMessageId()).flatMap(InternetMessageId::normalise);
		return new Threading(id, ids(message, GraphMail.IN_REPLY_TO), ids(message, GraphMail.REFERENCES),
				Optional.empty(), Optional.empty());
	}

	private static List<String> ids(Message message, String property) {
		var properties = message.getSingleValueExtendedProperties();
		return (properties != null) ? properties.stream()
			.filter((one) -> property.equalsIgnoreCase(one.getId()))
			.map((one) -> String.valueOf(one.getValue()))
			.flatMap((value) -> InternetMessageId.normaliseAll(value).stream())
			.toList() : List.of();
	}

	private static List<HeaderField> headers(Message message) {
		var headers = message.getInternetMessageHeaders();
		return (headers != null) ? headers.stream()
			.map((field) -> new HeaderField(String.valueOf(field.getName()), String.valueOf(field.getValue())))
			.toList() : List.of();
	}

	private static Content body(Message message) {
		var body = message.getBody();
		var content = (body != null) ? body.getContent() : null;
		if (body == null || content == null) {
			return Content.NONE;
		}
		return (body.getContentType() == BodyType.Html) ? Content.ofHtml(content) : Content.ofText(content);
	}

	private static List<Party> parties(@Nullable List<Recipient> recipients) {
		return (recipients != null) ? recipients.stream().flatMap((one) -> party(one).stream()).toList() : List.of();
	}

	private static Optional<Party> party(@Nullable Recipient recipient) {
		var mailbox = (recipient != null) ? recipient.getEmailAddress() : null;
		var address = (mailbox != null) ? mailbox.getAddress() : null;
		if (mailbox == null || address == null) {
			return Optional.empty();
		}
		var name = Optional.ofNullable(mailbox.getName()).orElse("");
		return EmailAddress.parse(address).map((plain) -> new Party(name, plain));
	}

	private static Optional<Instant> instant(@Nullable OffsetDateTime time) {
		return Optional.ofNullable(time).map(OffsetDateTime::toInstant);
	}

}
