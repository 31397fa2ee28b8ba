package io.countersign.documents;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.UnaryOperator;

/** Makes files that do harm where they can. */
final class HostileMaking {

	private HostileMaking() {
	}

	/** Files that name what they would have fetched or opened. */
	static List<Sample> naming(String place) {
		var prolog = "<!DOCTYPE a [<!ENTITY x SYSTEM \"%s\">]>".formatted(place);
		return List.of(file("a.docx", "", wordFile("<w:p><w:r><w:t>&x;</w:t></w:r></w:p>", prolog)),
				file("a.xlsx", "", sheet(prolog)), file("a.odt", "", Making.odt("<text:p>&x;</text:p>", prolog)),
				file("a.svg", "image/svg+xml",
						"<?xml version=\"1.0\"?>%s<svg xmlns=\"http://www.w3.org/2000/svg\"><text>&x;</text></svg>"
							.formatted(prolog)),
				file("a.xml", "", "<?xml version=\"1.0\"?>%s<a>&x;</a>".formatted(prolog)),
				file("b.xml", "",
						"<?xml version=\"1.0\"?><a xmlns:xi=\"http://www.w3.org/2001/XInclude\"><xi:include href=\"%s\" parse=\"text\"/></a>"
							.formatted(place)),
				file("c.xml", "", "<?xml version=\"1.0\"?><!DOCTYPE a SYSTEM \"%s\"><a/>".formatted(place)),
				file("a.html", "",
						"<base href='%1$s'><img src='%1$s'><link rel=stylesheet href='%1$s'><iframe src='%1$s'></iframe>"
							.formatted(place)),
				file("a.rtf", "",
						"{\\rtf1{\\*\\template %1$s}{\\field{\\*\\fldinst INCLUDETEXT \"%1$s\"}}x}".formatted(place)),
				file("form.pdf", "application/pdf", xfa(place)));
	}

	private static Sample file(String name, String type, String text) {
		return file(name, type, text.getBytes(StandardCharsets.UTF_8));
	}

	private static Sample file(String name, String type, byte[] bytes) {
		return new Sample(name, type, bytes, "", List.of(), "");
	}

	/** Only the beginning of a picture, which says how large it is. */
	static byte[] png(int width, int height) {
		return ByteBuffer.allocate(33)
			.put(new byte[] { (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R' })
			.putInt(width)
			.putInt(height)
			.put(new byte[] { 8, 2, 0, 0, 0 })
			.array();
	}

	/** A file in a file in a file, a hundred deep. */
	static byte[] nested(UnaryOperator<byte[]> around) {
		var file = "Inderst".getBytes(StandardCharsets.UTF_8);
		for (var depth = 0; depth < 100; depth++) {
			file = around.apply(file);
		}
		return file;
	}

	/**
	 * A form in XML that names a place, and a file that is to be opened with the page.
	 */
	static byte[] xfa(String place) {
		var form = "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY x SYSTEM \"%s\">]><xdp:xdp xmlns:xdp=\"http://ns.adobe.com/xdp/\"><a>XFA &x;</a></xdp:xdp>"
			.formatted(place);
		return """
				%%PDF-1.7
				1 0 obj<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[]/XFA 4 0 R>>/OpenAction<</S/Launch/F(%1$s)>>>>endobj
				2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
				3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>endobj
				4 0 obj<</Length %2$d>>stream
				%3$s
				endstream endobj
				trailer<</Root 1 0 R>>
				%%%%EOF
				"""
			.formatted(place, form.length(), form)
			.getBytes(StandardCharsets.US_ASCII);
	}

	private static byte[] sheet(String prolog) {
		var files = new LinkedHashMap<String, byte[]>();
		var office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
		var types = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
		var main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
		put(files, "[Content_Types].xml", "",
				"<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
						+ "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
						+ "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" + types + "sheet.main+xml\"/>"
						+ "<Override PartName=\"/xl/s.xml\" ContentType=\"" + types + "worksheet+xml\"/></Types>");
		put(files, "_rels/.rels", "", relationship(office + "/officeDocument", "xl/workbook.xml"));
		put(files, "xl/_rels/workbook.xml.rels", "", relationship(office + "/worksheet", "s.xml"));
		put(files, "xl/workbook.xml", prolog, "<workbook xmlns=\"" + main + "\" xmlns:r=\"" + office
				+ "\"><sheets><sheet name=\"&x;\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
		put(files, "xl/s.xml", prolog, "<worksheet xmlns=\"" + main
				+ "\"><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>&x;</t></is></c></row></sheetData></worksheet>");
		return Making.zip(files);
	}

	private static String relationship(String type, String target) {
		return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"%s\" Target=\"%s\"/></Relationships>"
			.formatted(type, target);
	}

	private static void put(LinkedHashMap<String, byte[]> files, String name, String prolog, String xml) {
		files.put(name, ("<?xml version=\"1.0\"?>" + prolog + xml).getBytes(StandardCharsets.UTF_8));
	}

	/** Ten pictures of ten pictures of ten pictures, and so on: 10 to the power of 12. */
	static byte[] endlessPdf() {
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

	static byte[] wordFile(String body, String prolog) {
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
