package io.countersign.connector.spi;

import io.countersign.connector.DraftRef;
import io.countersign.connector.Reply;
import io.countersign.connector.Whereabouts;

/** What a provider must do for replies of record (RL-2, RL-3). */
public interface ReplySender {

	/** Makes a draft that carries the reply's key and Message-ID. */
	DraftRef draft(Reply reply);

	Whereabouts find(String key, String internetMessageId);

	/** Never repeats by itself, whatever happens. */
	void send(DraftRef draft);

}
