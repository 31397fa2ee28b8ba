package io.countersign.documents;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A file's name made fit to show: the path, and what hides or turns around, is gone
 * (AT-6).
 */
public final class FileName {

	private static final int LONGEST = 120;

	private static final int LONGEST_PATH = 400;

	/** The extension a type gets comes first; the others are as good. */
	private static final Map<String, List<String>> EXTENSIONS = Map.ofEntries(
			Map.entry("application/pdf", List.of("pdf")),
			Map.entry("application/vnd.openxmlformats-officedocument.wordprocessingml.document", List.of("docx")),
			Map.entry("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", List.of("xlsx")),
			Map.entry("application/vnd.openxmlformats-officedocument.presentationml.presentation", List.of("pptx")),
			Map.entry("application/msword", List.of("doc", "dot")),
			Map.entry("application/vnd.ms-excel", List.of("xls", "xlt")),
			Map.entry("application/vnd.ms-powerpoint", List.of("ppt", "pps")),
			Map.entry("application/vnd.oasis.opendocument.text", List.of("odt")),
			Map.entry("application/vnd.oasis.opendocument.spreadsheet", List.of("ods")),
			Map.entry("application/vnd.oasis.opendocument.presentation", List.of("odp")),
			Map.entry("application/rtf", List.of("rtf", "doc")), Map.entry("application/zip", List.of("zip")),
			Map.entry("application/x-7z-compressed", List.of("7z")), Map.entry("message/rfc822", List.of("eml", "mht")),
			Map.entry("application/vnd.ms-outlook", List.of("msg")),
			Map.entry("application/vnd.ms-tnef", List.of("tnef", "dat")), Map.entry("image/png", List.of("png")),
			Map.entry("image/jpeg", List.of("jpg", "jpeg", "jpe")), Map.entry("image/gif", List.of("gif")),
			Map.entry("image/svg+xml", List.of("svg")), Map.entry("text/html", List.of("html", "htm")),
			Map.entry("application/vnd.ms-word.document.macroenabled.12", List.of("docm")),
			Map.entry("application/vnd.ms-excel.sheet.macroenabled.12", List.of("xlsm")),
			Map.entry("application/vnd.ms-excel.sheet.binary.macroenabled.12", List.of("xlsb")),
			Map.entry("application/vnd.ms-powerpoint.presentation.macroenabled.12", List.of("pptm")),
			Map.entry("application/x-iso9660-image", List.of("iso", "img")),
			Map.entry("application/x-rar-compressed", List.of("rar")),
			Map.entry("application/vnd.ms-htmlhelp", List.of("chm")),
			Map.entry("application/x-bat", List.of("bat", "cmd")), Map.entry("text/x-vbscript", List.of("vbs")),
			Map.entry("application/x-mswinurl", List.of("url")),
			Map.entry("application/x-dosexec", List.of("exe", "dll")),
			Map.entry("application/x-msdownload", List.of("exe", "dll")),
			Map.entry("application/java-archive", List.of("jar")), Map.entry("application/x-sh", List.of("sh")),
			Map.entry("application/javascript", List.of("js")), Map.entry("text/javascript", List.of("js")));

	private FileName() {
	}

	/** Nothing when nothing can be shown of it. */
	public static Optional<String> cleaned(String written) {
		var last = written.substring(Math.max(written.lastIndexOf('/'), written.lastIndexOf('\\')) + 1);
		var clean = shortened(shown(last).strip());
		return (clean.isEmpty() || clean.equals(".") || clean.equals("..")) ? Optional.empty() : Optional.of(clean);
	}

	/** As {@link #cleaned}, with an extension that says what the content is. */
	public static String ofType(String name, String detectedType) {
		var extensions = EXTENSIONS.get(detectedType);
		var dot = name.lastIndexOf('.');
		var given = name.substring(dot + 1).toLowerCase(Locale.ROOT);
		return (extensions == null || (dot > 0 && extensions.contains(given))) ? name
				: shortened(name + "." + extensions.getFirst());
	}

	/** A path within an archive, to be read and never to be followed. */
	static String path(String written) {
		var path = String.join("/",
				Arrays.stream(written.replace('\\', '/').split("/"))
					.map((step) -> shown(step).strip())
					.filter((step) -> !step.isEmpty() && !step.equals(".") && !step.equals(".."))
					.toList());
		return path.substring(Math.max(0, path.length() - LONGEST_PATH));
	}

	private static String shown(String written) {
		var name = new StringBuilder();
		written.codePoints().filter(FileName::isShown).forEach(name::appendCodePoint);
		return name.toString();
	}

	private static boolean isShown(int point) {
		return switch (Character.getType(point)) {
			case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR,
					Character.SURROGATE, Character.UNASSIGNED ->
				false;
			default -> true;
		};
	}

	private static String shortened(String name) {
		if (name.length() <= LONGEST) {
			return name;
		}
		var dot = name.lastIndexOf('.');
		var extension = (dot > 0 && name.length() - dot <= 12) ? name.substring(dot) : "";
		var end = LONGEST - extension.length();
		return name.substring(0, Character.isHighSurrogate(name.charAt(end - 1)) ? end - 1 : end) + extension;
	}

}
