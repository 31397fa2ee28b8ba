package io.countersign.cases;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import io.countersign.intake.MessageId;
import io.countersign.journal.Journaled;
import io.countersign.journal.Mode;

/**
 * The person to whom a digest was sent has answered it. It is told once of each mail.
 *
 * @param results what became of each number that was listed or named
 */
public record DigestAnswered(Digest digest, MessageId message, List<Result> results, Mode mode) implements Journaled {

	public DigestAnswered {
		results = List.copyOf(results);
	}

	/**
	 * What became of one number.
	 *
	 * @param outcome what was read, where something was
	 */
	public record Result(int number, Standing standing, Optional<Outcome> outcome) {
	}

	/** How much an answer to a number is worth. */
	public enum Standing {

		COUNTED,

		/** It has to be confirmed first. */
		HELD,

		/** It decides nothing. */
		REFUSED,

		/** It could not be read as one clear answer. */
		UNREAD

	}

	@Override
	public String stream() {
		return "digest/" + this.digest.id();
	}

	@Override
	public String type() {
		return "digest.answered";
	}

	@Override
	public String key() {
		return "answered/%s/%s".formatted(this.message, Integer.toHexString(this.results.toString().hashCode()));
	}

	@Override
	public String actor() {
		return "system";
	}

	@Override
	public Map<String, ?> data() {
		return Map.of("message", this.message.value(), "numbers",
				this.results.stream().map(DigestAnswered::data).toList());
	}

	private static Map<String, Object> data(Result result) {
		var data = new LinkedHashMap<String, Object>();
		data.put("number", result.number());
		data.put("standing", result.standing().name().toLowerCase(Locale.ROOT));
		result.outcome().ifPresent((outcome) -> data.put("outcome", outcome.word()));
		return data;
	}

}
