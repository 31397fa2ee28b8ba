package io.countersign.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PaddingWatchTests {

	private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

	@ParameterizedTest(name = "{0}: goes on {1}, mixed {2}")
	@CsvSource({ "QUJD, false, false", "QUI=, false, false", "'QQ==\r\n\t ', false, false", "QQ==QUJD, true, false",
			"'QQ==\r\n!', true, true", "QU-D, false, true", "QUJDæ, false, true", "'=', false, false" })
	void itKnowsWhatStandsBehindThePaddingAndAmongTheSigns(String written, boolean goesOn, boolean mixed)
			throws IOException {
		var watch = watched(written.getBytes(StandardCharsets.UTF_8));

		assertThat(watch.goesOn()).isEqualTo(goesOn);
		assertThat(watch.isMixed()).isEqualTo(mixed);
	}

	@Test
	void everyByteIsASignOfBase64OrPaddingOrSpaceOrForeign() throws IOException {
		for (var value = 0; value < 256; value++) {
			var isForeign = value > ' ' && value != '=' && ALPHABET.indexOf(value) < 0;

			assertThat(watched(new byte[] { (byte) value }).isMixed()).as("byte %d", value).isEqualTo(isForeign);
			assertThat(watched(new byte[] { '=', (byte) value }).goesOn()).as("byte %d behind padding", value)
				.isEqualTo(value > ' ' && value != '=');
		}
	}

	private static PaddingWatch watched(byte[] written) throws IOException {
		var watch = new PaddingWatch(new ByteArrayInputStream(written));
		watch.transferTo(OutputStream.nullOutputStream());
		return watch;
	}

}
