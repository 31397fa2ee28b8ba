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

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Files made to do harm cost their own text and nothing else. */
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
		var bomb = wordFile("<w:p><w:r><w:t>" + "a".repeat(60 << 20) + "</w:t></w:r></w:p>", "");
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
			assertThatThrownBy(() -> room.read("endless.pdf", "application/pdf", endlessPdf()))
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
			var url = "http://127.0.0.1:%d/x".formatted(server.getLocalPort());
			var prolog = "<!DOCTYPE a [<!ENTITY x SYSTEM \"%s\">]>".formatted(url);
			for (var sample : List.of(
					new Sample(
							"a.docx", "", wordFile("<w:p><w:r><w:t>&x;</w:t></w:r></w:p>", prolog), "", List.of(), ""),
					new Sample("a.odt", "", Making.odt("<text:p>&x;</text:p>", prolog), "", List.of(), ""),
					new Sample("a.svg", "image/svg+xml",
							("<?xml version=\"1.0\"?>" + prolog
									+ "<svg xmlns=\"http://www.w3.org/2000/svg\"><text>&x;</text></svg>")
								.getBytes(StandardCharsets.UTF_8),
							"", List.of(), ""),
					new Sample("a.xml", "",
							("<?xml version=\"1.0\"?>" + prolog + "<a>&x;</a>").getBytes(StandardCharsets.UTF_8), "",
							List.of(), ""),
					new Sample("a.html", "", "<img src='%1$s'><link rel=stylesheet href='%1$s'>".formatted(url)
						.getBytes(StandardCharsets.UTF_8), "", List.of(), ""))) {
				ROOM.read(sample).close();
			}
			assertThatThrownBy(server::accept).isInstanceOf(SocketTimeoutException.class);
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

	/** Ten pictures of ten pictures of ten pictures, and so on: 10 to the power of 12. */
	private static byte[] endlessPdf() {
		var levels = 12;
		var pdf = new StringBuilder("%PDF-1.4\n");
		pdf.append("1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n");
		pdf.append("2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n");
		pdf.append(
				"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Resources<</XObject<</F 10 0 R>>>>/Contents 4 0 R>>endobj\n");
		pdf.append("4 0 obj<</Length 4>>stream\n/F Do\nendstream endobj\n");
		for (var level = 0; level < levels; level++) {
			var content = (level + 1 < levels) ? "/F Do ".repeat(10) : "q Q";
			pdf.append(
					"%d 0 obj<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</F %d 0 R>>>>/Length %d>>stream\n%s\nendstream endobj\n"
						.formatted(10 + level, 11 + level, content.length(), content));
		}
		return pdf.append("trailer<</Root 1 0 R>>\n%%EOF\n").toString().getBytes(StandardCharsets.US_ASCII);
	}

	private static byte[] wordFile(String body, String prolog) {
		var files = new LinkedHashMap<String, byte[]>();
		files.put("[Content_Types].xml",
				("<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
						+ "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
						+ "<Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>")
					.getBytes(StandardCharsets.UTF_8));
		files.put("_rels/.rels",
				("<?xml version=\"1.0\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
						+ "<Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>")
					.getBytes(StandardCharsets.UTF_8));
		files.put("word/document.xml", ("<?xml version=\"1.0\"?>" + prolog
				+ "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>" + body
				+ "</w:body></w:document>")
			.getBytes(StandardCharsets.UTF_8));
		return Making.zip(files);
	}

}
