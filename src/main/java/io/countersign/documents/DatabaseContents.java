package io.countersign.documents;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

import io.countersign.documents.BlobRepository.Blob;
import io.countersign.documents.vault.ContentCipher;
import io.countersign.documents.vault.Tampered;

import org.springframework.dao.DataIntegrityViolationException;

/** All bytes lie in PostgreSQL, beside the rows that name them. */
final class DatabaseContents implements ContentStore {

	private static final int CHUNKS_IN_ROW = BlobRepository.CHUNK / ContentCipher.CHUNK;

	private final BlobRepository blobs;

	private final ContentKeys keys;

	DatabaseContents(BlobRepository blobs, ContentKeys keys) {
		this.blobs = blobs;
		this.keys = keys;
	}

	/** All of it goes within the transaction. */
	@Override
	public void prepare(Collection<Spool> spools, Runnable goingOn) {
		this.keys.refresh();
	}

	@Override
	public void add(Collection<Spool> spools, boolean found) {
		try {
			var contents = spools.stream().map(this.keys::arriving).toList();
			var known = this.blobs.add(contents, found);
			if (!known.isEmpty()) {
				var closed = this.keys.arrivedAgain(known);
				contents.stream().filter((one) -> closed.contains(one.id())).forEach(this::addAnew);
			}
		}
		catch (DataIntegrityViolationException ex) {
			this.keys.refused();
			throw ex;
		}
	}

	/** What was stored before its case was purged, or when nothing was encrypted. */
	private void addAnew(NewContent content) {
		if (this.blobs.replace(content)) {
			this.keys.share(List.of(content.id()));
		}
	}

	@Override
	public Optional<InputStream> open(DocumentId id, long offset) {
		return this.blobs.find(id).filter((blob) -> !blob.isClosed()).map((blob) -> open(id, blob, offset));
	}

	InputStream open(DocumentId id, Blob blob, long offset) {
		if (blob.object() != null) {
			throw new IllegalStateException("The bytes of %s lie in an object store, which is not set".formatted(id));
		}
		var bytes = blob.bytes();
		if (bytes == null) {
			return new ChunkStream(id, blob.size(), offset, BlobRepository.CHUNK, chunks(id, blob));
		}
		var plain = plain(id, blob, 0, bytes);
		ChunkStream.check(id, plain);
		return new ByteArrayInputStream(plain, Math.toIntExact(Math.min(offset, plain.length)), plain.length);
	}

	/** They may be encrypted while they are read. */
	private IntFunction<byte[]> chunks(DocumentId id, Blob blob) {
		return (number) -> {
			var chunk = this.blobs.chunk(id, number);
			if (chunk.sealed() == blob.sealed()) {
				return plain(id, blob, (long) number * CHUNKS_IN_ROW, chunk.bytes());
			}
			var now = this.blobs.find(id).orElseThrow(() -> new ContentChanged("%s was forgotten".formatted(id)));
			return plain(id, now, (long) number * CHUNKS_IN_ROW, chunk.bytes());
		};
	}

	/** A stretch of the content as it is read. */
	byte[] plain(DocumentId id, Blob blob, long firstChunk, byte[] stored) {
		if (!blob.sealed()) {
			return stored;
		}
		var wrap = blob.wrap();
		if (wrap == null) {
			throw new ContentChanged("Nothing opens %s any more".formatted(id));
		}
		try {
			return this.keys.cipher(id, blob.size(), wrap).open(firstChunk, stored);
		}
		catch (Tampered ex) {
			throw new ContentChanged("The bytes of %s are not what was stored".formatted(id), ex);
		}
	}

	/** It stays beside its row. */
	@Override
	public void rewrite(Spool spool) {
	}

	@Override
	public void remove(Collection<DocumentId> ids) {
		this.blobs.remove(ids);
	}

}
