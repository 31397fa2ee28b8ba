package io.countersign.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.jspecify.annotations.Nullable;

/** Sheets of A4 that are written from the top down, and become a PDF. */
final class Paper implements AutoCloseable {

	/** What the library itself brings; it has the letters of every language in Europe. */
	private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

	private static final float MARGIN = 56;

	private static final float WIDTH = PDRectangle.A4.getWidth() - 2 * MARGIN;

	private static final float FOOT = 40;

	private final PDDocument document = new PDDocument();

	private final PDFont font;

	private final Map<Integer, String> letters = new HashMap<>();

	private @Nullable PDPageContentStream page;

	private float y;

	Paper(String title, Locale language) throws IOException {
		try (var file = Objects.requireNonNull(PDDocument.class.getResourceAsStream(FONT), FONT)) {
			this.font = font(file);
		}
		this.document.getDocumentInformation().setTitle(title);
		var catalog = this.document.getDocumentCatalog();
		catalog.setLanguage(language.toLanguageTag());
		var shown = new PDViewerPreferences(catalog.getCOSObject());
		shown.setDisplayDocTitle(true);
		catalog.setViewerPreferences(shown);
	}

	private PDFont font(InputStream file) throws IOException {
		return PDType0Font.load(this.document, file, true);
	}

	void title(String text) throws IOException {
		write(text, 17, 0, 4);
	}

	void heading(String text) throws IOException {
		room(60);
		this.y -= 12;
		rule();
		write(text, 12, 0, 4);
	}

	void text(String text) throws IOException {
		write(text, 9.5f, 0, 2);
	}

	void small(String text) throws IOException {
		write(text, 8, 0, 1);
	}

	/** What somebody has written, set in from the left. */
	void quote(String text) throws IOException {
		write(text, 9.5f, 16, 4);
	}

	void fact(String name, String value) throws IOException {
		text(name + ": " + value);
	}

	/** At the bottom of every sheet. */
	void foot(String text) throws IOException {
		end();
		var all = this.document.getNumberOfPages();
		for (int number = 0; number < all; number++) {
			try (var sheet = new PDPageContentStream(this.document, this.document.getPage(number),
					PDPageContentStream.AppendMode.APPEND, true)) {
				show(sheet, readable("%s    %d / %d".formatted(text, number + 1, all)), 7.5f, MARGIN, FOOT / 2 + 8);
			}
		}
	}

	byte[] bytes() throws IOException {
		end();
		var bytes = new ByteArrayOutputStream();
		this.document.save(bytes);
		return bytes.toByteArray();
	}

	private void write(String text, float size, float indent, float after) throws IOException {
		for (var paragraph : text.split("\\R", -1)) {
			for (var line : lines(readable(paragraph), size, WIDTH - indent)) {
				var sheet = room(size * 1.35f);
				this.y -= size * 1.35f;
				show(sheet, line, size, MARGIN + indent, this.y);
			}
		}
		this.y -= after;
	}

	/** Words that are wider than the sheet are cut where they have to be. */
	private List<String> lines(String text, float size, float width) throws IOException {
		var lines = new ArrayList<String>();
		var line = new StringBuilder();
		float taken = 0;
		int lastSpace = -1;
		for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
			var letter = Character.toString(text.codePointAt(at));
			taken += this.font.getStringWidth(letter) / 1000 * size;
			line.append(letter);
			lastSpace = letter.equals(" ") ? line.length() : lastSpace;
			if (taken > width && !letter.equals(" ") && line.length() > letter.length()) {
				var cut = (lastSpace > 0 && lastSpace < line.length()) ? lastSpace : line.length() - letter.length();
				lines.add(line.substring(0, cut).stripTrailing());
				line.delete(0, cut);
				taken = this.font.getStringWidth(line.toString()) / 1000 * size;
				lastSpace = -1;
			}
		}
		lines.add(line.toString());
		return lines;
	}

	/** What the font cannot show is shown as missing; nothing is left out in silence. */
	private String readable(String text) {
		var shown = new StringBuilder();
		text.codePoints().forEach((point) -> shown.append(this.letters.computeIfAbsent(point, this::letter)));
		return shown.toString();
	}

	private String letter(int point) {
		if (Character.isWhitespace(point) || Character.isISOControl(point) || Character.isSpaceChar(point)) {
			return " ";
		}
		try {
			this.font.encode(Character.toString(point));
			return Character.toString(point);
		}
		catch (IOException | IllegalArgumentException ex) {
			return "?";
		}
	}

	private void rule() throws IOException {
		var sheet = room(6);
		sheet.setLineWidth(0.7f);
		sheet.moveTo(MARGIN, this.y);
		sheet.lineTo(MARGIN + WIDTH, this.y);
		sheet.stroke();
		this.y -= 4;
	}

	/** The sheet on which so much still fits. */
	private PDPageContentStream room(float height) throws IOException {
		var sheet = this.page;
		if (sheet != null && this.y - height > MARGIN + FOOT / 2) {
			return sheet;
		}
		end();
		var next = new PDPage(PDRectangle.A4);
		this.document.addPage(next);
		var fresh = new PDPageContentStream(this.document, next);
		this.page = fresh;
		this.y = PDRectangle.A4.getHeight() - MARGIN;
		return fresh;
	}

	private void show(PDPageContentStream sheet, String text, float size, float x, float at) throws IOException {
		sheet.beginText();
		sheet.setFont(this.font, size);
		sheet.newLineAtOffset(x, at);
		sheet.showText(text);
		sheet.endText();
	}

	private void end() throws IOException {
		var sheet = this.page;
		if (sheet != null) {
			sheet.close();
			this.page = null;
		}
	}

	@Override
	public void close() throws IOException {
		end();
		this.document.close();
	}

}
