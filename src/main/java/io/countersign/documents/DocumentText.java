package io.countersign.documents;

import java.util.List;
import java.util.Optional;

/**
 * What is known of a file by reading it.
 *
 * @param reason why there is no text, in a plain sentence
 * @param mediaType what the file is by its content, whatever its sender says
 * @param language as an ISO 639-1 code
 * @param picture how large it is shown, where it is a picture
 * @param remarks what was left out, each in a plain sentence
 */
public record DocumentText(State state, Optional<String> reason, Optional<String> mediaType, Optional<String> title,
		Optional<String> language, Optional<Integer> pages, Optional<Picture> picture, List<String> remarks) {

	public DocumentText {
		remarks = List.copyOf(remarks);
	}

	/** How far the reading is. */
	public enum State {

		WAITING, READ, UNREADABLE

	}

	/** The size of a picture in pixels. */
	public record Picture(int width, int height) {

		private static final int LOWEST = 160;

		private static final int LONGEST_BAND = 4;

		/**
		 * Whether it may say something: logos and lines in signatures are low or long.
		 */
		public boolean matters() {
			return Math.min(this.width, this.height) >= LOWEST
					&& Math.max(this.width, this.height) <= (long) LONGEST_BAND * Math.min(this.width, this.height);
		}

	}

}
