package io.countersign.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Takes from a mail what its author newly wrote. */
final class Trim {

	private static final int LONGEST_HISTORY = 3000;

	private final MailMarks marks;

	Trim(MailMarks marks) {
		this.marks = marks;
	}

	Cut of(Body body, Optional<Correspondent> author, Optional<Correspondent> sender) {
		var lines = body.lines();
		var quoted = new History(this.marks, lines).mark();
		new AnswersInside(this.marks, lines, author).takeOut(quoted);
		var gone = quoted.clone();
		var farewell = new Farewell(this.marks, lines, Stream.concat(author.stream(), sender.stream()).toList());
		for (var from = 0; from < lines.size(); from++) {
			if (!quoted[from]) {
				var to = from;
				while (to < lines.size() && !quoted[to]) {
					to++;
				}
				farewell.strip(gone, from, to);
				from = to;
			}
		}
		return new Cut(collect(body, quoted, gone), InlineAnswers.of(lines, quoted, gone), older(body, quoted),
				Signatures.in(this.marks, lines, quoted, gone), new Afterwords(this.marks, lines).areIn(quoted, gone));
	}

	private static String older(Body body, boolean[] quoted) {
		var text = new StringBuilder();
		for (var i = 0; i < quoted.length && text.length() < LONGEST_HISTORY; i++) {
			if (quoted[i]) {
				text.append(body.lines().get(i).words()).append('\n');
			}
		}
		return text.toString();
	}

	private static OwnWords collect(Body body, boolean[] quoted, boolean[] gone) {
		var text = new StringBuilder();
		var spans = new ArrayList<Span>();
		var answers = new ArrayList<OwnWords.Answer>();
		var index = 0;
		while (index < gone.length) {
			if (gone[index] || body.lines().get(index).isBlank()) {
				index++;
			}
			else {
				var last = lastOfParagraphs(body.lines(), gone, index);
				var from = body.lines().get(index).start();
				var to = body.lines().get(last).end();
				text.append(text.isEmpty() ? "" : "\n");
				text.append(body.text(), from, to);
				spans.add(body.span(from, to));
				question(body, quoted, index).ifPresent((words) -> answers
					.add(new OwnWords.Answer(words, body.text().substring(from, to), body.span(from, to))));
				index = last + 1;
			}
		}
		return new OwnWords(text.toString().replace("\r", ""), spans, answers, body.hidden());
	}

	private static int lastOfParagraphs(List<Body.Line> lines, boolean[] gone, int first) {
		var last = first;
		for (var i = first; i < gone.length && !gone[i]; i++) {
			if (!lines.get(i).isBlank()) {
				last = i;
			}
		}
		return last;
	}

	private static Optional<String> question(Body body, boolean[] quoted, int index) {
		for (var i = index - 1; i >= 0; i--) {
			var line = body.lines().get(i);
			if (quoted[i] && !line.words().chars().allMatch((c) -> c == '>' || c == ' ')) {
				return Optional.of(line.words().replaceFirst("^[> |]+", ""));
			}
			if (!quoted[i] && !line.isBlank()) {
				return Optional.empty();
			}
		}
		return Optional.empty();
	}

	/**
	 * A mail in two.
	 *
	 * @param older the beginning of what it repeats
	 * @param isSaidBehind whether something is said where its author only signs
	 */
	record Cut(OwnWords own, InlineAnswers inline, String older, List<Signature> signatures, boolean isSaidBehind) {
	}

}
