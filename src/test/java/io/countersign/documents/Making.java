package io.countersign.documents;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZOutputFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.poi.hslf.usermodel.HSLFSlideShow;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jspecify.annotations.Nullable;

/** Makes files as office programs and mail programs do. */
final class Making {

	private Making() {
	}

	static byte[] docx(Prose prose) {
		return written((out) -> {
			try (var document = new XWPFDocument()) {
				document.getProperties().getCoreProperties().setTitle(prose.title());
				document.createParagraph().createRun().setText(prose.title());
				document.createParagraph().createRun().setText(prose.sentence());
				var cell = document.createTable(1, 1).getRow(0).getCell(0);
				cell.setText("Tabel 1");
				document.write(out);
			}
		});
	}

	static byte[] xlsx(Prose prose) {
		return written((out) -> {
			try (var book = new XSSFWorkbook()) {
				sheet(book, prose).write(out);
			}
		});
	}

	static byte[] xls(Prose prose) {
		return written((out) -> {
			try (var book = new HSSFWorkbook()) {
				sheet(book, prose).write(out);
			}
		});
	}

	private static Workbook sheet(Workbook book, Prose prose) {
		var sheet = book.createSheet("Budget");
		sheet.createRow(0).createCell(0).setCellValue(prose.title());
		var row = sheet.createRow(1);
		row.createCell(0).setCellValue(prose.sentence());
		row.createCell(1).setCellValue(12);
		return book;
	}

	static byte[] pptx(Prose prose) {
		return written((out) -> {
			try (var show = new XMLSlideShow()) {
				show.createSlide().createTextBox().setText(prose.title());
				show.createSlide().createTextBox().setText(prose.sentence());
				show.write(out);
			}
		});
	}

	static byte[] ppt(Prose prose) {
		return written((out) -> {
			try (var show = new HSLFSlideShow()) {
				show.createSlide().createTextBox().setText(prose.title());
				show.createSlide().createTextBox().setText(prose.sentence());
				show.write(out);
			}
		});
	}

	static byte[] pdf(Prose prose) {
		return written((out) -> {
			try (var document = new PDDocument()) {
				document.getDocumentInformation().setTitle(prose.title());
				for (var line : new String[] { prose.title(), prose.sentence() }) {
					var page = new PDPage();
					document.addPage(page);
					try (var content = new PDPageContentStream(document, page)) {
						content.beginText();
						content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 6);
						content.newLineAtOffset(20, 700);
						content.showText(line);
						content.endText();
					}
				}
				document.save(out);
			}
		});
	}

	static byte[] rtf(Prose prose) {
		var text = new StringBuilder(
				"{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Arial;}}{\\info{\\title Note}}\\pard\\f0 ");
		(prose.title() + "\\par " + prose.sentence()).chars()
			.forEach((letter) -> text.append((letter < 128) ? Character.toString(letter) : "\\u" + letter + "?"));
		return text.append("\\par}").toString().getBytes(StandardCharsets.US_ASCII);
	}

	static byte[] odt(Prose prose) {
		return odt("<text:p>%s</text:p><text:p>%s</text:p>".formatted(prose.title(), prose.sentence()), "");
	}

	/** An OpenDocument text with this body, and this before the root element. */
	static byte[] odt(String body, String prolog) {
		return zip(Map.of("content.xml", ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + prolog
				+ "<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
				+ "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" office:version=\"1.2\"><office:body>"
				+ "<office:text>" + body + "</office:text></office:body></office:document-content>")
			.getBytes(StandardCharsets.UTF_8)), "application/vnd.oasis.opendocument.text");
	}

	static byte[] html(Prose prose, Charset charset) {
		return ("<!doctype html><html><head><meta charset=\"%s\"><title>%s</title><script>alert('never')</script></head>"
				+ "<body><h1>%2$s</h1><p>%s</p></body></html>")
			.formatted(charset.name(), prose.title(), prose.sentence())
			.getBytes(charset);
	}

	static byte[] eml(Prose prose) {
		return ("From: Dan <dan@min.example>\r\nTo: Anna <anna@min.example>\r\nSubject: Note\r\nMIME-Version: 1.0\r\n"
				+ "Message-ID: <%s@min.example>\r\nDate: Thu, 26 Nov 2026 09:00:00 +0100\r\n"
				+ "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n%s\r\n\r\n%s\r\n")
			.formatted(prose.name(), prose.title(), prose.sentence())
			.getBytes(StandardCharsets.UTF_8);
	}

	/** A mail with a file. */
	static byte[] eml(String fileName, String type, byte[] file) {
		return ("From: Dan <dan@min.example>\r\nTo: Anna <anna@min.example>\r\nSubject: Bilag\r\nMIME-Version: 1.0\r\n"
				+ "Message-ID: <%1$s@min.example>\r\nContent-Type: multipart/mixed; boundary=\"b\"\r\n\r\n"
				+ "--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nSe bilag.\r\n"
				+ "--b\r\nContent-Type: %2$s; name=\"%1$s\"\r\nContent-Transfer-Encoding: base64\r\n"
				+ "Content-Disposition: attachment; filename=\"%1$s\"\r\n\r\n%3$s\r\n--b--\r\n")
			.formatted(fileName, type, Base64.getMimeEncoder().encodeToString(file))
			.getBytes(StandardCharsets.UTF_8);
	}

	/** As spreadsheets write it where a comma stands in a number. */
	static byte[] csv(Prose prose) {
		return "\uFEFFEmne;Beløb\r\n\"%s\";\"12.000,50\"\r\n\"%s\";\"7\"\r\n".formatted(prose.title(), prose.sentence())
			.getBytes(StandardCharsets.UTF_8);
	}

	/** Mails one behind the other, as mail programs keep a folder. */
	static byte[] mbox(byte[]... mails) {
		return written((out) -> {
			for (var mail : mails) {
				out.write("From dan@min.example Thu Nov 26 09:00:00 2026\r\n".getBytes(StandardCharsets.US_ASCII));
				out.write(mail);
				out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
			}
		});
	}

	static byte[] zip(Map<String, byte[]> entries) {
		return zip(entries, null);
	}

	private static byte[] zip(Map<String, byte[]> entries, @Nullable String type) {
		return written((out) -> {
			try (var zip = new ZipOutputStream(out)) {
				if (type != null) {
					var bytes = type.getBytes(StandardCharsets.US_ASCII);
					var first = new ZipEntry("mimetype");
					var crc = new CRC32();
					crc.update(bytes);
					first.setMethod(ZipEntry.STORED);
					first.setSize(bytes.length);
					first.setCrc(crc.getValue());
					zip.putNextEntry(first);
					zip.write(bytes);
				}
				for (var entry : entries.entrySet()) {
					zip.putNextEntry(new ZipEntry(entry.getKey()));
					zip.write(entry.getValue());
				}
			}
		});
	}

	static byte[] sevenZip(Map<String, byte[]> entries) {
		try (var channel = new SeekableInMemoryByteChannel()) {
			try (var archive = new SevenZOutputFile(channel)) {
				for (var file : entries.entrySet()) {
					var entry = new SevenZArchiveEntry();
					entry.setName(file.getKey());
					entry.setSize(file.getValue().length);
					archive.putArchiveEntry(entry);
					archive.write(file.getValue());
					archive.closeArchiveEntry();
				}
			}
			return Arrays.copyOf(channel.array(), (int) channel.size());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static byte[] written(Writing writing) {
		try (var out = new ByteArrayOutputStream()) {
			writing.to(out);
			return out.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Writes a file. */
	interface Writing {

		void to(OutputStream out) throws IOException;

	}

}
