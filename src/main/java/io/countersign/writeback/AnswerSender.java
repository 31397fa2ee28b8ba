package io.countersign.writeback;

import java.time.Duration;

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
 * Sends one answer once: draft, write down its id, send, write that down. Whenever an
 * earlier attempt may have got further than the row says, it looks before it acts.
 */
@Component
class AnswerSender implements Work {

	private static final Logger log = LoggerFactory.getLogger(AnswerSender.class);

	private static final Duration OVER_THE_LIMIT = Duration.ofMinutes(15);

	private final WritebackRepository writebacks;

	private final ReplyWriter writer;

	private final Replies replies;

	private final SendingLimits limits;

	private final DueTable table;

	AnswerSender(WritebackRepository writebacks, ReplyWriter writer, Replies replies, SendingLimits limits,
			DueRows due) {
		this.writebacks = writebacks;
		this.writer = writer;
		this.replies = replies;
		this.limits = limits;
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

	private void send(Claim claim, Writeback writeback) {
		var found = (claim.attempts() > 1) ? this.replies.find(writeback.id(), writeback.internetMessageId())
				: new Whereabouts.Nowhere();
		switch (found) {
			case Whereabouts.Sent _ -> this.writebacks.sent(claim);
			case Whereabouts.Drafted drafted -> go(claim, drafted.draft());
			case Whereabouts.Nowhere _ -> begin(claim, writeback);
		}
	}

	private void begin(Claim claim, Writeback writeback) {
		var limit = this.limits.reached(writeback);
		if (limit.isPresent()) {
			log.atWarn()
				.addKeyValue("writeback", writeback.id())
				.log("Answer waits: a limit for automatic mail is reached");
			this.table.postpone(claim, OVER_THE_LIMIT, limit.get());
			return;
		}
		go(claim, this.replies.draft(this.writer.write(writeback)));
	}

	/**
	 * The draft's id is committed before it is sent; whoever has lost the claim stops
	 * here.
	 */
	private void go(Claim claim, DraftRef draft) {
		if (!this.writebacks.drafted(claim, draft.itemId())) {
			return;
		}
		try {
			this.replies.send(draft);
		}
		catch (ConnectorException.Refused ex) {
			this.writebacks.stuck(claim, String.valueOf(ex.getMessage()));
			return;
		}
		this.writebacks.sent(claim);
		log.atInfo().addKeyValue("writeback", claim.id()).log("Answer sent");
	}

}
