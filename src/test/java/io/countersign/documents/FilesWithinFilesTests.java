package io.countersign.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import static org.assertj.core.api.Assertions.assertThat;

/** What carries other files is opened, and what is in it handed out as it is. */
@Execution(ExecutionMode.CONCURRENT)
class FilesWithinFilesTests {

	private static final ReadingRoom ROOM = new ReadingRoom();

	private static final byte[] FILE = Making.docx(Prose.DA);

	@AfterAll
	static void close() {
		ROOM.close();
	}

	@Test
	void zipAnd7zAreListedAndOpened() throws IOException {
		assertHolds(ROOM.read("a.zip", "application/zip", Making.zip(Map.of("bilag/indstilling.docx", FILE))),
				"indstilling.docx", FILE);
		assertHolds(ROOM.read("a.7z", "", Making.sevenZip(Map.of("bilag/indstilling.docx", FILE))), "indstilling.docx",
				FILE);
	}

	@Test
	void anAttachedMailGivesItsFiles() throws IOException {
		assertHolds(ROOM.read("VS.eml", "message/rfc822", Making.eml("indstilling.docx", "application/x", FILE)),
				"indstilling.docx", FILE);
	}

	@Test
	void aWinmailDatGivesItsFiles() throws IOException {
		assertHolds(
				ROOM.read("winmail.dat", "application/ms-tnef", OutlookMaking.tnef("Bilag", "indstilling.docx", FILE)),
				"indstilling.docx", FILE);
	}

	@Test
	void anOutlookFileGivesItsFilesAndTheMailsWithinItAsFilesOfTheirOwn() throws IOException {
		try (var outcome = ROOM.read("mail.msg", "", OutlookMaking.msg(Prose.DA, "indstilling.docx", FILE, Prose.EN))) {
			assertThat(outcome.files()).hasSize(2);
			assertThat(outcome.files().getFirst().content().id()).isEqualTo(Spool.of(FILE).id());
			try (var stream = outcome.files().getLast().content().open();
					var inner = ROOM.read("inner.msg", "", stream.readAllBytes())) {
				assertThat(inner.fact("type")).contains("application/vnd.ms-outlook");
				assertThat(inner.text()).contains(Prose.EN.sentence());
			}
		}
	}

	@Test
	void aSignedContainerGivesTheMailThatIsSigned() throws IOException {
		var mail = Making.eml("indstilling.docx", "application/x", FILE);
		assertHolds(
				ROOM.read("smime.p7m", "application/pkcs7-mime; smime-type=signed-data", OutlookMaking.signed(mail)),
				"signed.eml", mail);
	}

	@Test
	void aCalendarItemIsReadAsText() {
		var meeting = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nSUMMARY:Direktionsmøde\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
		try (var outcome = ROOM.read("invite.ics", "text/calendar", meeting.getBytes(StandardCharsets.UTF_8))) {
			assertThat(outcome.problem()).isEmpty();
			assertThat(outcome.text()).contains("Direktionsmøde").doesNotContain("SUMMARY");
		}
	}

	@Test
	void aMailboxFileGivesItsMails() {
		try (var outcome = ROOM.read("arkiv.mbox", "", Making.mbox(Making.eml(Prose.DA), Making.eml(Prose.EN)))) {
			assertThat(outcome.problem()).isEmpty();
			assertThat(outcome.files()).extracting(Outcome.Found::declaredType)
				.containsOnly("message/rfc822")
				.hasSize(2);
			var second = outcome.files().get(1);
			try (var inner = ROOM.read("mail.eml", second.declaredType(), bytes(second))) {
				assertThat(inner.text().replaceAll("\\s+", " ")).contains(Prose.EN.sentence());
			}
		}
	}

	private static byte[] bytes(Outcome.Found found) {
		try (var stream = found.content().open()) {
			return stream.readAllBytes();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Test
	void AT_05_noPathOfAnArchiveIsFollowedAndEveryNameIsKeptAsItCame() {
		var entries = new LinkedHashMap<String, byte[]>();
		entries.put("../../etc/passwd", "x".getBytes(StandardCharsets.UTF_8));
		entries.put("C:\\temp\\faktura\u202Efdp.exe", "y".getBytes(StandardCharsets.UTF_8));
		try (var outcome = ROOM.read("a.zip", "", Making.zip(entries))) {
			assertThat(outcome.files()).extracting(Outcome.Found::path)
				.allSatisfy((path) -> assertThat(FileName.path(path)).doesNotContain("..", "\\", "\u202E"));
			assertThat(outcome.files()).extracting(Outcome.Found::writtenName)
				.extracting((name) -> FileName.cleaned(name).orElse(""))
				.containsExactly("passwd", "fakturafdp.exe");
		}
	}

	@Test
	void thePicturesOfAnOfficeFileAreNoFiles() {
		try (var outcome = ROOM.read("a.pptx", "", Making.pptx(Prose.DA))) {
			assertThat(outcome.files()).isEmpty();
		}
	}

	private static void assertHolds(Outcome outcome, String name, byte[] file) {
		try (outcome) {
			assertThat(outcome.problem()).isEmpty();
			assertThat(outcome.files()).extracting((found) -> FileName.cleaned(found.writtenName()).orElse(""))
				.isEqualTo(List.of(name));
			assertThat(outcome.files().getFirst().content().id()).isEqualTo(Spool.of(file).id());
		}
	}

}
