package io.countersign.documents;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;

/** Files that lie, grow, nest and break, of every kind that is read. */
final class HostileVariety {

	private static final String PAGES = """
			1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
			2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
			3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R>>endobj
			""";

	private static final String EMPTY_PAGE = PAGES + "4 0 obj<</Length 0>>stream\n\nendstream endobj\n";

	private HostileVariety() {
	}

	static Stream<Sample> all() {
		return Stream.of(archives(), prints(), markup(), pictures(), mails(), texts(), office())
			.flatMap((files) -> files.entrySet().stream())
			.map((file) -> new Sample(file.getKey(), "", file.getValue(), "", List.of(), ""));
	}

	private static Map<String, byte[]> archives() {
		var files = new LinkedHashMap<String, byte[]>();
		files.put("bomb.gz", packed(new byte[64 << 20]));
		files.put("bomb-in-bomb.gz", packed(packed(packed(new byte[16 << 20]))));
		files.put("twenty-thousand-members.gz",
				"x".repeat(20_000)
					.chars()
					.mapToObj((_) -> packed(new byte[1]))
					.collect(ByteArrayOutputStream::new, ByteArrayOutputStream::writeBytes, (_, _) -> {
					})
					.toByteArray());
		files.put("says-8-GB.tar", tar("../../etc/passwd", 8L << 30));
		files.put("says-less-than-nothing.tar", tar("kort.txt", -1));
		files.put("names.zip",
				Making.zip(Map.of("../../../etc/cron.d/x", bytes("a"), "C:\\Windows\\x.dll", bytes("b"),
						"\u202Ecod.exe", bytes("c"), "=cmd|' calc'!A0.csv", bytes("d"), "..", bytes("e"),
						"a\nContent-Type: text.txt", bytes("f"), "x".repeat(5000), bytes("g"), "CON", bytes("h"))));
		files.put("one-file-three-thousand-times.zip", overlapping(3000));
		files.put("broken.zip", bytes("PK\3\4" + "ÿ".repeat(200) + "PK\6\6" + "ÿ".repeat(100) + "PK\5\6"));
		files.put("program.docx", Making.zip(Map.of("META-INF/MANIFEST.MF", bytes("Main-Class: X\n"))));
		files.put("broken.7z", bytes("7z¼¯'\34\0\4" + "ÿ".repeat(40)));
		files.put("broken.xz", bytes("ý7zXZ\0\0\4æÖ´F" + "ÿ".repeat(200)));
		files.put("broken.bz2", bytes("BZh91AY&SY" + "\0".repeat(40)));
		files.put("broken.Z", bytes("\37\235\220" + "ÿ".repeat(2000)));
		files.put("broken.lzma", bytes("]\0\0\200ÿ" + "ÿ".repeat(8) + "\0".repeat(300)));
		return files;
	}

	private static Map<String, byte[]> prints() {
		var files = new LinkedHashMap<String, byte[]>();
		files.put("page-and-print.pdf", joined(bytes("<html><script>alert(1)</script>\n"), pdf(EMPTY_PAGE)));
		files.put("print-and-archive.pdf", joined(pdf(EMPTY_PAGE), Making.zip(Map.of("x.exe", bytes("MZ")))));
		files.put("its-own-child.pdf", pdf(
				"1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>endobj"));
		files.put("deep-array.pdf", pdf("1 0 obj<</Type/Catalog/Pages " + "[".repeat(100_000) + ">>endobj"));
		var bomb = deflated(deflated(new byte[64 << 20]));
		files
			.put("bomb.pdf",
					joined(bytes("%PDF-1.7\n" + PAGES + "4 0 obj<</Filter[/FlateDecode/FlateDecode]/Length "
							+ bomb.length + ">>stream\n"), bomb,
							bytes("\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n")));
		files.put("program-within.pdf", pdf(EMPTY_PAGE
			.replace("/Pages 2 0 R>>", "/Pages 2 0 R/Names<</EmbeddedFiles"
					+ "<</Names[(../../x.exe)<</Type/Filespec/F(../../x.exe)/EF<</F 5 0 R>>>>]>>/JavaScript<</Names[(a)"
					+ "<</S/JavaScript/JS(app.alert\\(1\\))>>]>>>>>>")
				+ "5 0 obj<</Length 2>>stream\nMZ\nendstream endobj"));
		return files;
	}

	private static Map<String, byte[]> markup() {
		var files = new LinkedHashMap<String, byte[]>();
		var laughs = IntStream.rangeClosed('b', 'j')
			.mapToObj((one) -> "<!ENTITY %c \"%s\">".formatted(one, "&%c;".formatted(one - 1).repeat(10)))
			.collect(Collectors.joining());
		files.put("laughs.xml", bytes("<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY a \"" + "x".repeat(1000) + "\">"
				+ laughs + "]><a>&j;</a>"));
		files.put("attributes.xml", bytes("<?xml version=\"1.0\"?><a "
				+ IntStream.range(0, 200_000).mapToObj("a%d='' "::formatted).collect(Collectors.joining()) + "/>"));
		files.put("one-name.xml", bytes("<?xml version=\"1.0\"?><" + "a".repeat(10 << 20) + "/>"));
		files.put("utf-7.html", bytes("<meta charset=utf-7>+ADw-script+AD4-alert(1)+ADw-/script+AD4-"));
		files.put("deep.html", bytes("<div>".repeat(100_000) + "inderst"));
		files.put("tables.html", bytes("<table><tr><td>".repeat(20_000) + "x"));
		files.put("attributes.html", bytes("<a " + "b=c ".repeat(200_000) + ">x</a>"));
		files.put("program.hta", bytes("<html><hta:application/><script>new ActiveXObject('x')</script></html>"));
		files.put("drawing.svg",
				bytes("<svg xmlns='http://www.w3.org/2000/svg' width='999999999'><script>alert(1)</script></svg>"));
		return files;
	}

	private static Map<String, byte[]> pictures() {
		var files = new LinkedHashMap<String, byte[]>();
		files.put("below-zero.png", HostileMaking.png(-1, -1));
		files.put("huge.bmp",
				little(70).put(bytes("BM")).putInt(70).putInt(0).putInt(54).putInt(40).putInt(1 << 30).array());
		files.put("huge.tif", little(60).put(bytes("II")).putShort((short) 42).putInt(8).putShort((short) 1).array());
		files.put("huge.jpg", joined(bytes("ÿØÿÀ\0\21\10"), new byte[] { (byte) 0xfd, (byte) 0xe8, (byte) 0xfd, 0 }));
		files.put("script.gif", bytes("GIF89a/*" + "\0".repeat(20) + "*/=1;alert(1)//"));
		files.put("page.jpg", bytes("ÿØÿà\0\20JFIF\0<html><script>alert(1)</script>"));
		return files;
	}

	private static Map<String, byte[]> mails() {
		var files = new LinkedHashMap<String, byte[]>();
		files.put("deep.eml",
				bytes(IntStream.range(0, 200)
					.mapToObj(
							(one) -> "Content-Type: multipart/mixed; boundary=b%1$d\r\n\r\n--b%1$d\r\n".formatted(one))
					.collect(Collectors.joining())));
		files.put("parts.eml",
				bytes("Content-Type: multipart/mixed; boundary=b\r\n\r\n"
						+ "--b\r\nContent-Type: text/plain; name=x.txt\r\nContent-Disposition: attachment\r\n\r\nx\r\n"
							.repeat(5000)));
		files.put("one-header.eml", bytes("Subject: " + "a".repeat(5 << 20) + "\r\nFrom: x@y\r\n\r\nhej"));
		files.put("many.mbox", bytes("From a@b Mon Jan 1 00:00:00 2026\nSubject: x\n\ny\n\n".repeat(30_000)));
		files.put("says-2-GB.dat",
				new byte[] { 0x78, (byte) 0x9f, 0x3e, 0x22, 1, 0, 1, 6, (byte) 0x90, 8, 0, -1, -1, -1, 0x7f, 1, 2, 3 });
		files.put("deep.p7m", bytes("0\u0084\u007fÿÿÿ\6\11*\u0086H\u0086÷\15\1\7\2" + "0\u0080".repeat(20_000)));
		return files;
	}

	private static Map<String, byte[]> texts() {
		var files = new LinkedHashMap<String, byte[]>();
		files.put("formulas.csv", bytes("=cmd|'/C calc'!A0,@SUM(1),+1,-1\n" + "\"".repeat(1_000_000)));
		files.put("events.ics", bytes("BEGIN:VCALENDAR\r\n" + "BEGIN:VEVENT\r\n".repeat(100_000)));
		files.put("one-line.ics", bytes("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:a" + "\r\n b".repeat(500_000)
				+ "\r\nEND:VEVENT\r\nEND:VCALENDAR"));
		files.put("groups.rtf", bytes("{\\rtf1" + "{".repeat(500_000) + "x"));
		files.put("says-2-GB.rtf", bytes("{\\rtf1 {\\object\\objemb{\\*\\objdata " + "01050000".repeat(200_000)
				+ "}}{\\pict\\bin2147483647 x}"));
		files.put("turned.txt",
				"Det er \u202Etnemkdog ekki\u202C, \u2066altså\u2069 ja\0.".getBytes(StandardCharsets.UTF_8));
		files.put("halves.txt", new byte[] { -1, -2, 0, (byte) 0xd8, 0, (byte) 0xd8, 65, 0 });
		files.put("script", bytes("#!/bin/sh\nrm -rf /\n"));
		return files;
	}

	private static Map<String, byte[]> office() {
		var files = new LinkedHashMap<String, byte[]>();
		files.put("deep.docx", HostileMaking.wordFile("<w:sdt>".repeat(5000) + "</w:sdt>".repeat(5000), ""));
		files.put("tables.docx", HostileMaking.wordFile("<w:tbl>".repeat(90) + "</w:tbl>".repeat(90), ""));
		files.put("circle.doc", circle());
		files.put("out-of-it.epub",
				Making.zip(Map.of("mimetype", bytes("application/epub+zip"), "META-INF/container.xml",
						bytes("<?xml version='1.0'?><container><rootfiles>"
								+ "<rootfile full-path='../../../etc/passwd'/></rootfiles></container>"))));
		return files;
	}

	/** All sectors of the OLE file follow the first one. */
	private static byte[] circle() {
		return little(2048).put(bytes("ÐÏ\21à¡±\32á"))
			.position(24)
			.putShort((short) 0x3e)
			.putShort((short) 3)
			.putShort((short) 0xfffe)
			.putShort((short) 9)
			.putShort((short) 6)
			.position(44)
			.putInt(1)
			.position(56)
			.putInt(4096)
			.array();
	}

	/** The directory names one megabyte of zeros again and again. */
	private static byte[] overlapping(int times) {
		var zip = Making.zip(Map.of("f", new byte[1 << 20]));
		var end = zip.length - 22;
		var ending = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
		var directory = ending.getInt(end + 16);
		var out = new ByteArrayOutputStream();
		out.write(zip, 0, directory);
		IntStream.range(0, times).forEach((_) -> out.write(zip, directory, end - directory));
		out.writeBytes(little(22).putInt(0x06054b50)
			.putInt(0)
			.putShort((short) times)
			.putShort((short) times)
			.putInt(times * (end - directory))
			.putInt(directory)
			.array());
		return out.toByteArray();
	}

	private static byte[] tar(String name, long size) {
		var header = new byte[512];
		put(header, 0, name);
		put(header, 124, (size < 0) ? "-0000000001" : "%011o".formatted(size & 0x1ffffffffL));
		put(header, 257, "ustar\00000");
		put(header, 148, "        ");
		header[156] = '0';
		var sum = 0;
		for (var one : header) {
			sum += one & 255;
		}
		put(header, 148, "%06o\0 ".formatted(sum));
		return joined(header, new byte[1536]);
	}

	private static void put(byte[] at, int place, String text) {
		System.arraycopy(bytes(text), 0, at, place, text.length());
	}

	private static byte[] pdf(String objects) {
		return bytes("%PDF-1.7\n" + objects + "\ntrailer<</Root 1 0 R>>\n%%EOF\n");
	}

	private static ByteBuffer little(int size) {
		return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
	}

	private static byte[] joined(byte[]... parts) {
		var all = new ByteArrayOutputStream();
		Stream.of(parts).forEach(all::writeBytes);
		return all.toByteArray();
	}

	private static byte[] packed(byte[] content) {
		try (var out = new ByteArrayOutputStream()) {
			try (var packing = new GZIPOutputStream(out)) {
				packing.write(content);
			}
			return out.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static byte[] deflated(byte[] content) {
		try (var out = new ByteArrayOutputStream()) {
			try (var packing = new DeflaterOutputStream(out, new Deflater(9))) {
				packing.write(content);
			}
			return out.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** One byte for each character. */
	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.ISO_8859_1);
	}

}
