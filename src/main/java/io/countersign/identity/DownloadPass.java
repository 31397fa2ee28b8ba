package io.countersign.identity;

/**
 * What a signed link to a file lets somebody fetch.
 *
 * @param place the case of a file, or the message
 * @param file the SHA-256 of a file of a case; empty for a message as it came
 * @param clearance of whoever was given the link, as far as it still holds
 */
public record DownloadPass(Kind kind, String place, String file, Clearance clearance) {

	/** What is fetched. */
	public enum Kind {

		FILE, MESSAGE

	}

}
