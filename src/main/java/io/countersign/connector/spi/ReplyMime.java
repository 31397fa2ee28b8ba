package io.countersign.connector.spi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;

import io.countersign.connector.ConnectorException;
import io.countersign.connector.Reply;
import io.countersign.identity.EmailAddress;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.address.Mailbox;
import org.apache.james.mime4j.message.BodyPartBuilder;
import org.apache.james.mime4j.message.DefaultMessageWriter;
import org.apache.james.mime4j.message.MultipartBuilder;
import org.apache.james.mime4j.stream.RawField;

/** A reply as RFC 5322 writes it, marked as automatic as RFC 3834 wants it. */
public final class ReplyMime {

	/**
	 * Tells us from which intention a mail of ours has come. It commands nothing in mail
	 * of others (IN-16): only our own folders are searched for it.
	 */
	public static final String KEY = "X-Countersign-Key";

	private ReplyMime() {
	}

	/**
	 * @throws ConnectorException.Refused when a value could end its header field (RL-10)
	 */
	public static byte[] of(Reply reply, EmailAddress from, Instant now) {
		plain(List.of(reply.key(), reply.internetMessageId()));
		plain(reply.inReplyTo().stream().toList());
		plain(reply.references());
		var message = Message.Builder.of()
			.setMessageId(bracketed(reply.internetMessageId()))
			.setDate(Date.from(now))
			.setFrom(mailbox(from))
			.setTo(reply.to().stream().map(ReplyMime::mailbox).toList())
			.setSubject(subject(reply))
			.setField(field("Auto-Submitted", reply.inReplyTo().isPresent() ? "auto-replied" : "auto-generated"))
			.setField(field("X-Auto-Response-Suppress", "All"))
			.setField(field(KEY, reply.key()));
		reply.inReplyTo().ifPresent((id) -> message.setField(field("In-Reply-To", bracketed(id))));
		if (!reply.references().isEmpty()) {
			message.setField(field("References",
					reply.references().stream().map(ReplyMime::bracketed).collect(Collectors.joining(" "))));
		}
		try {
			return DefaultMessageWriter.asBytes(message.setBody(alternative(reply).build()).build());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static MultipartBuilder alternative(Reply reply) throws IOException {
		return MultipartBuilder.create("alternative")
			.addBodyPart(part(reply.text(), "plain"))
			.addBodyPart(part(reply.html(), "html"));
	}

	private static BodyPartBuilder part(String content, String subtype) throws IOException {
		return BodyPartBuilder.create()
			.setBody(content, subtype, StandardCharsets.UTF_8)
			.setContentTransferEncoding("base64");
	}

	/**
	 * Line ends of the thread's own subject are what unfolding has left of it. A text
	 * that looks like an encoded word must not become one, for what it hides may be line
	 * ends again.
	 */
	private static String subject(Reply reply) {
		return reply.subject().replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}]+", " ").replace("=?", "= ?").strip();
	}

	/** Whoever writes it folds it; folded twice it would end the header. */
	private static RawField field(String name, String value) {
		return new RawField(name, value);
	}

	private static Mailbox mailbox(EmailAddress address) {
		plain(List.of(address.value()));
		var at = address.value().lastIndexOf('@');
		return new Mailbox(address.value().substring(0, at), address.value().substring(at + 1));
	}

	private static String bracketed(String id) {
		return "<" + id + ">";
	}

	private static void plain(List<String> values) {
		for (var value : values) {
			if (value.isEmpty() || value.chars().anyMatch((c) -> c <= ' ' || c > 126 || c == '<' || c == '>')) {
				throw new ConnectorException.Refused(
						"A header value of the reply holds characters no header may hold.");
			}
		}
	}

}
