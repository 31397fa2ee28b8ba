package io.countersign.documents.vault;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What is encrypted in chunks, and what becomes of it in hostile hands. */
class ContentCipherTests {

	private static final int CHUNK = ContentCipher.CHUNK;

	private static final int SEALED = CHUNK + ContentCipher.TAG;

	private final Key key = Key.random();

	private final byte[] name = bytes(32, 7);

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK, 3 * CHUNK + 5 })
	void whatIsEncryptedIsReadAgainAndShowsNothing(int size) {
		var plain = bytes(size, size);

		var sealed = cipher(size).seal(0, plain, size);

		assertThat(sealed).hasSize((int) ContentCipher.sealedSize(size));
		assertThat(cipher(size).open(0, sealed)).isEqualTo(plain);
		if (size > CHUNK) {
			assertThat(Arrays.copyOf(sealed, 64)).isNotEqualTo(Arrays.copyOf(plain, 64));
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK, 3 * CHUNK + 5 })
	void aStreamEncryptsTheSameFromAnyByteOn(int size) throws IOException {
		var plain = bytes(size, size);
		var sealed = cipher(size).seal(0, plain, size);

		for (var from : new int[] { 0, 1, SEALED - 1, SEALED, SEALED + 3, sealed.length - 1, sealed.length }) {
			if (from <= sealed.length) {
				try (var stream = new SealingStream(new ByteArrayInputStream(plain), cipher(size), size)) {
					stream.skipNBytes(from);
					assertThat(stream.readAllBytes()).as("from " + from)
						.isEqualTo(Arrays.copyOfRange(sealed, from, sealed.length));
				}
			}
		}
	}

	@Test
	void aSourceThatEndsEarlyIsTold() {
		var stream = new SealingStream(new ByteArrayInputStream(bytes(CHUNK, 1)), cipher(CHUNK + 1), CHUNK + 1);

		assertThatExceptionOfType(IOException.class).isThrownBy(stream::readAllBytes);
	}

	@Test
	void anyStretchOfChunksIsReadByItself() {
		var plain = bytes(5 * CHUNK + 9, 5);
		var sealed = cipher(plain.length).seal(0, plain, plain.length);

		var middle = cipher(plain.length).open(2, Arrays.copyOfRange(sealed, 2 * SEALED, 4 * SEALED));

		assertThat(middle).isEqualTo(Arrays.copyOfRange(plain, 2 * CHUNK, 4 * CHUNK));
	}

	@Test
	void eachChangedByteIsFound() {
		var plain = bytes(CHUNK + 100, 2);
		var sealed = cipher(plain.length).seal(0, plain, plain.length);

		IntStream.range(0, 50).map((step) -> step * (sealed.length - 1) / 49).forEach((at) -> {
			var changed = sealed.clone();
			changed[at] ^= 1;
			isRefused(plain.length, changed);
		});
	}

	@Test
	void whatIsCutShortMovedOrDoubledIsFound() {
		var plain = bytes(3 * CHUNK, 3);
		var sealed = cipher(plain.length).seal(0, plain, plain.length);
		var chunks = IntStream.range(0, 3)
			.mapToObj((chunk) -> Arrays.copyOfRange(sealed, chunk * SEALED, (chunk + 1) * SEALED))
			.toList();

		Stream
			.of(new byte[0], Arrays.copyOf(sealed, 5), Arrays.copyOf(sealed, SEALED), Arrays.copyOf(sealed, 2 * SEALED),
					Arrays.copyOf(sealed, sealed.length - 1), joined(chunks.get(1), chunks.get(0), chunks.get(2)),
					joined(chunks.get(0), chunks.get(0), chunks.get(2)), joined(sealed, chunks.get(2)))
			.forEach((changed) -> {
				var most = 2 * SEALED;
				if (changed.length == SEALED || changed.length == most) {
					var size = changed.length / SEALED * CHUNK;
					isRefused(size, changed);
				}
				else {
					isRefused(plain.length, changed);
				}
			});
	}

	@Test
	void itIsReadUnderItsOwnNameSizeAndKeyAlone() {
		var plain = bytes(100, 4);
		var sealed = cipher(100).seal(0, plain, 100);

		for (var other : new ContentCipher[] { new ContentCipher(this.key, bytes(32, 8), 100),
				new ContentCipher(this.key, this.name, 101), new ContentCipher(Key.random(), this.name, 100) }) {
			assertThatExceptionOfType(Tampered.class).isThrownBy(() -> other.open(0, sealed));
		}
		assertThatExceptionOfType(Tampered.class).isThrownBy(() -> cipher(100).open(1, sealed));
	}

	@Test
	void aWrappedKeyOpensByItsKeyAndForItsPurposeAlone() {
		var wrapped = this.key.wrap(Key.random(), "here");

		assertThat(this.key.unwrap(wrapped, "here")).isNotNull();
		assertThat(this.key.wrap(Key.random(), "here")).isNotEqualTo(wrapped);
		assertThatExceptionOfType(Tampered.class).isThrownBy(() -> this.key.unwrap(wrapped, "there"));
		assertThatExceptionOfType(Tampered.class).isThrownBy(() -> Key.random().unwrap(wrapped, "here"));
		assertThatExceptionOfType(Tampered.class)
			.isThrownBy(() -> this.key.unwrap(Arrays.copyOf(wrapped, wrapped.length - 1), "here"));
		assertThatExceptionOfType(Tampered.class).isThrownBy(() -> this.key.unwrap(new byte[3], "here"));
	}

	@Test
	void SE_01_noKeyIsPrinted() {
		var hex = "00112233445566778899aabbccddeeff".repeat(2);
		var masters = MasterKeys.of(hex, List.of("ff".repeat(32)));

		assertThat(Key.random()).hasToString("(key)");
		assertThat(masters.toString()).contains(masters.newest()).doesNotContain("00112233", "ffff");
		assertThat(masters.newest()).isEqualTo(MasterKeys.of(hex, List.of()).newest()).hasSize(16);
	}

	private void isRefused(int size, byte[] sealed) {
		assertThatExceptionOfType(Tampered.class).isThrownBy(() -> cipher(size).open(0, sealed));
	}

	private ContentCipher cipher(int size) {
		return new ContentCipher(this.key, this.name, size);
	}

	private static byte[] joined(byte[]... parts) {
		var all = new ByteArrayOutputStream();
		for (var part : parts) {
			all.writeBytes(part);
		}
		return all.toByteArray();
	}

	private static byte[] bytes(int size, int seed) {
		var bytes = new byte[size];
		new Random(seed).nextBytes(bytes);
		return bytes;
	}

}
