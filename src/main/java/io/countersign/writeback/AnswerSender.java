package io.countersign.writeback;

import java.time.Clock;
import java.time.Duration;

import io.countersign.cases.Digests;
import io.countersign.connector.ConnectorException;
import io.countersign.connector.DraftRef;
import io.countersign.connector.Replies;
import io.countersign.connector.Whereabouts;
import io.countersign.work.Claim;
import io.countersign.work.DueRows;
import io.countersign.work.DueTable;
import io.countersign.work.Work;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Sends one answer once: look, draft, write down the draft's id, send, write that down.
 * It always looks first, because an earlier attempt may have got further than the row
 * says, and a row restored from a backup knows nothing of what was sent since (RL-4).
 */
@Component
class AnswerSender implements Work {

	private static final Logger log = LoggerFactory.getLogger(AnswerSender.class);

	private static final Duration OVER_THE_LIMIT = Duration.ofMinutes(15);

	/** Sent Items shows a mail some time after it has left Drafts. */
	private static final Duration ON_ITS_WAY = Duration.ofSeconds(10);

	private static final Duration DOUBTFUL = Duration.ofMinutes(15);

	private static final Duration LOOK_AGAIN = Duration.ofSeconds(20);

	/** A right that is granted takes up to two hours to work. */
	private static final Duration BARRED = Duration.ofMinutes(15);

	private static final Duration BARRED_FOR_LONG = Duration.ofDays(1);

	private final WritebackRepository writebacks;

	private final ReplyWriter writer;

	private final Replies replies;

	private final SendingLimits limits;

	private final Digests digests;

	private final DigestHours digestHours;

	private final Clock clock;

	private final DueTable table;

	private final Duration lease;

	private final Duration handOver;

	AnswerSender(WritebackRepository writebacks, ReplyWriter writer, Replies replies, SendingLimits limits,
			Digests digests, DigestHours digestHours, WritebackProperties properties, DueRows due, Clock clock) {
		this.writebacks = writebacks;
		this.writer = writer;
		this.replies = replies;
		this.limits = limits;
		this.digests = digests;
		this.digestHours = digestHours;
		this.clock = clock;
		this.lease = properties.lease();
		this.handOver = properties.handOver();
		this.table = due.table("writeback");
	}

	@Override
	public void work(Claim claim) {
		var writeback = this.writebacks.claimed(claim);
		if (writeback.isPresent()) {
			send(claim, writeback.get());
		}
	}

	@Override
	public void giveUp(Claim claim, String reason) {
		this.writebacks.stuck(claim, reason);
	}

	/**
	 * What the provider refuses for good, a person has to look at; so he has after a day
	 * in which our own mailbox is closed to us.
	 */
	private void send(Claim claim, Writeback writeback) {
		try {
			lookAndSend(claim, writeback);
		}
		catch (ConnectorException.Barred ex) {
			if (this.writebacks.isBarredForLong(claim, BARRED_FOR_LONG)) {
				stuck(claim, ex);
			}
			else {
				this.table.postpone(claim, BARRED, String.valueOf(ex.getMessage()));
			}
		}
		catch (ConnectorException.Refused ex) {
			stuck(claim, ex);
		}
	}

	private void stuck(Claim claim, ConnectorException refusal) {
		this.writebacks.stuck(claim, String.valueOf(refusal.getMessage()));
		log.atError()
			.addKeyValue("writeback", claim.id())
			.addKeyValue("reason", refusal.getMessage())
			.log("Answer refused");
	}

	/**
	 * A provider that is away while we only look is no failure of the answer, however
	 * long it is away.
	 */
	private Whereabouts look(Writeback writeback) {
		try {
			return this.replies.find(writeback.id(), writeback.internetMessageId());
		}
		catch (ConnectorException.Doubtful ex) {
			throw new ConnectorException.Busy(String.valueOf(ex.getMessage()), LOOK_AGAIN);
		}
	}

	private void lookAndSend(Claim claim, Writeback writeback) {
		switch (look(writeback)) {
			case Whereabouts.Sent _ -> this.writebacks.sent(claim);
			case Whereabouts.Drafted drafted -> {
				if (this.writebacks.mayBeAccepted(claim, this.handOver)) {
					this.table.postpone(claim, ON_ITS_WAY, "It may be on its way from Drafts to Sent Items.");
				}
				else if (isAllowed(claim, writeback)) {
					go(claim, drafted.draft());
				}
			}
			case Whereabouts.Leaving _ ->
				waitForItsCopy(claim, "It was accepted for sending and still lies in Drafts.");
			case Whereabouts.Nowhere _ -> {
				if (writeback.draftId().isPresent()) {
					waitForItsCopy(claim, "Its draft is gone and Sent Items does not show it.");
				}
				else if (isAllowed(claim, writeback)) {
					go(claim, this.replies.draft(this.writer.write(writeback)));
				}
			}
		}
	}

	/** Most likely it was sent. One late is better than two. */
	private void waitForItsCopy(Claim claim, String why) {
		if (this.writebacks.isDoubtfulForLong(claim, DOUBTFUL)) {
			this.writebacks.stuck(claim, why + " Look whether the thread has it, before it is sent again.");
			log.atError().addKeyValue("writeback", claim.id()).log("Nobody knows whether an answer was sent");
			return;
		}
		this.table.postpone(claim, ON_ITS_WAY, why);
	}

	private boolean isAllowed(Claim claim, Writeback writeback) {
		if (writeback.kind() == Writeback.Kind.DIGEST && hasPassed(writeback)) {
			this.writebacks.lapse(claim);
			return false;
		}
		var limit = this.limits.reached(claim, writeback);
		limit.ifPresent((sentence) -> {
			log.atWarn()
				.addKeyValue("writeback", writeback.id())
				.log("Answer waits: a limit for automatic mail is reached");
			this.table.postpone(claim, OVER_THE_LIMIT, sentence);
		});
		return limit.isEmpty();
	}

	/** Nobody gets one in quiet hours, nor one of another day. */
	private boolean hasPassed(Writeback digest) {
		return this.digests.dayOf(digest.internetMessageId())
			.filter((day) -> this.digestHours.isTime(day, this.clock.instant()))
			.isEmpty();
	}

	/**
	 * The draft's id is committed before it is sent; whoever has lost the claim stops
	 * here, and who still has it keeps it for as long as sending takes. A provider that
	 * is only busy has not accepted it.
	 */
	private void go(Claim claim, DraftRef draft) {
		if (!this.writebacks.drafted(claim, draft.itemId()) || !this.table.keep(claim, this.lease)) {
			return;
		}
		try {
			this.replies.send(draft);
		}
		catch (ConnectorException.Busy ex) {
			this.writebacks.notAccepted(claim);
			throw ex;
		}
		this.writebacks.sent(claim);
		log.atInfo().addKeyValue("writeback", claim.id()).log("Answer sent");
	}

}
