package io.countersign.documents;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Collection;
import java.util.Optional;

/** All bytes lie in PostgreSQL, beside the rows that name them. */
final class DatabaseContents implements ContentStore {

	private final BlobRepository blobs;

	DatabaseContents(BlobRepository blobs) {
		this.blobs = blobs;
	}

	/** Nothing: all of it goes within the transaction. */
	@Override
	public void prepare(Collection<Spool> spools, Runnable goingOn) {
	}

	@Override
	public void add(Collection<Spool> spools, boolean found) {
		this.blobs.add(spools, found);
	}

	@Override
	public Optional<InputStream> open(DocumentId id, long offset) {
		return this.blobs.find(id).map((blob) -> open(id, blob, offset));
	}

	InputStream open(DocumentId id, BlobRepository.Blob blob, long offset) {
		if (blob.isOutside()) {
			throw new IllegalStateException("The bytes of %s lie in an object store, which is not set".formatted(id));
		}
		var bytes = blob.bytes();
		return (bytes != null) ? new ByteArrayInputStream(bytes, Math.toIntExact(offset), bytes.length)
				: new ChunkStream(blob.size(), offset, BlobRepository.CHUNK, (chunk) -> this.blobs.chunk(id, chunk));
	}

	@Override
	public void remove(Collection<DocumentId> ids) {
		this.blobs.remove(ids);
	}

}
