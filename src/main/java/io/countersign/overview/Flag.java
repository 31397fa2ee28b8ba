package io.countersign.overview;

/** What makes a running decision stand out. */
public enum Flag {

	/** It has been with its holder for long. */
	SLOW,
	/** It came back for more work. */
	RETUR

}
