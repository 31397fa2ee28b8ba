package io.countersign.documents;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** Files of about 200 kB that are nothing but text. */
final class LargeFiles {

	/** What each of them says at least. */
	static final int LEAST_TEXT = 90_000;

	private static final int LINES_OF_PAGE = 50;

	private final Random random = new Random(20_261_126);

	private LargeFiles() {
	}

	static List<Sample> all() {
		var files = new LargeFiles();
		return List.of(file("report.docx", files.docx(3_600)), file("report.pdf", files.pdf(3_100)),
				file("table.xlsx", files.xlsx(3_300)), file("mail.msg", files.msg(1_550)));
	}

	private static Sample file(String name, byte[] bytes) {
		return new Sample(name, "", bytes, "", List.of(), "");
	}

	private byte[] docx(int lines) {
		return Making.written((out) -> {
			try (var document = new XWPFDocument()) {
				IntStream.range(0, lines).forEach((_) -> document.createParagraph().createRun().setText(line()));
				document.write(out);
			}
		});
	}

	private byte[] xlsx(int rows) {
		return Making.written((out) -> {
			try (var book = new XSSFWorkbook()) {
				var sheet = book.createSheet("Budget");
				for (var number = 0; number < rows; number++) {
					var row = sheet.createRow(number);
					row.createCell(0).setCellValue(line());
					row.createCell(1).setCellValue(this.random.nextInt(1_000_000) / 100.0);
				}
				book.write(out);
			}
		});
	}

	private byte[] pdf(int lines) {
		return Making.written((out) -> {
			try (var document = new PDDocument()) {
				for (var page = 0; page < lines / LINES_OF_PAGE; page++) {
					var sheet = new PDPage();
					document.addPage(sheet);
					try (var content = new PDPageContentStream(document, sheet)) {
						content.beginText();
						content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 9);
						content.newLineAtOffset(40, 760);
						for (var line = 0; line < LINES_OF_PAGE; line++) {
							content.showText(line());
							content.newLineAtOffset(0, -14);
						}
						content.endText();
					}
				}
				document.save(out);
			}
		});
	}

	private byte[] msg(int lines) {
		var text = IntStream.range(0, lines).mapToObj((_) -> line()).collect(Collectors.joining("\n"));
		return OutlookMaking.msg(text, "note.txt", "Bilag".getBytes(StandardCharsets.UTF_8));
	}

	/** Ten words that compress as badly as any. */
	private String line() {
		return IntStream.range(0, 10)
			.mapToObj((_) -> this.random.ints(2 + this.random.nextInt(8), 'a', 'z' + 1)
				.mapToObj(Character::toString)
				.collect(Collectors.joining()))
			.collect(Collectors.joining(" "));
	}

}
