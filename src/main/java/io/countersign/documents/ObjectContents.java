package io.countersign.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import io.countersign.documents.s3.Bucket;
import io.countersign.documents.s3.ObjectMissing;

/**
 * Large files lie in a bucket, each under its SHA-256; small ones stay in PostgreSQL. An
 * object is written before the row that refers to it: what breaks off between leaves an
 * object nobody refers to, and never a row without bytes.
 */
final class ObjectContents implements ContentStore {

	private final DatabaseContents database;

	private final BlobRepository blobs;

	private final ObjectRepository objects;

	private final Bucket bucket;

	private final Reaching reaching;

	private final long largestInDatabase;

	ObjectContents(BlobRepository blobs, ObjectRepository objects, Bucket bucket, Reaching reaching,
			long largestInDatabase) {
		this.database = new DatabaseContents(blobs);
		this.blobs = blobs;
		this.objects = objects;
		this.bucket = bucket;
		this.reaching = reaching;
		this.largestInDatabase = largestInDatabase;
	}

	@Override
	public void prepare(Collection<Spool> spools, Runnable goingOn) {
		spools.stream()
			.filter(this::isLarge)
			.filter((spool) -> this.blobs.size(spool.id()).isEmpty())
			.forEach((spool) -> write(spool, goingOn));
	}

	private void write(Spool spool, Runnable goingOn) {
		try {
			this.objects.want(spool.id(), Pieces.of(spool));
			this.reaching.reach(() -> {
				var written = this.bucket.size(spool.id().sha256());
				if (written.isEmpty() || written.getAsLong() != spool.size()) {
					this.bucket.put(spool.id().sha256(), spool.size(), spool::open, goingOn);
				}
				return written;
			});
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Small ones first, as every writer does, so that two of them cannot deadlock. */
	@Override
	public void add(Collection<Spool> spools, boolean found) {
		var bySize = spools.stream().collect(Collectors.partitioningBy(this::isLarge));
		this.database.add(bySize.getOrDefault(false, List.of()), found);
		this.blobs.addObjects(bySize.getOrDefault(true, List.of()), found);
	}

	@Override
	public Optional<InputStream> open(DocumentId id, long offset) {
		return this.blobs.find(id)
			.map((blob) -> blob.isOutside() ? open(id, blob.size(), offset) : this.database.open(id, blob, offset));
	}

	private InputStream open(DocumentId id, long size, long offset) {
		var pieces = this.objects.pieces(id);
		return new ChunkStream(size, offset, Pieces.SIZE, (number) -> piece(id, size, pieces, number)).load();
	}

	private byte[] piece(DocumentId id, long size, Pieces pieces, int number) {
		var from = (long) number * Pieces.SIZE;
		try {
			var piece = this.reaching
				.reach(() -> this.bucket.read(id.sha256(), from, (int) Math.min(Pieces.SIZE, size - from)));
			if (!pieces.matches(number, piece)) {
				throw new ContentChanged("The object %s in the bucket is not what was stored".formatted(id));
			}
			return piece;
		}
		catch (ObjectMissing ex) {
			throw new ContentChanged("The object %s is missing in the bucket".formatted(id));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
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
