package io.countersign.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import io.countersign.documents.BlobRepository.Blob;
import io.countersign.documents.s3.Bucket;
import io.countersign.documents.s3.ObjectMissing;
import io.countersign.documents.vault.ContentCipher;
import io.countersign.documents.vault.SealingStream;

/**
 * Large files lie in a bucket, each as an encrypted object; small ones stay in
 * PostgreSQL. An object is written before the row that refers to it: what breaks off
 * between leaves an object nobody refers to, and never a row without bytes.
 */
final class ObjectContents implements ContentStore {

	private static final int CHUNKS_IN_PIECE = Pieces.SIZE / ContentCipher.CHUNK;

	private static final long SEALED_PIECE = ContentCipher.sealedSize(Pieces.SIZE);

	private final DatabaseContents database;

	private final BlobRepository blobs;

	private final ObjectRepository objects;

	private final Bucket bucket;

	private final Reaching reaching;

	private final ContentKeys keys;

	private final long largestInDatabase;

	ObjectContents(BlobRepository blobs, ObjectRepository objects, Bucket bucket, Reaching reaching, ContentKeys keys,
			long largestInDatabase) {
		this.database = new DatabaseContents(blobs, keys);
		this.blobs = blobs;
		this.objects = objects;
		this.bucket = bucket;
		this.reaching = reaching;
		this.keys = keys;
		this.largestInDatabase = largestInDatabase;
	}

	@Override
	public void prepare(Collection<Spool> spools, Runnable goingOn) {
		this.keys.refresh();
		spools.stream()
			.filter((spool) -> isLarge(spool) && spool.prepared() == null)
			.filter((spool) -> !this.blobs.isReadable(spool.id()))
			.forEach((spool) -> write(spool, goingOn));
	}

	private void write(Spool spool, Runnable goingOn) {
		var object = PreparedObject.drawn();
		try {
			spool.verify();
			this.objects.want(object.name());
			this.reaching.reach(() -> {
				this.bucket.put(PreparedObject.text(object.name()), ContentCipher.sealedSize(spool.size()),
						() -> sealed(spool, object), goingOn);
				return true;
			});
			spool.prepared(object);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static InputStream sealed(Spool spool, PreparedObject object) throws IOException {
		return new SealingStream(spool.open(), new ContentCipher(object.key(), spool.id().bytes(), spool.size()),
				spool.size());
	}

	/** Small ones first, as every writer does, so that two of them cannot deadlock. */
	@Override
	public void add(Collection<Spool> spools, boolean found) {
		var bySize = spools.stream().collect(Collectors.partitioningBy(this::isLarge));
		var large = bySize.getOrDefault(true, List.of());
		for (var spool : large) {
			if (spool.prepared() == null && !this.blobs.isReadable(spool.id())) {
				throw new IllegalStateException("No object was written for %s".formatted(spool.id()));
			}
		}
		this.database.add(bySize.getOrDefault(false, List.of()), found);
		this.database.add(large, found);
	}

	@Override
	public Optional<InputStream> open(DocumentId id, long offset) {
		return this.blobs.find(id).filter((blob) -> !blob.isClosed()).map((blob) -> {
			var object = blob.object();
			return (object == null) ? this.database.open(id, blob, offset) : open(id, blob, object, offset);
		});
	}

	private InputStream open(DocumentId id, Blob blob, byte[] object, long offset) {
		var name = PreparedObject.text(object);
		if (blob.sealed()) {
			return new ChunkStream(id, blob.size(), offset, Pieces.SIZE, (number) -> {
				var length = ContentCipher.sealedSize(Math.min(Pieces.SIZE, blob.size() - (long) number * Pieces.SIZE));
				return this.database.plain(id, blob, (long) number * CHUNKS_IN_PIECE,
						stretch(name, number * SEALED_PIECE, length));
			}).load();
		}
		var pieces = this.objects.pieces(object);
		return new ChunkStream(id, blob.size(), offset, Pieces.SIZE, (number) -> {
			var from = (long) number * Pieces.SIZE;
			var piece = stretch(name, from, Math.min(Pieces.SIZE, blob.size() - from));
			if (!pieces.matches(number, piece)) {
				throw new ContentChanged("The bytes of %s are not what was stored".formatted(id));
			}
			return piece;
		}).load();
	}

	private byte[] stretch(String name, long from, long length) {
		try {
			return this.reaching.reach(() -> this.bucket.read(name, from, (int) length));
		}
		catch (ObjectMissing ex) {
			throw new ContentChanged("The object %s is missing in the bucket".formatted(name));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** What lies in the bucket stays there, as another object. */
	@Override
	public void rewrite(Spool spool) {
		if (this.blobs.find(spool.id()).filter((blob) -> blob.object() != null).isPresent()) {
			this.objects.release(List.of(spool.id()));
			write(spool, () -> {
			});
		}
	}

	@Override
	public void remove(Collection<DocumentId> ids) {
		this.objects.release(ids);
		this.database.remove(ids);
	}

	private boolean isLarge(Spool spool) {
		return spool.size() > this.largestInDatabase;
	}

}
