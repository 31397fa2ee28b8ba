package io.countersign.verdicts;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * VA-17: how a yes is meant, where its own words and those beside it give that away. What
 * somebody supposes, wishes, recommends or laughs at, or offers to another to say, is no
 * yes of his.
 *
 * @param text the own words
 * @param himself whether whoever was asked has sent them
 * @param said the passages that say yes
 * @param remarks the passages that seem to leave it as it is
 */
record Tone(String text, boolean himself, List<String> said, List<String> remarks) {

	private static final Pattern END = Pattern.compile("[.!?\\n]");

	Optional<String> doubt() {
		var sentences = this.said.stream().map(this::sentence).toList();
		return Tones.ALL.stream()
			.filter((rule) -> where(rule.place(), sentences).anyMatch((words) -> rule.pattern().matcher(words).find()))
			.findFirst()
			.map(Tones.Rule::sentence);
	}

	private Stream<String> where(Tones.Place place, List<String> sentences) {
		return switch (place) {
			case TEXT, LINE -> Stream.of(this.text);
			case HIMSELF -> this.himself ? Stream.of(this.text) : Stream.empty();
			case SAID -> sentences.stream();
			case REMARK -> this.remarks.stream();
		};
	}

	/** All of the sentence in which a passage stands. */
	private String sentence(String passage) {
		var at = Math.max(0, this.text.indexOf(passage));
		var before = this.text.substring(0, at);
		var behind = this.text.substring(Math.min(this.text.length(), at + passage.length()));
		return before.substring(Math.max(before.lastIndexOf('.'), before.lastIndexOf('\n')) + 1) + passage
				+ END.split(behind, 2)[0];
	}

}
