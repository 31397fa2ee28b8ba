package io.countersign.verdicts;

import java.util.Map;
import java.util.Set;

import io.countersign.intake.MessageId;
import io.countersign.journal.Journaled;

/** A reply read as a verdict and was not believed (VA-24). */
record ReplyRefused(MessageId message, String raw, Judgement.Reason because, String senderDomain) implements Journaled {

	@Override
	public String stream() {
		return "message/" + this.message;
	}

	@Override
	public String type() {
		return "security.reply_refused";
	}

	@Override
	public String key() {
		return "refused/" + this.because.category();
	}

	@Override
	public String actor() {
		return "system";
	}

	@Override
	public Set<String> words() {
		return Set.of("reason");
	}

	@Override
	public Map<String, ?> data() {
		return Map.of("message", this.message.value(), "raw", "sha256:" + this.raw, "category", this.because.category(),
				"reason", this.because.sentence(), "sender_domain", this.senderDomain);
	}

}
