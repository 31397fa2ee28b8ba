package io.countersign.verdicts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.countersign.cases.Ask;
import io.countersign.cases.CaseState;
import io.countersign.cases.Decision;
import io.countersign.cases.Outcome;
import io.countersign.identity.EmailAddress;
import io.countersign.identity.Mandate;
import io.countersign.intake.Folder;
import io.countersign.intake.MessageId;
import org.yaml.snakeyaml.Yaml;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One raw reply of a folder of mails with the facts it meets and what it has to come to.
 */
record CorpusReply(String file, String mail, Map<String, Object> entry) {

	private static final Path MAILS = Path.of("src/test/resources/mails");

	private static final List<CorpusReply> ALL = in("replies");

	static List<CorpusReply> all() {
		return ALL;
	}

	String requirement() {
		return word("requirement").orElseThrow();
	}

	boolean isGenuine() {
		return word("expect").orElseThrow().equals("accepted");
	}

	Trial trial() {
		return trial(this.mail);
	}

	/** The same facts, with the mail written in another way. */
	Trial trial(String written) {
		var trial = Trial.of(written)
			.asking(ask(Trial.ANNA), ask(Trial.BO), ask(Trial.PIA))
			.seenIn(Trial.seen(Trial.EVA, Folder.INBOX));
		if (!this.entry.containsKey("watched")) {
			trial.notWatched();
		}
		word("sent").map(EmailAddress::new).ifPresent((sender) -> trial.seenIn(Trial.seen(sender, Folder.SENT)));
		word("mandate").ifPresent((category) -> trial.under(mandate(category)));
		word("connector").ifPresent((_) -> trial.by(Policy.trusting(Policy.BORDER)));
		word("least").ifPresent((least) -> trial.by(Policy.asking(ProofLevel.valueOf(least), "ministersvar")));
		word("signature").ifPresent((_) -> trial.signed(MailSignature.broken()));
		word("question").ifPresent((_) -> trial.answering(Question.State.UNKNOWN, Outcome.APPROVED));
		word("closed").ifPresent((_) -> trial.onCase(CaseState.CLOSED));
		word("repeated").ifPresent((_) -> trial.repeating(new MessageId("msg_before")));
		return trial;
	}

	void isMet(Judgement judgement) {
		if (word("expect").orElseThrow().equals("undecided")) {
			assertThat(judgement).isInstanceOfAny(Judgement.Silent.class, Judgement.Held.class);
			return;
		}
		switch (judgement) {
			case Judgement.Accepted(var decision) -> isMet("accepted", decision);
			case Judgement.Held held -> {
				isMet("held", held.decision());
				word("by").ifPresent((category) -> assertThat(held.because()).extracting(Judgement.Reason::category)
					.contains(category));
			}
			case Judgement.Refused refused -> {
				assertThat("refused").as(refused.because().sentence()).isEqualTo(this.entry.get("expect"));
				assertThat(refused.because().category()).isEqualTo(this.entry.get("by"));
			}
			case Judgement.Silent _ -> assertThat("silent").isEqualTo(this.entry.get("expect"));
			case Judgement.Waiting _ -> assertThat("waiting").isEqualTo(this.entry.get("expect"));
		}
	}

	@Override
	public String toString() {
		return this.file;
	}

	private void isMet(String word, Decision decision) {
		assertThat(word).as(decision.gates().toString()).isEqualTo(this.entry.get("expect"));
		word("outcome").ifPresent((outcome) -> assertThat(decision.outcome().name()).isEqualTo(outcome));
		word("level").ifPresent((level) -> assertThat(decision.level()).isEqualTo(level));
		word("actedBy").ifPresent((actor) -> assertThat(decision.actedBy().value()).isEqualTo(actor));
	}

	Optional<String> word(String key) {
		return Optional.ofNullable(this.entry.get(key)).map(Object::toString);
	}

	private static Ask ask(EmailAddress approver) {
		return Trial.ask("ask@min.example", Trial.CASE, approver, 1, Ask.State.OPEN);
	}

	private static Mandate mandate(String category) {
		return new Mandate("m1", Trial.ANNA, Trial.EVA, Trial.RECEIVED.minus(Duration.ofDays(1)),
				Trial.RECEIVED.plus(Duration.ofDays(1)), List.of(category), null, "DKK");
	}

	/** Those of a folder among the mails, with its index. */
	static List<CorpusReply> in(String name) {
		var folder = MAILS.resolve(name);
		try (var index = Files.newBufferedReader(folder.resolve("replies.yaml"))) {
			List<Map<String, Object>> entries = new Yaml().load(index);
			return entries.stream().map((entry) -> read(folder, entry)).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static CorpusReply read(Path folder, Map<String, Object> entry) {
		try {
			var file = String.valueOf(entry.get("file"));
			return new CorpusReply(file, Files.readString(folder.resolve(file), StandardCharsets.UTF_8), entry);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
