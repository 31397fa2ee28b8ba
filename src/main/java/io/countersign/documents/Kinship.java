package io.countersign.documents;

import java.util.Optional;

/**
 * Whether a file is a later version of another, by their names, their types and what
 * their texts share. The same two files always get the same answer.
 *
 * @param reason in a plain sentence
 * @param closeness how well it fits, to choose among several
 */
public record Kinship(Kind kind, String reason, double closeness) {

	static final Kinship BESIDE = new Kinship(Kind.UNSURE, "It came with the same mail under another name.", 0);

	static final Kinship AT_ONE_ADDRESS = new Kinship(Kind.VERSION, "It was copied from the same address in the cloud.",
			4);

	private static final String UNREAD = "Nothing but its text could tell, and that is not known.";

	/** What a pair of files is to each other. */
	public enum Kind {

		VERSION,

		/** It may be; whoever has to be careful takes it for one. */
		UNSURE,

		OTHER

	}

	public static Kinship of(VersionedFile older, VersionedFile newer) {
		return of(Candidate.of(older), Candidate.of(newer));
	}

	static Kinship of(Candidate older, Candidate newer) {
		if (older.file().id().equals(newer.file().id())) {
			return version("It is the very same file under another name.", 3);
		}
		var tie = older.name().tie(newer.name());
		var one = older.family();
		var other = newer.family();
		if (!one.canBecome(other)) {
			return otherType(one, other, tie);
		}
		return overlap(older, newer).map((overlap) -> byText(older, newer, tie, overlap))
			.orElseGet(() -> byName(older, newer, tie, one == Family.UNKNOWN));
	}

	private static Optional<TextPrint.Overlap> overlap(Candidate older, Candidate newer) {
		return older.file()
			.text()
			.filter(TextPrint::saysEnough)
			.flatMap((one) -> newer.file().text().filter(TextPrint::saysEnough).map(one::overlap));
	}

	private static Kinship otherType(Family one, Family other, VersionName.Tie tie) {
		var closed = one == Family.CONTAINER || other == Family.CONTAINER || one == Family.UNKNOWN
				|| other == Family.UNKNOWN;
		return (closed || tie == VersionName.Tie.SAME)
				? unsure("It is a file of another type; what is in it may be the same.")
				: other("It is a file of another type.");
	}

	private static Kinship byName(Candidate older, Candidate newer, VersionName.Tie tie, boolean unknown) {
		return switch (tie) {
			case SAME -> version(older.isCalledLike(newer) ? "It has the same name."
					: "It has the same name apart from what marks a version.", 1);
			case GENERIC -> unsure("Its name says too little. " + UNREAD);
			case ISSUE -> unsure("It has the same name with another number or date. " + UNREAD);
			case LONGER, PARALLEL -> unsure("Its name is similar. " + UNREAD);
			case NONE -> (unknown || isOpen(older, newer)) ? unsure("It has another name. " + UNREAD)
					: other("It has another name, and no text.");
		};
	}

	private static boolean isOpen(Candidate older, Candidate newer) {
		return older.file().awaited() || newer.file().awaited() || older.name().isGeneric() || newer.name().isGeneric();
	}

	private static Kinship byText(Candidate older, Candidate newer, VersionName.Tie tie, TextPrint.Overlap overlap) {
		var one = older.file().text().orElseThrow();
		var two = newer.file().text().orElseThrow();
		if (tie != VersionName.Tie.SAME && one.contradicts(two)) {
			return other("It calls itself by another number, date or name: they are two of a kind.");
		}
		var both = overlap.ofBoth();
		var shorter = overlap.ofShorter();
		var built = one.isBuiltLike(two);
		return switch (tie) {
			case SAME -> same(older, newer, overlap, built);
			case GENERIC ->
				judged(both >= 0.4 || shorter >= 0.7, both >= 0.25, overlap, "Its name says little, but", 0.5);
			case ISSUE -> issue(older, newer, overlap);
			case LONGER -> judged(both >= 0.4 || shorter >= 0.75 || (built && both >= 0.25), both >= 0.15, overlap,
					"Its name is similar, and", 0.6);
			case PARALLEL -> judged(both >= 0.8, both >= 0.4, overlap, "Its name is similar, and", 0.5);
			case NONE -> judged(both >= 0.6 || shorter >= 0.85 || (built && both >= 0.4), both >= 0.25, overlap,
					"It has another name, but", 0);
		};
	}

	private static Kinship same(Candidate older, Candidate newer, TextPrint.Overlap overlap, boolean built) {
		var name = older.isCalledLike(newer) ? "It has the same name"
				: "It has the same name apart from what marks a version";
		if (overlap.ofBoth() >= 0.1) {
			return version("%s, and about %d %% of the text is the same.".formatted(name, overlap.percent()),
					1 + overlap.ofBoth());
		}
		return version(built ? name + " and the same headings, though most of the text is new."
				: name + ", though most of the text is new.", 1);
	}

	/** Issues are written over the one before, so a day apart says more than a text. */
	private static Kinship issue(Candidate older, Candidate newer, TextPrint.Overlap overlap) {
		var onlyDays = older.name().numbers().equals(newer.name().numbers())
				&& older.name().periods().equals(newer.name().periods());
		return judged(onlyDays && overlap.ofBoth() >= 0.6, overlap.ofBoth() >= (onlyDays ? 0.3 : 0.9), overlap,
				"It has the same name with another day, and", 0.4);
	}

	private static Kinship judged(boolean version, boolean unsure, TextPrint.Overlap overlap, String beginning,
			double bonus) {
		var percent = overlap.percent();
		if (version) {
			return version("%s about %d %% of the text is the same.".formatted(beginning, percent),
					bonus + Math.max(overlap.ofBoth(), overlap.ofShorter() / 2));
		}
		var shared = "About %d %% of the text is the same, ".formatted(percent);
		return unsure ? unsure(shared + "which may be chance.") : other(shared + "which is too little.");
	}

	private static Kinship version(String reason, double closeness) {
		return new Kinship(Kind.VERSION, reason, closeness);
	}

	private static Kinship unsure(String reason) {
		return new Kinship(Kind.UNSURE, reason, 0);
	}

	private static Kinship other(String reason) {
		return new Kinship(Kind.OTHER, reason, 0);
	}

}
