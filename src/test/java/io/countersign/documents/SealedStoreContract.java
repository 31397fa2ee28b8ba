package io.countersign.documents;

import java.io.IOException;
import java.util.Arrays;

import io.countersign.documents.vault.ContentCipher;
import io.countersign.support.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What holds wherever encrypted bytes lie: nobody reads them there, and no change goes
 * unseen.
 */
abstract class SealedStoreContract extends ContentStoreContract {

	SealedStoreContract(TestDatabase database) {
		super(database);
	}

	/** What lies where the bytes of the file are. */
	abstract byte[] stored(DocumentId id);

	abstract void overwrite(DocumentId id, byte[] stored);

	/** Puts bytes where they lay before anything was encrypted. */
	abstract void storeInClear(Spool spool);

	@ParameterizedTest
	@ValueSource(ints = { 100, 9 * MEGABYTE })
	void DP_03_whatLiesThereShowsNothingOfTheFile(int size) {
		var bytes = bytes(size);
		System.arraycopy("a marked value".getBytes(UTF_8), 0, bytes, size / 2, 14);
		var id = put(bytes);

		assertThat(new String(stored(id), ISO_8859_1)).hasSizeGreaterThan(size).doesNotContain("a marked value");
		assertThat(read(id, 0)).isEqualTo(bytes);
	}

	@ParameterizedTest
	@ValueSource(ints = { 1000, 9 * MEGABYTE + 100 })
	void DP_03_aChangedByteIsToldAndNothingOfItsChunkIsDelivered(int size) throws IOException {
		var id = put(bytes(size));
		var stored = stored(id);
		stored[stored.length - 5] ^= 4;
		overwrite(id, stored);

		assertThatExceptionOfType(ContentChanged.class).isThrownBy(() -> read(id, 0));
		assertThatExceptionOfType(ContentChanged.class).isThrownBy(() -> read(id, size - 1));
		if (size > 4 * MEGABYTE) {
			try (var begun = open(id, 0)) {
				assertThat(begun.readNBytes(4 * MEGABYTE)).isEqualTo(Arrays.copyOf(bytes(size), 4 * MEGABYTE));
			}
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 4 * CHUNK, 9 * MEGABYTE })
	void DP_03_chunksThatWereMovedOrCutOffAreTold(int size) {
		var id = put(bytes(size));
		var stored = stored(id);
		var moved = stored.clone();
		var chunk = CHUNK + ContentCipher.TAG;
		System.arraycopy(stored, 0, moved, chunk, chunk);
		System.arraycopy(stored, chunk, moved, 0, chunk);

		overwrite(id, moved);
		assertThatExceptionOfType(ContentChanged.class).isThrownBy(() -> read(id, 0));
		overwrite(id, Arrays.copyOf(stored, stored.length - chunk));
		assertThatExceptionOfType(ContentChanged.class).isThrownBy(() -> read(id, 0));
		overwrite(id, stored);
		assertThat(read(id, 0)).isEqualTo(bytes(size));
	}

	@ParameterizedTest
	@ValueSource(ints = { 2000, 9 * MEGABYTE + 200 })
	void DP_03_twoFilesThatWereSwappedAreTold(int size) {
		var one = put(bytes(size));
		var turned = bytes(size);
		turned[0]++;
		var other = put(turned);
		var stored = stored(one);

		overwrite(one, stored(other));
		overwrite(other, stored);

		assertThatExceptionOfType(ContentChanged.class).isThrownBy(() -> read(one, 0));
		assertThatExceptionOfType(ContentChanged.class).isThrownBy(() -> read(other, size / 2));
	}

	@ParameterizedTest
	@ValueSource(ints = { 7, 3000, 9 * MEGABYTE + 300 })
	void whatWasStoredInClearIsReadAndEncryptedInTime(int size) {
		var bytes = bytes(size);
		DocumentId id;
		try (var spool = Spool.of(bytes)) {
			id = spool.id();
			storeInClear(spool);
		}
		assertThat(read(id, 0)).isEqualTo(bytes);
		var backlog = new ClearBacklog(this.blobs, contents(), this.keys, this.transaction);

		backlog.next();
		backlog.next();

		assertThat(stored(id)).isNotEqualTo(bytes);
		assertThat(read(id, 0)).isEqualTo(bytes);
		assertThat(read(id, size / 2)).isEqualTo(Arrays.copyOfRange(bytes, size / 2, size));
		assertThat(backlog.left()).isZero();
	}

	@ParameterizedTest
	@ValueSource(ints = { 4000, 9 * MEGABYTE + 400 })
	void whatNothingOpensAnyMoreIsNotThereAndCanComeAgain(int size) {
		var bytes = bytes(size);
		var id = put(bytes);
		this.database.update("delete from content_wrap where sha256 = ?", id.bytes());
		assertThat(contents().open(id, 0)).isEmpty();

		assertThat(read(put(bytes), 0)).isEqualTo(bytes);
	}

}
