package io.countersign.verdicts;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.countersign.identity.Person;
import io.countersign.intake.Party;
import io.countersign.verdicts.header.AddressField;

/**
 * VA-8: its author is the person who was asked, or somebody who may answer for that
 * person. The From address alone says who the author is.
 */
class PersonGate implements Gate {

	/**
	 * Where a list, a gateway or a program says who wrote what it sends under another
	 * name (RFC 9057).
	 */
	private static final List<String> AUTHORS = List.of("Author", "Original-From", "X-Original-From",
			"X-Google-Original-From", "X-Original-Sender", "X-Resent-From");

	/** In a shown name they say that somebody or something acts for its owner. */
	private static final Set<String> ACTING = Set.of("via", "behalf", "vegne", "uppdrag", "auftrag", "bot", "robot",
			"copilot", "assistant", "assistent", "assistentin", "automatic", "automated", "automatisk", "automatisch",
			"noreply", "reply", "autosvar", "autoreply", "delegated", "delegate", "delegeret", "delegiert", "delegerad",
			"delegert", "stedfortræder", "vertretung", "ställföreträdare", "stedfortreder", "secretary", "sekretær",
			"sekretär", "sekretärin", "sekreterare", "sekretariat", "sekretariatet", "secretariat");

	/** "Eva for Anna Holm"; behind the author's own name it may belong to a title. */
	private static final Set<String> FOR = Set.of("for", "für", "för");

	private static final Pattern FOR_SOMEBODY = Pattern.compile("(?iu:(?<!\\p{L})f[oöü]r)\\h+\\p{Lu}");

	@Override
	public String category() {
		return "person";
	}

	@Override
	public String requirement() {
		return "VA-8";
	}

	@Override
	public List<String> fields() {
		return Stream.concat(Stream.of("From", "Sender"), AUTHORS.stream()).toList();
	}

	@Override
	public Finding judge(Reply reply) {
		var author = reply.author();
		if (author.isEmpty()) {
			return Finding.refuse("It has no author.");
		}
		var person = reply.people().get(author.get());
		if (person == null || !person.inDirectory()) {
			return Finding.refuse("Its author is not in the directory.");
		}
		if (isCalledAfterAnother(reply, person)) {
			return Finding.hold("It shows the name of somebody else than its author.");
		}
		if (isActedFor(reply, person)) {
			return Finding.hold("The name it shows says that somebody acts for its author.");
		}
		if (namesAnotherAuthor(reply)) {
			return Finding.hold("A field of it names another author.");
		}
		var ask = reply.likelyAsk();
		if (ask.isEmpty()) {
			return Finding.refuse("Its author was not asked and holds no mandate of anybody who was.");
		}
		if (ask.get().approver().equals(author.get())) {
			return Finding.pass("Its author %s is the person who was asked.".formatted(author.get()));
		}
		// A mandate is read by who has sent it, and this one is its author's only then.
		return reply.actor().equals(author)
				? Finding.pass("Its author %s holds a mandate of %s, who was asked.".formatted(author.get(),
						ask.get().approver()))
				: Finding.refuse("Its author was not asked, and somebody else has sent it in the author's name.");
	}

	/** A name proves nothing, and people read it before they read the address. */
	private static boolean isCalledAfterAnother(Reply reply, Person author) {
		var shown = reply.message().from().map(Party::displayName).orElse("").strip();
		return !shown.equalsIgnoreCase(author.displayName().strip()) && reply.people()
			.values()
			.stream()
			.anyMatch((one) -> !one.address().equals(author.address())
					&& shown.equalsIgnoreCase(one.displayName().strip()));
	}

	/** Some programs show what stands in comments beside a name. */
	private static boolean isActedFor(Reply reply, Person author) {
		var written = reply.message().evidence().all("From");
		var readable = written.stream()
			.flatMap((field) -> AddressField.parse(field).stream())
			.flatMap((field) -> field.readable().stream());
		var shown = Stream
			.concat(Stream.concat(reply.message().from().map(Party::displayName).stream(), written.stream()), readable)
			.collect(Collectors.joining(" "));
		var known = WordList.of(author.displayName() + ' ' + author.address()).words();
		var called = reply.message().from().map(Party::displayName).orElse("");
		var isTitled = !author.displayName().isBlank() && called.startsWith(author.displayName());
		return FOR_SOMEBODY.matcher(shown).find() || WordList.of(shown)
			.words()
			.stream()
			.anyMatch((word) -> (ACTING.contains(word) || (!isTitled && FOR.contains(word))) && !known.contains(word));
	}

	private static boolean namesAnotherAuthor(Reply reply) {
		var evidence = reply.message().evidence();
		return AUTHORS.stream()
			.flatMap((field) -> evidence.all(field).stream())
			.anyMatch((named) -> AddressField.parse(named)
				.filter((plain) -> reply.author().filter(plain.address()::equals).isPresent())
				.isEmpty());
	}

}
