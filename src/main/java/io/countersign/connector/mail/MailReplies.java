package io.countersign.connector.mail;

import java.time.Clock;
import java.util.Optional;

import io.countersign.connector.ConnectorException;
import io.countersign.connector.DraftRef;
import io.countersign.connector.Reply;
import io.countersign.connector.Whereabouts;
import io.countersign.connector.spi.ReplyMime;
import io.countersign.connector.spi.ReplySender;
import io.countersign.identity.EmailAddress;
import jakarta.mail.Flags;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Replies of record by SMTP, which cannot be asked later what it has taken (RL-3). The
 * draft lies in our own mailbox until the server is about to be given it: as long as it
 * is there, it has not been sent. From then on only a copy in Sent or in our own inbox
 * says that it has.
 */
@ThroughMail
@Component
class MailReplies implements ReplySender {

	private static final Logger log = LoggerFactory.getLogger(MailReplies.class);

	private final MailServers servers;

	private final EmailAddress mailbox;

	private final Clock clock;

	MailReplies(MailServers servers, @Value("${countersign.writeback.mailbox}") EmailAddress mailbox, Clock clock) {
		this.servers = servers;
		this.mailbox = mailbox;
		this.clock = clock;
	}

	@Override
	public DraftRef draft(Reply reply) {
		var mime = ReplyMime.of(reply, this.mailbox, this.clock.instant());
		try (var own = this.servers.open(this.mailbox); var drafts = own.drafts()) {
			drafts.append(mime, Flags.Flag.DRAFT, Flags.Flag.SEEN);
		}
		return new DraftRef(reply.internetMessageId());
	}

	/**
	 * By the key too: a row that was made anew after a restore has another Message-ID
	 * than the mail that was sent (RL-4).
	 */
	@Override
	public Whereabouts find(String key, String internetMessageId) {
		try (var own = this.servers.open(this.mailbox)) {
			if (isSent(own, key, internetMessageId)) {
				return new Whereabouts.Sent();
			}
			try (var drafts = own.drafts()) {
				var drafted = drafts.holds(internetMessageId) ? Optional.of(internetMessageId) : drafts.named(key);
				return drafted.<Whereabouts>map((id) -> new Whereabouts.Drafted(new DraftRef(id)))
					.orElseGet(Whereabouts.Nowhere::new);
			}
		}
	}

	@Override
	public void send(DraftRef draft) {
		try (var own = this.servers.open(this.mailbox)) {
			var mime = send(own, draft.itemId());
			file(own, mime);
		}
	}

	/**
	 * What has come to ourselves was taken by the server, and belongs in Sent. Others may
	 * write to our inbox, so there only the id counts that nobody can guess.
	 */
	private static boolean isSent(OpenMailbox own, String key, String internetMessageId) {
		try (var sent = own.sent()) {
			if (sent.holds(internetMessageId) || sent.named(key).isPresent()) {
				return true;
			}
			try (var inbox = own.inbox()) {
				var copy = inbox.find(internetMessageId);
				copy.ifPresent((mime) -> sent.append(mime, Flags.Flag.SEEN));
				return copy.isPresent();
			}
		}
	}

	/** The server is greeted first, so that one that is away costs no doubt. */
	private byte[] send(OpenMailbox own, String internetMessageId) {
		try (var drafts = own.drafts()) {
			var mime = drafts.find(internetMessageId).orElseThrow(MailReplies::taken);
			try (var submission = this.servers.submit(this.mailbox)) {
				if (!drafts.remove(internetMessageId)) {
					throw taken();
				}
				submission.send(mime).ifPresent((refusal) -> {
					drafts.append(mime, Flags.Flag.DRAFT, Flags.Flag.SEEN);
					throw refusal;
				});
			}
			return mime;
		}
	}

	private static ConnectorException taken() {
		return new ConnectorException.Doubtful("Somebody else has taken the draft.");
	}

	/** Sent it is, whether it can be filed or not; the copy to ourselves says so too. */
	private void file(OpenMailbox own, byte[] mime) {
		try (var sent = own.sent()) {
			sent.append(mime, Flags.Flag.SEEN);
		}
		catch (ConnectorException ex) {
			log.atWarn().addKeyValue("reason", ex.getMessage()).log("An answer was sent and could not be filed");
		}
	}

}
