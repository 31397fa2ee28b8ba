package io.countersign.documents;

/**
 * Why a file is not handed out, shown, read or named to a program (AT-9).
 *
 * @param sentence for people
 */
public record Blocked(Reason reason, String sentence) {

	/** What the scanner has or has not said. */
	public enum Reason {

		UNSCANNED, INFECTED, TOO_LARGE

	}

	static Blocked unscanned(boolean away) {
		return new Blocked(Reason.UNSCANNED,
				away ? "It is blocked until it has been scanned for viruses; the scanner cannot be asked at the moment."
						: "It is blocked until it has been scanned for viruses.");
	}

	static Blocked infected(String found) {
		return new Blocked(Reason.INFECTED, "It is blocked, because the virus scanner found this: " + found);
	}

	static Blocked infectedWithin(String found) {
		return new Blocked(Reason.INFECTED,
				"It is blocked, because the virus scanner found this in a file within it: " + found);
	}

	static Blocked tooLarge() {
		return new Blocked(Reason.TOO_LARGE, "It is blocked, because it is too large for the virus scanner.");
	}

	/** For a mail one of whose files is blocked. */
	Blocked ofItsMail() {
		return switch (this.reason) {
			case INFECTED -> new Blocked(this.reason, "One of its files is infected. " + this.sentence);
			case TOO_LARGE ->
				new Blocked(this.reason, "It is blocked, because one of its files is too large for the virus scanner.");
			case UNSCANNED ->
				new Blocked(this.reason, "It is blocked until all its files have been scanned for viruses.");
		};
	}

}
