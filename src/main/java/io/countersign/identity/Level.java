package io.countersign.identity;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Where in the line of command somebody decides; later is higher. */
public enum Level {

	CASE_WORKER("sagsbehandler", "fuldmægtig", "specialkonsulent", "chefkonsulent", "case worker"),
	HEAD_OF_UNIT("kontorchef", "pressechef", "sektionsleder", "teamleder", "head of unit"),
	HEAD_OF_DEPARTMENT("afdelingschef", "vicedirektør", "head of department"),
	PERMANENT_SECRETARY("departementschef", "direktør", "kommunaldirektør", "permanent secretary"),
	MINISTER("minister", "borgmester", "mayor");

	private final List<String> titles;

	Level(String... titles) {
		this.titles = List.of(titles);
	}

	/** The word the API takes and gives, in Danish as the organisation uses it. */
	public String word() {
		return this.titles.getFirst();
	}

	/**
	 * @param word a title or the constant's name, in any case
	 */
	public static Optional<Level> parse(String word) {
		var lower = word.strip().toLowerCase(Locale.ROOT);
		return Arrays.stream(values())
			.filter((level) -> level.titles.contains(lower) || level.name().toLowerCase(Locale.ROOT).equals(lower))
			.findFirst();
	}

	public boolean isAbove(Level other) {
		return compareTo(other) > 0;
	}

	/** Whether people come here for a decision. */
	public boolean leads() {
		return isAbove(CASE_WORKER);
	}

}
