package io.countersign.documents;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Kinds of files that can be versions of each other. */
enum Family {

	TEXT, SHEET, SLIDES, PICTURE, CALENDAR, MOVING,

	/** A page as it is printed; any of the written kinds can become one. */
	PRINT,

	/** What is in it is another question. */
	CONTAINER,

	UNKNOWN;

	private static final Map<Family, Set<String>> EXTENSIONS = Map.of(TEXT,
			Set.of("docx", "doc", "docm", "dotx", "odt", "rtf", "txt", "md", "html", "htm", "pages", "wpd"), SHEET,
			Set.of("xlsx", "xls", "xlsm", "xlsb", "ods", "csv", "tsv", "numbers"), SLIDES,
			Set.of("pptx", "ppt", "pptm", "odp", "key", "ppsx"), PICTURE,
			Set.of("png", "jpg", "jpeg", "gif", "tif", "tiff", "heic", "bmp", "svg", "webp"), CALENDAR,
			Set.of("ics", "vcs", "vcf"), MOVING, Set.of("mp3", "mp4", "mov", "wav", "m4a", "avi"), PRINT,
			Set.of("pdf", "xps", "ps"), CONTAINER,
			Set.of("zip", "7z", "rar", "eml", "msg", "dat", "tnef", "p7m", "gz"));

	static Family of(String name, String type) {
		var byType = ofType(type.toLowerCase(Locale.ROOT));
		if (byType != UNKNOWN) {
			return byType;
		}
		var extension = VersionName.extension(name);
		return EXTENSIONS.entrySet()
			.stream()
			.filter((family) -> family.getValue().contains(extension))
			.map(Map.Entry::getKey)
			.findFirst()
			.orElse(UNKNOWN);
	}

	boolean canBecome(Family other) {
		return this == other || (this == PRINT && other.isWritten()) || (other == PRINT && isWritten());
	}

	private boolean isWritten() {
		return this == TEXT || this == SHEET || this == SLIDES;
	}

	private static Family ofType(String type) {
		if (type.contains("wordprocessing") || type.contains("msword") || type.contains("opendocument.text")
				|| type.contains("rtf") || type.equals("text/plain") || type.equals("text/html")) {
			return TEXT;
		}
		if (type.contains("spreadsheet") || type.contains("ms-excel") || type.equals("text/csv")) {
			return SHEET;
		}
		if (type.contains("presentation") || type.contains("powerpoint")) {
			return SLIDES;
		}
		if (type.contains("pdf")) {
			return PRINT;
		}
		if (type.startsWith("image/")) {
			return PICTURE;
		}
		if (type.startsWith("text/calendar") || type.startsWith("text/vcard")) {
			return CALENDAR;
		}
		if (type.startsWith("audio/") || type.startsWith("video/")) {
			return MOVING;
		}
		return (type.contains("zip") || type.contains("7z") || type.startsWith("message/") || type.contains("outlook")
				|| type.contains("tnef") || type.contains("pkcs7")) ? CONTAINER : UNKNOWN;
	}

}
