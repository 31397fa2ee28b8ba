package io.countersign.documents;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import io.countersign.documents.vault.ContentCipher;
import io.countersign.support.HeapPeak;
import io.countersign.support.MasterKey;
import io.countersign.support.TestDatabase;
import org.apache.commons.io.IOUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What holds wherever the bytes of files lie. */
abstract class ContentStoreContract {

	static final int MEGABYTE = 1 << 20;

	static final int CHUNK = ContentCipher.CHUNK;

	private static final int LARGE = 140_000_000;

	final JdbcTemplate database;

	final TransactionTemplate transaction;

	final BlobRepository blobs;

	final ContentKeys keys;

	ContentStoreContract(TestDatabase database) {
		var source = database.dataSource();
		this.database = new JdbcTemplate(source);
		this.transaction = TestDatabase.transactions(source);
		this.blobs = new BlobRepository(this.database);
		this.keys = Vaults.keys(source, Clock.systemUTC(), MasterKey.HEX);
	}

	abstract ContentStore contents();

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, CHUNK - 1, CHUNK, CHUNK + 1, MEGABYTE, MEGABYTE + 1, 4 * MEGABYTE, 4 * MEGABYTE + 1,
			33 * MEGABYTE })
	void whatIsStoredIsReadByteForByte(int size) {
		var bytes = bytes(size);

		assertThat(read(put(bytes), 0)).isEqualTo(bytes);
	}

	@Test
	void anUnknownHashIsNothing() {
		assertThat(contents().open(Spool.of(bytes(3)).id(), 0)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(ints = { 5, MEGABYTE - 1, MEGABYTE, 4 * MEGABYTE - 1, 4 * MEGABYTE, 9 * MEGABYTE - 1, 9 * MEGABYTE })
	void readingBeginsAtAnyByteAndSkipsAnyNumber(int offset) throws IOException {
		var bytes = bytes(9 * MEGABYTE);
		var id = put(bytes);

		try (var begun = open(id, offset); var skipped = open(id, 0)) {
			assertThat(begun.read()).isEqualTo((offset < bytes.length) ? bytes[offset] & 0xff : -1);
			skipped.skipNBytes(offset);
			assertThat(skipped.read()).isEqualTo((offset < bytes.length) ? bytes[offset] & 0xff : -1);
		}
	}

	@Test
	void theSameBytesAreStoredOnce() {
		var bytes = bytes(2 * MEGABYTE);
		put(bytes);
		var rows = rows();

		assertThat(read(put(bytes), 0)).isEqualTo(bytes);

		assertThat(rows()).isEqualTo(rows);
	}

	@Test
	void whoeverStoresTheSameBytesAtOnceFindsThem() throws Exception {
		var bytes = bytes(6 * MEGABYTE);
		try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
			var all = writers.invokeAll(Collections.nCopies(6, (Callable<DocumentId>) () -> put(bytes)));
			for (var one : all) {
				assertThat(read(one.get(), 0)).isEqualTo(bytes);
			}
		}
	}

	@Test
	void whatIsRolledBackIsNotThereAndCanBeStoredAgain() {
		var bytes = bytes(3 * MEGABYTE + 1);
		try (var spool = Spool.of(bytes)) {
			contents().prepare(List.of(spool), () -> {
			});
			this.transaction.executeWithoutResult((status) -> {
				contents().add(List.of(spool), false);
				status.setRollbackOnly();
			});

			assertThat(contents().open(spool.id(), 0)).isEmpty();
			assertThat(read(put(bytes), 0)).isEqualTo(bytes);
		}
	}

	@Test
	void aSourceThatIsLostMeanwhileLeavesNothing() throws IOException {
		var bytes = bytes(3 * MEGABYTE + 2);
		var spool = Spool.of(new ByteArrayInputStream(bytes));
		spool.close();

		assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> store(spool));

		assertThat(contents().open(spool.id(), 0)).isEmpty();
		assertThat(read(put(bytes), 0)).isEqualTo(bytes);
	}

	@Test
	void whatIsForgottenIsGoneAndCanComeAgain() {
		var bytes = bytes(2 * MEGABYTE + 1);
		var id = put(bytes);

		this.transaction.executeWithoutResult((_) -> contents().remove(List.of(id)));

		assertThat(contents().open(id, 0)).isEmpty();
		assertThat(read(put(bytes), 0)).isEqualTo(bytes);
	}

	@Test
	@Timeout(300)
	void IN_12_aFileOf140MegabytesGrowsTheHeapByLessThan128() throws IOException {
		try (var spool = Spool.of(new Noise(LARGE))) {
			var most = new HeapPeak();
			try (var _ = most) {
				store(spool);
				try (var stored = open(spool.id(), 0); var sent = new Noise(LARGE)) {
					assertThat(IOUtils.contentEquals(stored, sent)).isTrue();
				}
			}
			assertThat(most.growth()).isLessThan(128L << 20);
		}
	}

	final DocumentId put(byte[] bytes) {
		try (var spool = Spool.of(bytes)) {
			return store(spool);
		}
	}

	private DocumentId store(Spool spool) {
		contents().prepare(List.of(spool), () -> {
		});
		this.transaction.executeWithoutResult((_) -> contents().add(List.of(spool), false));
		return spool.id();
	}

	final InputStream open(DocumentId id, long offset) {
		return contents().open(id, offset).orElseThrow();
	}

	final byte[] read(DocumentId id, long offset) {
		try (var stream = open(id, offset)) {
			return stream.readAllBytes();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Without a pattern, and the same for the same size. */
	final byte[] bytes(int size) {
		var bytes = new byte[size];
		new Random(size).nextBytes(bytes);
		return bytes;
	}

	private long rows() {
		return Objects.requireNonNull(this.database
			.queryForObject("select (select count(*) from blob) + (select count(*) from blob_chunk)", Long.class));
	}

	/** Bytes of which no megabyte is like another, the same each time. */
	private static final class Noise extends InputStream {

		private final int size;

		private int position;

		private Noise(int size) {
			this.size = size;
		}

		@Override
		public int read() {
			var one = new byte[1];
			return (read(one, 0, 1) < 0) ? -1 : one[0] & 0xff;
		}

		@Override
		public int read(byte[] target, int offset, int length) {
			var count = Math.min(length, this.size - this.position);
			for (var index = 0; index < count; index++) {
				target[offset + index] = (byte) ((this.position + index) * 0x9E3779B1L >>> 24);
			}
			this.position += count;
			return (count == 0 && length > 0) ? -1 : count;
		}

	}

}
