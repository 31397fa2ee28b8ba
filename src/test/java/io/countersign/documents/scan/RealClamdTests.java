package io.countersign.documents.scan;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Base64;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

/** The protocol as the real one speaks it. */
class RealClamdTests {

	private static @Nullable RealClamd clamd;

	@BeforeAll
	static void start() {
		clamd = RealClamd.start().orElse(null);
	}

	@AfterAll
	static void close() throws IOException {
		if (clamd != null) {
			clamd.close();
		}
	}

	@Test
	void AT_09_aRealScannerFindsWhatItKnowsOverAPortAndOverASocket() throws IOException {
		for (var address : new ScannerAddress[] { clamd().port(), clamd().unix() }) {
			assertThat(scan(address, Eicar.bytes())).isEqualTo(new ScanResult.Infected(Eicar.NAME));
			assertThat(scan(address, "Kære Anna".getBytes())).isEqualTo(new ScanResult.Clean());
			assertThat(scan(address, new byte[0])).isEqualTo(new ScanResult.Clean());
		}
	}

	@Test
	void AT_09_aRealScannerFindsItInAnArchiveAndInAMail() throws IOException {
		assertThat(scan(clamd().port(), zip(Eicar.bytes()))).isEqualTo(new ScanResult.Infected(Eicar.NAME));
		assertThat(scan(clamd().port(), mail(Eicar.bytes()))).isEqualTo(new ScanResult.Infected(Eicar.NAME));
	}

	@Test
	void AT_09_whatIsBeyondTheLimitsOfARealScannerIsTooLarge() throws IOException {
		assertThat(scan(clamd().port(), new byte[RealClamd.LARGEST_FILE + 1])).isEqualTo(new ScanResult.TooLarge());
		assertThat(scan(clamd().port(), new byte[RealClamd.LARGEST_STREAM + 1])).isEqualTo(new ScanResult.TooLarge());
	}

	private static RealClamd clamd() {
		return (clamd != null) ? clamd : abort("No clamd is installed here; apt-get install clamav-daemon brings one.");
	}

	private static ScanResult scan(ScannerAddress address, byte[] file) throws IOException {
		return new Clamd(address, Duration.ofSeconds(30)).scan(new ByteArrayInputStream(file));
	}

	private static byte[] zip(byte[] file) throws IOException {
		var bytes = new ByteArrayOutputStream();
		try (var zip = new ZipOutputStream(bytes)) {
			zip.putNextEntry(new ZipEntry("bilag.com"));
			zip.write(file);
		}
		return bytes.toByteArray();
	}

	private static byte[] mail(byte[] file) {
		return """
				From: dan@min.example
				Subject: Bilag
				MIME-Version: 1.0
				Content-Type: multipart/mixed; boundary=x

				--x
				Content-Type: text/plain

				Hej
				--x
				Content-Type: application/octet-stream
				Content-Transfer-Encoding: base64
				Content-Disposition: attachment; filename=bilag.com

				%s
				--x--
				""".formatted(Base64.getEncoder().encodeToString(file)).replace("\n", "\r\n").getBytes();
	}

}
