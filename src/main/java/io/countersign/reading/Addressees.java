package io.countersign.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Of whom a mail asks something: whoever it calls by name, among those it is sent to. */
final class Addressees {

	private final List<Correspondent> to;

	private final Phrasebook book;

	Addressees(List<Correspondent> to, Phrasebook book) {
		this.to = to.subList(0, Math.min(100, to.size()));
		this.book = book;
	}

	/** Every name somebody of them may be called by. */
	Set<String> names() {
		var names = new HashSet<String>();
		this.to.forEach((person) -> names.addAll(names(person)));
		return names;
	}

	/** Those called in the sentence that asks, else those greeted, else the only one. */
	List<String> askedOf(List<Statement> statements, Statement ask) {
		var called = called(ask);
		if (!called.isEmpty()) {
			return called;
		}
		var greeting = statements.isEmpty() ? ask : statements.getFirst();
		var head = greeting.words().part(0, Math.min(8, greeting.words().size()));
		var greeted = isGreeting(greeting) ? named(head) : List.<String>of();
		if (!greeted.isEmpty()) {
			return greeted;
		}
		var everyone = isGreeting(greeting) && this.book.in("everyone", head).isPresent();
		return (everyone || this.to.size() == 1) ? this.to.stream().map(Addressees::address).toList() : List.of();
	}

	private List<String> called(Statement ask) {
		var called = new ArrayList<String>();
		for (var piece : ask.pieces()) {
			if (piece.size() <= 6 && isOnlyNames(piece)) {
				called.addAll(named(piece));
			}
		}
		return called.stream().distinct().toList();
	}

	private boolean isGreeting(Statement statement) {
		var words = statement.words();
		return this.book.start("greeting", words).isPresent() || isOnlyNames(words)
				|| isOnlyNames(statement.pieces().getFirst());
	}

	private boolean isOnlyNames(Words words) {
		var names = names();
		var count = 0;
		for (var i = 0; i < words.size(); i++) {
			if (names.contains(words.at(i))) {
				count++;
			}
			else if (words.at(i).length() > 3) {
				return false;
			}
		}
		return count > 0;
	}

	private List<String> named(Words words) {
		var said = new HashSet<String>();
		for (var i = 0; i < words.size(); i++) {
			said.add(words.at(i));
		}
		return this.to.stream()
			.filter((person) -> names(person).stream().anyMatch(said::contains))
			.map(Addressees::address)
			.distinct()
			.toList();
	}

	private static String address(Correspondent person) {
		return person.address().strip().toLowerCase(Locale.ROOT);
	}

	private static List<String> names(Correspondent person) {
		var at = person.address().indexOf('@');
		var name = person.name().isBlank() ? person.address().substring(0, Math.max(0, at)) : person.name();
		return Arrays
			.stream(name.substring(0, Math.min(120, name.length())).toLowerCase(Locale.ROOT).split("[^\\p{L}-]+"))
			.filter((part) -> part.length() > 1)
			.toList();
	}

}
