package io.countersign.journal;

import java.time.Instant;
import java.util.Map;

/**
 * One fact of the journal.
 *
 * @param position rises with the entry's creation, with gaps
 * @param sequence from 1, without a gap in its stream
 * @param eventId the same for the same change at every bridge and every retry
 * @param at the database's time of the transaction, in microseconds
 * @param data as it was said; without what has been forgotten
 * @param said what the hash is over, and the words apart
 * @param previous SHA-256 of the entry before it in the stream, in hex
 * @param hash SHA-256 of this entry's canonical JSON, in hex
 * @param cursor where a reader goes on after this entry
 */
public record Entry(long position, String stream, long sequence, String type, String eventId, Instant at, String actor,
		Mode mode, Map<String, Object> data, Said said, String previous, String hash, Cursor cursor) {
}
