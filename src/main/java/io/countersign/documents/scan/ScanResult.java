package io.countersign.documents.scan;

/** What a scanner says of a file it has seen whole. */
public sealed interface ScanResult {

	/** Nothing was found. */
	record Clean() implements ScanResult {
	}

	/**
	 * It is known to do harm.
	 *
	 * @param found what the scanner calls it, made fit to show
	 */
	record Infected(String found) implements ScanResult {
	}

	/** Larger, or larger when unpacked, than the scanner looks at. */
	record TooLarge() implements ScanResult {
	}

}
