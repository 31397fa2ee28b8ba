package io.countersign.connector;

/** Where a reply of ours was found. */
public sealed interface Whereabouts {

	/** It lies in Drafts, and nothing says that it was accepted. */
	record Drafted(DraftRef draft) implements Whereabouts {
	}

	/** The provider has accepted it, and it has not left Drafts yet. */
	record Leaving() implements Whereabouts {
	}

	/** It lies in Sent Items, or was delivered. */
	record Sent() implements Whereabouts {
	}

	/** No trace of it. */
	record Nowhere() implements Whereabouts {
	}

}
