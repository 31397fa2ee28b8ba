package io.countersign.verdicts;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import io.countersign.cases.Ask;
import io.countersign.cases.CaseId;
import io.countersign.cases.CaseState;
import io.countersign.intake.Folder;

/**
 * A mail that says "Godkendt" and must not count, with the facts it meets.
 *
 * @param name what is wrong with it
 */
record Forgery(String name, String mail, UnaryOperator<Trial> facts) {

	private static final String FROM = "From: Anna Holm <anna.holm@min.example>";

	private static final String THREAD = "In-Reply-To: <ask@min.example>\nReferences: <ask@min.example>";

	static final List<Forgery> ALL = Stream.of(writtenWrongly(), metWrongly()).flatMap((all) -> all).toList();

	Trial trial(String written) {
		return this.facts.apply(Trial.of(written));
	}

	@Override
	public String toString() {
		return this.name;
	}

	private static Stream<Forgery> writtenWrongly() {
		return Stream.of(written("two authors", FROM, "From: anna.holm@min.example, eve@evil.example"),
				written("two From fields", FROM, FROM + "\n" + FROM),
				written("another From below", FROM, FROM + "\nFrom: eve@evil.example"),
				written("a name that looks like her", FROM, "From: \"anna.holm@min.example\" <eve@evil.example>"),
				written("an encoded name", FROM,
						"From: =?utf-8?Q?Anna_=3Canna.holm=40min.example=3E?= <eve@evil.example>"),
				written("a group", FROM, "From: Leaders: anna.holm@min.example;"),
				written("a source route", FROM, "From: <@evil.example:anna.holm@min.example>"),
				written("a comment", FROM, "From: eve@evil.example (anna.holm@min.example)"),
				written("a space after the name", FROM, "From : anna.holm@min.example"),
				written("no From", FROM, "X-From: anna.holm@min.example"),
				written("a plus tag", "anna.holm@", "anna.holm+min@"),
				written("a look-alike domain", "@min.example>\nTo", "@rnin.example>\nTo"),
				written("a reply address of hers", FROM, "From: eve@evil.example\nReply-To: anna.holm@min.example"),
				written("a sender of hers", FROM, "From: eve@evil.example\nSender: anna.holm@min.example"),
				written("a secretary's sending", FROM, FROM + "\nSender: eva.skov@min.example"),
				written("two subjects", "Subject: ", "Subject: Godkendt\nSubject: "),
				written("two ids", "Message-ID: ", "Message-ID: <first@min.example>\nMessage-ID: "),
				written("an automatic answer", FROM, FROM + "\nAuto-Submitted: auto-replied"),
				written("bulk mail", FROM, FROM + "\nPrecedence: bulk"),
				written("a list", FROM, FROM + "\nList-Id: <l>"),
				written("a resent mail", FROM, FROM + "\nResent-From: eve@evil.example"),
				written("an empty path", FROM, FROM + "\nReturn-Path: <>"),
				written("no thread", THREAD, "X-Thread: <ask@min.example>"),
				written("another thread", THREAD, "In-Reply-To: <other@min.example>"),
				written("no id of its own", "Message-ID: <reply@min.example>", "X-Id: <reply@min.example>"),
				written("an escape sequence", FROM, FROM + "\nX-Note: \u001b[2J"));
	}

	private static Stream<Forgery> metWrongly() {
		return Stream.of(met("only in her inbox", (trial) -> trial.seenIn(Trial.seen(Trial.ANNA, Folder.INBOX))),
				met("in somebody else's Sent Items", (trial) -> trial.seenIn(Trial.seen(Trial.EVA, Folder.SENT))),
				met("of an unwatched author", (trial) -> trial.seenIn(Trial.seen(Trial.BO, Folder.INBOX)).notWatched()),
				met("before its proof", (trial) -> trial.seenIn().sentItemsReadUpTo(Trial.RECEIVED)),
				met("on a closed case", (trial) -> trial.onCase(CaseState.CLOSED)),
				met("of nobody we know", (trial) -> trial.unknown(Trial.ANNA)),
				met("to a withdrawn request",
						(trial) -> trial
							.asking(Trial.ask("ask@min.example", Trial.CASE, Trial.ANNA, 1, Ask.State.WITHDRAWN))),
				met("to a request of another case",
						(trial) -> trial
							.asking(Trial.ask("ask@min.example", new CaseId("cs_2"), Trial.ANNA, 1, Ask.State.OPEN))),
				met("to a request of Bo's", (trial) -> trial
					.asking(Trial.ask("ask@min.example", Trial.CASE, Trial.BO, 1, Ask.State.OPEN))));
	}

	private static Forgery written(String name, String part, String instead) {
		if (!Trial.REPLY.contains(part)) {
			throw new IllegalArgumentException(part);
		}
		return new Forgery(name, Trial.REPLY.replace(part, instead), UnaryOperator.identity());
	}

	private static Forgery met(String name, UnaryOperator<Trial> facts) {
		return new Forgery(name, Trial.REPLY, facts);
	}

}
