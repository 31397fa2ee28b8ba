package io.countersign.documents;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/** Files are stored once, read once, and forgotten with all that lies only in them. */
class DocumentsTests {

	private static final Shelf SHELF = new Shelf();

	private static final byte[] NOTE = "Tabel 1: 10 mio. kr.".getBytes(StandardCharsets.UTF_8);

	@AfterAll
	static void close() {
		SHELF.close();
	}

	@Test
	void whatLiesInAFileHasItsParentItsPathAndItsText() {
		var note = "Kun i kassen.".getBytes(StandardCharsets.UTF_8);
		var zip = Making.zip(Map.of("bilag/note.txt", note));
		var mail = SHELF.put("VS.eml", "message/rfc822", Making.eml("bilag.zip", "application/zip", zip));

		var inner = SHELF.within(mail);

		assertThat(inner).extracting(Contained::path).containsExactly("bilag.zip", "bilag.zip/bilag/note.txt");
		assertThat(inner).extracting(Contained::depth).containsExactly(1, 2);
		assertThat(inner.getLast().parent()).isEqualTo(inner.getFirst().document());
		assertThat(inner.getLast().writtenName()).contains("note.txt");
		assertThat(inner.getLast().document()).isEqualTo(Spool.of(note).id());
		assertThat(SHELF.documents().text(inner.getLast().document())).contains("Kun i kassen.");
		assertThat(SHELF.documents().bytes(inner.getFirst().document())).isEqualTo(zip);
	}

	@Test
	void AT_02_filesAreOpenedTenLevelsDeepAndNoDeeper() {
		var file = "inderst".getBytes(StandardCharsets.UTF_8);
		for (var level = 0; level < 13; level++) {
			file = Making.zip(Map.of("level-%d.zip".formatted(level), file));
		}

		var inner = SHELF.within(SHELF.put("deep.zip", "application/zip", file));

		assertThat(inner).hasSize(10);
		assertThat(inner.getLast().text().remarks())
			.containsExactly("Files are nested more than 10 levels deep; what lies deeper was left out.");
	}

	@Test
	void aFileThatWasFoundTooDeepIsOpenedWhenItComesByItself() {
		var file = "inderst, dog ikke alene".getBytes(StandardCharsets.UTF_8);
		for (var level = 0; level < 13; level++) {
			file = Making.zip(Map.of("niveau-%d.zip".formatted(level), file));
		}
		var deepest = SHELF.within(SHELF.put("dyb.zip", "application/zip", file)).getLast().document();
		assertThat(SHELF.within(deepest)).isEmpty();

		SHELF.put("niveau-2.zip", "application/zip", SHELF.documents().bytes(deepest));

		assertThat(SHELF.within(deepest)).hasSize(3);
		assertThat(SHELF.text(deepest).remarks()).isEmpty();
	}

	@Test
	void aFileThatLiesInTwoOthersIsKnownToLieInBoth() {
		var shared = "fælles for begge kasser".getBytes(StandardCharsets.UTF_8);
		var one = SHELF.put("en.zip", "application/zip", Making.zip(Map.of("a.txt", shared)));
		var inner = Making.zip(Map.of("b.txt", shared));
		var other = SHELF.put("to.zip", "application/zip", Making.zip(Map.of("inde.zip", inner)));

		assertThat(SHELF.sql()
			.sql("select holder from document_within where held = :held order by holder")
			.param("held", Spool.of(shared).id().sha256())
			.query(String.class)
			.list()).containsExactlyInAnyOrder(one.sha256(), other.sha256(), Spool.of(inner).id().sha256());
	}

	@Test
	void AT_02_theLimitsHoldOverAllLevels() {
		var boxes = new LinkedHashMap<String, byte[]>();
		for (var box = 0; box < 10; box++) {
			var files = new LinkedHashMap<String, byte[]>();
			for (var number = 0; number < 10; number++) {
				files.put(number + ".txt", "box %d, file %d".formatted(box, number).getBytes(StandardCharsets.UTF_8));
			}
			boxes.put("box-%d.zip".formatted(box), Making.zip(files));
		}

		var inner = SHELF.within(SHELF.put("boxes.zip", "application/zip", Making.zip(boxes)));

		assertThat(inner).hasSize(40);
		assertThat(inner)
			.anySatisfy((box) -> assertThat(String.join(" ", box.text().remarks())).contains("is too much"));
	}

	@Test
	void AT_04_anUnreadableFileSaysWhyAndIsStillThere() {
		var bytes = ("MZ" + "\0".repeat(64)).getBytes(StandardCharsets.UTF_8);

		var file = SHELF.put("program.exe", "application/octet-stream", bytes);

		assertThat(SHELF.text(file).state()).isEqualTo(DocumentText.State.UNREADABLE);
		assertThat(SHELF.text(file).reason()).isPresent();
		assertThat(SHELF.documents().bytes(file)).isEqualTo(bytes);
	}

	@Test
	void aPictureThatMayMatterIsToldFromALogo() {
		assertThat(SHELF.text(SHELF.put("graf.png", "image/png", png(800, 500))).picture())
			.hasValueSatisfying((picture) -> assertThat(picture.matters()).isTrue());
		assertThat(SHELF.text(SHELF.put("logo.png", "image/png", png(300, 80))).picture())
			.hasValueSatisfying((picture) -> assertThat(picture.matters()).isFalse());
	}

	@Test
	void aFileIsForgottenWithWhatLiesOnlyInIt() {
		var alone = "kun her".getBytes(StandardCharsets.UTF_8);
		var shared = "også i en mail".getBytes(StandardCharsets.UTF_8);
		var files = new LinkedHashMap<String, byte[]>();
		files.put("alone.txt", alone);
		files.put("shared.txt", shared);
		var zip = SHELF.put("a.zip", "application/zip", Making.zip(files));
		var mailed = SHELF.put("shared.txt", "text/plain", shared);

		SHELF.documents().forget(List.of(zip));

		assertThat(SHELF.documents().find(zip)).isEmpty();
		assertThat(SHELF.documents().find(Spool.of(alone).id())).isEmpty();
		assertThat(SHELF.documents().find(mailed)).isPresent();
		assertThat(SHELF.documents().texts(List.of(Spool.of(alone).id()))).isEmpty();
	}

	@Test
	void aMailedFileThatAlsoLiesInAnotherStaysInThat() {
		var shared = "i begge".getBytes(StandardCharsets.UTF_8);
		var mailed = SHELF.put("shared.txt", "text/plain", shared);
		var zip = SHELF.put("b.zip", "application/zip", Making.zip(Map.of("shared.txt", shared)));

		SHELF.documents().forget(List.of(mailed));
		assertThat(SHELF.within(zip)).hasSize(1);

		SHELF.documents().forget(List.of(zip));
		assertThat(SHELF.documents().find(mailed)).isEmpty();
	}

	@Test
	void aFileThatIsAlsoACopyOfOneInTheCloudStays() {
		var mailed = SHELF.put("copied.txt", "text/plain", "også i SharePoint".getBytes(StandardCharsets.UTF_8));
		SHELF.sql()
			.sql("insert into cloud_link (id, origin, address, sha256) values ('one', 'msg_1', 'https://a', ?)")
			.param(mailed.bytes())
			.update();

		SHELF.documents().forget(List.of(mailed));

		assertThat(SHELF.documents().find(mailed)).isPresent();
	}

	@Test
	void AT_07_whateverAFileIsItIsSavedAndNeverShown() throws Exception {
		var page = SHELF.put("page.html", "text/html", Making.html(Prose.DA, StandardCharsets.UTF_8));

		api().perform(get("/api/v1/blobs/{sha256}", page.sha256()))
			.andExpect(status().isOk())
			.andExpect(content().contentType("application/octet-stream"))
			.andExpect(header().string("Content-Disposition", startsWith("attachment;")))
			.andExpect(header().string("X-Content-Type-Options", "nosniff"))
			.andExpect(header().string("Content-Security-Policy", "sandbox; default-src 'none'"))
			.andExpect(header().string("Cross-Origin-Resource-Policy", "same-origin"))
			.andExpect(header().string("Cache-Control", allOf(containsString("no-store"), containsString("private"))));
		var pdf = SHELF.put("a.pdf", "application/octet-stream", Making.pdf(Prose.DA));
		api().perform(get("/api/v1/blobs/{sha256}", pdf.sha256()))
			.andExpect(content().contentType("application/pdf"))
			.andExpect(header().string("Content-Disposition", startsWith("attachment;")));
	}

	@Test
	void aRangeOfAFileIsAnswered() throws Exception {
		var note = SHELF.put("note.txt", "text/plain", NOTE);

		api().perform(get("/api/v1/blobs/{sha256}", note.sha256()).header("Range", "bytes=6-6"))
			.andExpect(status().isPartialContent())
			.andExpect(header().string("Content-Range", "bytes 6-6/" + NOTE.length))
			.andExpect(content().bytes(new byte[] { '1' }));
		api().perform(get("/api/v1/blobs/{sha256}", note.sha256()).header("Range", "bytes=500-"))
			.andExpect(status().isRequestedRangeNotSatisfiable());
		api().perform(get("/api/v1/blobs/{sha256}", note.sha256()).header("If-None-Match", "\"" + note + "\""))
			.andExpect(status().isNotModified());
	}

	@Test
	void aRangeOfALargeFileIsTakenFromItsMiddle() throws Exception {
		var bytes = new byte[3 << 20];
		bytes[(2 << 20) + 5] = 42;
		var large = SHELF.put("large.bin", "application/octet-stream", bytes);
		var at = (2 << 20) + 5;

		api().perform(get("/api/v1/blobs/{sha256}", large.sha256()).header("Range", "bytes=%d-%d".formatted(at, at)))
			.andExpect(status().isPartialContent())
			.andExpect(content().bytes(new byte[] { 42 }));
	}

	private static MockMvc api() {
		return MockMvcBuilders.standaloneSetup(new BlobController(SHELF.documents())).build();
	}

	/** The header of a picture of this size; nobody looks at the rest. */
	private static byte[] png(int width, int height) {
		return ByteBuffer.allocate(64)
			.put(new byte[] { (byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13, 'I', 'H', 'D', 'R' })
			.putInt(width)
			.putInt(height)
			.array();
	}

}
