package io.countersign.documents;

import java.util.List;

/**
 * A file and what is to be found in it.
 *
 * @param type what it is by its content
 * @param words that its text must hold, in this order
 * @param language that is to be told, or nothing to be expected
 */
record Sample(String name, String declaredType, byte[] bytes, String type, List<String> words, String language) {

	@Override
	public String toString() {
		return this.name;
	}

}
