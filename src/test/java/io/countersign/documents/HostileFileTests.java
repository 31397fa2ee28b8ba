package io.countersign.documents;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Files made to do harm cost their own text and nothing else. */
@Execution(ExecutionMode.CONCURRENT)
class HostileFileTests {

	private static final ReadingRoom ROOM = new ReadingRoom();

	private static final ReadingRoom SMALL = new ReadingRoom(ReadingRoom.small(20_000, 100, DataSize.ofMegabytes(8)));

	@AfterAll
	static void close() {
		ROOM.close();
		SMALL.close();
	}

	@Test
	void AT_02_anArchiveThatUnpacksToFarMoreThanItsSizeIsStopped() {
		var bomb = Making.zip(Map.of("zeros.txt", new byte[64 << 20]));
		try (var outcome = SMALL.read("bomb.zip", "application/zip", bomb)) {
			assertThat(outcome.files()).isEmpty();
			assertThat(String.join(" ", outcome.remarks())).contains("unpack to far more than its size");
		}
	}

	@Test
	void AT_02_anOfficeFileThatUnpacksToFarMoreThanItsSizeIsNotRead() {
		var bomb = HostileMaking.wordFile("<w:p><w:r><w:t>" + "a".repeat(24 << 20) + "</w:t></w:r></w:p>", "");
		try (var outcome = SMALL.read("bomb.docx", "", bomb)) {
			assertThat(outcome.text().length()).isLessThanOrEqualTo(20_000);
			assertThat(outcome.problem().isPresent() || !outcome.remarks().isEmpty()).isTrue();
		}
	}

	@Test
	void AT_02_ofTenThousandFilesInOneTheFirstAreKept() {
		var many = new LinkedHashMap<String, byte[]>();
		for (var number = 0; number < 10_000; number++) {
			many.put("file-%d.txt".formatted(number), Integer.toString(number).getBytes(StandardCharsets.UTF_8));
		}
		try (var outcome = SMALL.read("many.zip", "", Making.zip(many))) {
			assertThat(outcome.files()).hasSize(100);
			assertThat(outcome.remarks()).containsExactly("It holds more than 100 files; the others were left out.");
		}
	}

	@Test
	void AT_02_aTextWithoutEndIsCut() {
		try (var outcome = SMALL.read("long.txt", "text/plain",
				"æble ".repeat(100_000).getBytes(StandardCharsets.UTF_8))) {
			assertThat(outcome.problem()).isEmpty();
			assertThat(outcome.text().length()).isBetween(19_000, 20_000);
			assertThat(outcome.remarks())
				.containsExactly("Its text is longer than 20000 characters; the rest was left out.");
		}
	}

	@Test
	void AT_02_elementsNestedTooDeeplyAreNotRead() {
		var deep = "<a>".repeat(5_000) + "x" + "</a>".repeat(5_000);
		try (var outcome = ROOM.read("deep.xml", "application/xml",
				("<?xml version=\"1.0\"?>" + deep).getBytes(StandardCharsets.UTF_8))) {
			assertThat(outcome.problem()).isPresent();
		}
	}

	@Test
	void AT_02_aFileThatTakesTooLongIsStoppedAndTheNextOneIsRead() {
		try (var room = new ReadingRoom(ReadingRoom.patientFor(Duration.ofSeconds(8)))) {
			assertThatThrownBy(() -> room.read("endless.pdf", "application/pdf", HostileMaking.endlessPdf()))
				.hasCauseInstanceOf(ReadingProcess.TookTooLong.class);
			try (var outcome = room.read("note.txt", "text/plain", "Det næste".getBytes(StandardCharsets.UTF_8))) {
				assertThat(outcome.text()).isEqualTo("Det næste");
			}
		}
	}

	@Test
	void AT_01_nothingAFileNamesIsFetched() throws IOException {
		try (var server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
			server.setSoTimeout(1);
			for (var sample : HostileMaking.naming("http://127.0.0.1:%d/x".formatted(server.getLocalPort()))) {
				ROOM.read(sample).close();
			}
			assertThatThrownBy(server::accept).isInstanceOf(SocketTimeoutException.class);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "text/plain", "image/png", "text/html; charset=x-none", "application/../../etc", "/",
			"a/b/c", "application/pdf\0", "text/plain; charset=\"" })
	void AT_02_aDeclaredTypeThatLiesOrIsBrokenChangesNothing(String declared) {
		var zip = Making.zip(Map.of("note.txt", "Det står her.".getBytes(StandardCharsets.UTF_8)));
		try (var outcome = ROOM.read("faktura.txt", declared, zip)) {
			assertThat(outcome.fact("type")).contains("application/zip");
			assertThat(outcome.files()).hasSize(1);
		}
		try (var outcome = ROOM.read("note.zip", declared, "Det står her.".getBytes(StandardCharsets.UTF_8))) {
			assertThat(outcome.files()).isEmpty();
		}
	}

	@Test
	void AT_02_whatIsNestedAHundredTimesIsHandedOutOneLevelAtATime() {
		for (var nested : List.of(HostileMaking.nested((inner) -> Making.zip(Map.of("a.zip", inner))),
				HostileMaking.nested((inner) -> OutlookMaking.tnef("Bilag", "winmail.dat", inner)),
				HostileMaking.nested((inner) -> Making.sevenZip(Map.of("a.7z", inner))))) {
			try (var outcome = ROOM.read("winmail.dat", "application/octet-stream", nested)) {
				assertThat(outcome.problem()).isEmpty();
				assertThat(outcome.files()).hasSize(1);
			}
		}
	}

	@Test
	void AT_02_aPictureOfMoreThanAHundredMegapixelsIsNotLookedAt() {
		try (var outcome = ROOM.read("huge.png", "image/png", HostileMaking.png(20_000, 5_001))) {
			assertThat(outcome.problem()).contains("It is a picture of more than 100 megapixels.");
		}
		try (var outcome = ROOM.read("large.png", "image/png", HostileMaking.png(20_000, 5_000))) {
			assertThat(outcome.problem().orElse("")).doesNotContain("megapixels");
			assertThat(outcome.number("width")).contains(20_000);
		}
	}

	@Test
	void AT_03_aFormWithinAPdfIsNotRead() {
		try (var outcome = ROOM.read("form.pdf", "application/pdf", HostileMaking.xfa("file:///etc/hostname"))) {
			assertThat(outcome.text()).doesNotContain("XFA");
			assertThat(outcome.files()).isEmpty();
		}
	}

	@Test
	void AT_03_whatNoParserIsAllowedForIsKeptWithoutText() {
		try (var outcome = ROOM.read("faktura.pdf", "application/pdf",
				("MZ" + "\0".repeat(200)).getBytes(StandardCharsets.UTF_8))) {
			assertThat(outcome.problem())
				.hasValueSatisfying((reason) -> assertThat(reason).contains("no text to be read"));
			assertThat(FileName.ofType("faktura.pdf", outcome.fact("type").orElseThrow())).isEqualTo("faktura.pdf.exe");
		}
	}

	@Test
	void AT_04_aProtectedOrDamagedFileSaysSo() {
		Biff8EncryptionKey.setCurrentUserPassword("secret");
		byte[] locked;
		try {
			locked = Making.xls(Prose.DA);
		}
		finally {
			Biff8EncryptionKey.setCurrentUserPassword(null);
		}
		try (var outcome = ROOM.read("locked.xls", "", locked)) {
			assertThat(outcome.problem()).contains("It is protected by a password.");
		}
		var whole = Making.docx(Prose.DA);
		try (var outcome = ROOM.read("half.docx", "", Arrays.copyOf(whole, whole.length / 2))) {
			assertThat(outcome.problem().isPresent() || outcome.text().isEmpty()).isTrue();
		}
	}

}
