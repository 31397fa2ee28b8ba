package io.countersign.reading;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The sections of a language's file that list single words. */
final class WordLists {

	private static final Set<String> NAMES = Set.of("turning", "nameless", "denying", "asking", "item", "joining",
			"then", "linking", "offering", "common", "attributive", "misspelt", "day", "beside", "option", "elliptic",
			"praising", "plain", "altering", "dated", "everyday", "happening", "subject", "addressed", "aspect",
			"being", "passing", "role", "honorific", "filling", "echoing", "answering", "granting", "refraining");

	private final Map<String, Set<String>> lists = new HashMap<>();

	private final Set<String> namelessInside = new HashSet<>();

	private final Set<String> inside = new HashSet<>();

	static boolean isList(String section) {
		return NAMES.contains(section);
	}

	/** What turns a meaning is not part of anybody's name either. */
	void add(String section, List<String> words) {
		var known = words.stream().map(String::intern).toList();
		of(section).addAll(known);
		if (section.equals("turning")) {
			of("nameless").addAll(known);
		}
	}

	/** The words of a section, as far as they have been read. */
	Set<String> of(String section) {
		return this.lists.computeIfAbsent(section, (name) -> new HashSet<>());
	}

	/** Words that are no part of a name, not even inside it. */
	Set<String> namelessInside() {
		if (this.namelessInside.isEmpty()) {
			this.namelessInside.addAll(of("nameless"));
			this.namelessInside.removeAll(inside());
		}
		return this.namelessInside;
	}

	/** What joins two names, and what links one to where somebody works. */
	Set<String> inside() {
		if (this.inside.isEmpty()) {
			this.inside.addAll(of("joining"));
			this.inside.addAll(of("linking"));
		}
		return this.inside;
	}

	/**
	 * Whether the word or its last part is one of them: "plant manager", "driftschefen".
	 */
	boolean endsAs(String section, String word) {
		return this.lists.getOrDefault(section, Set.of()).stream().anyMatch(word::endsWith);
	}

	boolean beginsAs(String section, String word) {
		return this.lists.getOrDefault(section, Set.of()).stream().anyMatch(word::startsWith);
	}

	boolean has(String section, String word) {
		return this.lists.getOrDefault(section, Set.of()).contains(word);
	}

}
