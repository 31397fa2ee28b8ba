package io.countersign.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Files of office and mail programs, in five languages, with the text that is in them.
 */
@Execution(ExecutionMode.CONCURRENT)
class ExtractionCorpusTests {

	private static final String NOTE = "Note 17-B";

	private static final ReadingRoom ROOM = new ReadingRoom();

	@AfterAll
	static void close() {
		ROOM.close();
	}

	@ParameterizedTest
	@MethodSource("samples")
	void AT_01_theTextOfAFileIsReadInAProcessOfItsOwn(Sample sample) {
		try (var outcome = ROOM.read(sample)) {
			assertThat(outcome.problem()).isEmpty();
			assertThat(outcome.fact("type")).contains(sample.type());
			assertThat(outcome.text().replaceAll("\\s+", " ")).containsSubsequence(sample.words());
			assertThat(outcome.text()).doesNotContain("never");
			assertThat(outcome.fact("language")).contains(sample.language());
		}
	}

	/**
	 * What LibreOffice 7.4 wrote, with a heading, a list, a footnote and a table. The
	 * files were made once, by {@code soffice --convert-to}.
	 */
	@ParameterizedTest
	@MethodSource("ofLibreOffice")
	void AT_01_theTextOfAFileThatLibreOfficeWroteIsRead(Sample sample) {
		isRead(sample);
	}

	/**
	 * Mails and meetings in the form in which these programs write them, without anything
	 * of theirs.
	 */
	@ParameterizedTest
	@MethodSource("ofMailPrograms")
	void AT_01_theTextOfWhatAMailProgramWritesIsRead(Sample sample) {
		isRead(sample);
	}

	@ParameterizedTest
	@CsvSource({ "notes-related.eml, Bilag om ændringer.txt", "apple-double.eml, Bilag.txt",
			"thunderbird-forward.eml, Letbanen.eml",
			"outlook-long-names.eml, Bilag om ændringer i det videre forløb af sagen.txt",
			"apple-mail.eml, Bilag om ændringer.txt" })
	void theFilesOfWhatAMailProgramWritesHaveTheirNames(String mail, String name) {
		try (var outcome = ROOM.read(mail, "message/rfc822", file("/documents/mail/" + mail))) {
			assertThat(outcome.files()).anySatisfy((one) -> {
				assertThat(one.writtenName()).isEqualTo(name);
				assertThat(content(one)).contains("Kun i");
			});
		}
	}

	private static String content(Outcome.Found file) {
		try (var bytes = file.content().open()) {
			return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void isRead(Sample sample) {
		try (var outcome = ROOM.read(sample)) {
			assertThat(outcome.problem()).isEmpty();
			assertThat(outcome.fact("type")).contains(sample.type());
			assertThat(outcome.text().replaceAll("\\s+", " ")).contains(sample.words());
			if (!sample.language().isEmpty()) {
				assertThat(outcome.fact("language")).contains(sample.language());
			}
		}
	}

	@Test
	void titleAndPagesAreKept() {
		try (var outcome = ROOM.read("indstilling.pdf", "application/pdf", Making.pdf(Prose.DA))) {
			assertThat(outcome.fact("title")).contains("Indstilling om letbanen");
			assertThat(outcome.number("pages")).contains(2);
		}
		try (var outcome = ROOM.read("indstilling.docx", "", Making.docx(Prose.DA))) {
			assertThat(outcome.fact("title")).contains("Indstilling om letbanen");
		}
	}

	@Test
	void thereAreAtLeastSixtyOfThem() {
		assertThat(samples()).hasSizeGreaterThanOrEqualTo(60);
		assertThat(ofLibreOffice()).hasSize(26);
		assertThat(ofMailPrograms()).hasSize(16);
	}

	static Stream<Sample> ofLibreOffice() {
		return Stream.concat(Stream.of(Prose.DA, Prose.DE).flatMap(ExtractionCorpusTests::letters),
				Stream.of(Prose.DA, Prose.DE, Prose.EN).flatMap(ExtractionCorpusTests::tablesAndSlides));
	}

	private static Stream<Sample> letters(Prose prose) {
		return Stream.of(
				written(prose, "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
				written(prose, "odt", "application/vnd.oasis.opendocument.text"),
				written(prose, "doc", "application/msword"), withoutNotes(written(prose, "rtf", "application/rtf")));
	}

	/**
	 * A sum and a remark in a table of two sheets, notes to slides, a book, and the table
	 * in print.
	 */
	private static Stream<Sample> tablesAndSlides(Prose prose) {
		var sentence = prose.sentence();
		return Stream.of(
				written(prose, "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", sentence,
						"22800", NOTE),
				written(prose, "ods", "application/vnd.oasis.opendocument.spreadsheet", sentence, "22800", NOTE),
				written(prose, "html", "text/html", sentence, "22800", NOTE),
				written(prose, "odp", "application/vnd.oasis.opendocument.presentation", sentence, "Punkt 4.2", NOTE),
				written(prose, "epub", "application/epub+zip", sentence, "12.000,50", NOTE),
				written(prose, "pdf", "application/pdf", "22800"));
	}

	static Stream<Sample> ofMailPrograms() {
		var mail = "message/rfc822";
		return Stream.concat(ofOutlook(), Stream.of(mail("outlook-windows.eml", mail, Prose.DA),
				mail("outlook-ios.eml", mail, Prose.DA),
				mail("apple-mail.eml", mail, Prose.DA, "Med venlig hilsen Anna"), mail("gmail.eml", mail, Prose.EN),
				mail("thunderbird.eml", mail, Prose.DA), mail("notes.eml", mail, Prose.DA),
				mail("notes-related.eml", mail, Prose.DA), mail("apple-double.eml", mail, Prose.DA),
				mail("thunderbird-forward.eml", mail, Prose.DA), mail("outlook-long-names.eml", mail, Prose.DA),
				mail("outlook-uuencode.eml", mail, Prose.DA), mail("exchange-base64.eml", mail, Prose.DA),
				meeting("outlook.ics", Prose.DA, "2026-12-01 09:00 (Romance Standard Time)", "Mødelokale 4"),
				meeting("google.ics", Prose.EN, "2026-12-01 08:00 UTC", "Pat Reed <pat.reed@partner.example>")));
	}

	/** What Outlook saves of a mail that has been written as HTML, or as rich text. */
	private static Stream<Sample> ofOutlook() {
		var html = Making.html(Prose.DA, StandardCharsets.UTF_8);
		var rich = OutlookMaking.uncompressed(new String(Making.rtf(Prose.DA), StandardCharsets.US_ASCII));
		return Stream
			.of(OutlookMaking.saved(Prose.DA.title(), "10130102", html),
					OutlookMaking.saved(Prose.DA.title(), "10090102", rich))
			.map((bytes) -> new Sample("gemt.msg", "", bytes, "application/vnd.ms-outlook",
					List.of(Prose.DA.title(), Prose.DA.sentence()), "da"));
	}

	private static Sample mail(String name, String type, Prose prose, String... more) {
		var words = new ArrayList<>(List.of(prose.title(), prose.sentence()));
		words.addAll(List.of(more));
		return new Sample(name, "application/octet-stream", file("/documents/mail/" + name), type, words,
				prose.language());
	}

	/** Its long lines are folded. */
	private static Sample meeting(String name, Prose prose, String time, String who) {
		return new Sample(name, "application/octet-stream", file("/documents/mail/" + name), "text/calendar",
				List.of(prose.title(), prose.sentence(), time, who), prose.language());
	}

	/** Tika reads no footnotes of rich text. */
	private static Sample withoutNotes(Sample sample) {
		return new Sample(sample.name(), sample.declaredType(), sample.bytes(), sample.type(),
				sample.words().stream().filter((word) -> !word.equals(NOTE)).toList(), sample.language());
	}

	private static Sample written(Prose prose, String extension, String type) {
		return written(prose, extension, type, prose.sentence(), "12.000,50", NOTE, "Punkt 4.2");
	}

	private static Sample written(Prose prose, String extension, String type, String... more) {
		var name = prose.language() + "." + extension;
		var words = new ArrayList<>(List.of(prose.title(), "Konto 3310"));
		words.addAll(List.of(more));
		return new Sample(name, "application/octet-stream", file("/documents/libreoffice/" + name), type, words,
				prose.language());
	}

	private static byte[] file(String place) {
		try (var stream = ExtractionCorpusTests.class.getResourceAsStream(place)) {
			return Objects.requireNonNull(stream, place).readAllBytes();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static Stream<Sample> samples() {
		var all = new ArrayList<Sample>();
		for (var prose : Prose.values()) {
			var office = "application/vnd.openxmlformats-officedocument.";
			add(all, prose, ".docx", Making.docx(prose), office + "wordprocessingml.document");
			add(all, prose, ".xlsx", Making.xlsx(prose), office + "spreadsheetml.sheet");
			add(all, prose, ".pptx", Making.pptx(prose), office + "presentationml.presentation");
			add(all, prose, ".xls", Making.xls(prose), "application/vnd.ms-excel");
			add(all, prose, ".ppt", Making.ppt(prose), "application/vnd.ms-powerpoint");
			add(all, prose, ".pdf", Making.pdf(prose), "application/pdf");
			add(all, prose, ".rtf", Making.rtf(prose), "application/rtf");
			add(all, prose, ".odt", Making.odt(prose), "application/vnd.oasis.opendocument.text");
			add(all, prose, ".html", Making.html(prose, StandardCharsets.UTF_8), "text/html");
			add(all, prose, "-western.htm", Making.html(prose, Charset.forName("windows-1252")), "text/html");
			add(all, prose, ".txt", plain(prose, StandardCharsets.UTF_8), "text/plain");
			add(all, prose, ".csv", Making.csv(prose), "text/csv");
			add(all, prose, ".eml", Making.eml(prose), "message/rfc822");
			add(all, prose, ".msg", OutlookMaking.msg(prose, "a.txt", new byte[] { 'a' }, Prose.EN),
					"application/vnd.ms-outlook");
		}
		return all.stream();
	}

	private static void add(List<Sample> all, Prose prose, String extension, byte[] bytes, String type) {
		var title = extension.equals(".msg") ? List.of(prose.sentence()) : List.of(prose.title(), prose.sentence());
		all.add(new Sample(prose.language() + extension, "application/octet-stream", bytes, type, title,
				prose.language()));
	}

	private static byte[] plain(Prose prose, Charset charset) {
		return (prose.title() + "\n\n" + prose.sentence() + "\n").getBytes(charset);
	}

}
