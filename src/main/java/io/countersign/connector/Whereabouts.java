package io.countersign.connector;

/** Where a reply of ours was found. */
public sealed interface Whereabouts {

	/** It lies in Drafts or has not left yet. */
	record Drafted(DraftRef draft) implements Whereabouts {
	}

	/** It lies in Sent Items, or was delivered. */
	record Sent() implements Whereabouts {
	}

	/** No trace of it. */
	record Nowhere() implements Whereabouts {
	}

}
