package io.countersign.documents;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import io.countersign.problem.NotFound;

/** The files, each stored once however often it comes. */
@Service
public class Documents {

	private final BlobRepository blobs;

	private final TransactionTemplate transaction;

	Documents(BlobRepository blobs, PlatformTransactionManager transactions) {
		this.blobs = blobs;
		this.transaction = new TransactionTemplate(transactions);
	}

	/** Stores the bytes in the transaction of the caller, or in one of its own. */
	public Document store(Spool spool) {
		store(List.of(spool));
		return spool.document();
	}

	public void store(Collection<Spool> spools) {
		this.transaction.executeWithoutResult((_) -> this.blobs.add(spools));
	}

	public Optional<Document> find(DocumentId id) {
		return this.blobs.size(id).map((size) -> new Document(id, size));
	}

	/**
	 * The bytes from an offset on, fetched from the store while they are read.
	 * @throws NotFound when they are not stored or have been forgotten
	 */
	public InputStream open(DocumentId id, long offset) {
		var blob = this.blobs.find(id).orElseThrow(() -> new NotFound("file", id.sha256()));
		var bytes = blob.bytes();
		return (bytes != null) ? new ByteArrayInputStream(bytes, Math.toIntExact(offset), bytes.length)
				: new ChunkStream(blob.size(), offset, (chunk) -> this.blobs.chunk(id, chunk));
	}

	public byte[] bytes(DocumentId id) {
		try (var stream = open(id, 0)) {
			return stream.readAllBytes();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Forgets the bytes. The caller knows that nothing refers to them any more; the
	 * database refuses where that is an error.
	 */
	public void forget(Collection<DocumentId> ids) {
		this.transaction.executeWithoutResult((_) -> this.blobs.remove(ids));
	}

}
