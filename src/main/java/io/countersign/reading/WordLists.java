package io.countersign.reading;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The sections of a language's file that list single words. */
final class WordLists {

	private static final Set<String> NAMES = Set.of("turning", "nameless", "denying", "asking", "item", "joining",
			"offering", "common", "attributive", "misspelt", "day", "beside", "option", "elliptic");

	private final Map<String, Set<String>> lists = new HashMap<>();

	private final Set<String> namelessButJoining = new HashSet<>();

	static boolean isList(String section) {
		return NAMES.contains(section);
	}

	/** What turns a meaning is not part of anybody's name either. */
	void add(String section, List<String> words) {
		of(section).addAll(words);
		if (section.equals("turning")) {
			of("nameless").addAll(words);
		}
	}

	/** The words of a section, as far as they have been read. */
	Set<String> of(String section) {
		return this.lists.computeIfAbsent(section, (name) -> new HashSet<>());
	}

	/** Words that are no part of a name, but for those that join two. */
	Set<String> namelessButJoining() {
		return this.namelessButJoining.isEmpty() ? without("nameless", "joining", this.namelessButJoining)
				: this.namelessButJoining;
	}

	private Set<String> without(String section, String others, Set<String> left) {
		left.addAll(of(section));
		left.removeAll(of(others));
		return left;
	}

	boolean has(String section, String word) {
		return this.lists.getOrDefault(section, Set.of()).contains(word);
	}

}
