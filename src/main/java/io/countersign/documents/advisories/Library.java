package io.countersign.documents.advisories;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A library that files of strangers pass through, as it lies on the class path. */
record Library(String group, String name, String version) {

	private static final Pattern JAR = Pattern.compile("([A-Za-z][^/!]*?)-(\\d[^/!]*)\\.jar!/");

	/** Who makes them, by how their names begin. */
	private static final Map<String, String> GROUPS = Map.ofEntries(Map.entry("tika", "org.apache.tika"),
			Map.entry("pdfbox", "org.apache.pdfbox"), Map.entry("fontbox", "org.apache.pdfbox"),
			Map.entry("xmpbox", "org.apache.pdfbox"), Map.entry("jempbox", "org.apache.pdfbox"),
			Map.entry("poi", "org.apache.poi"), Map.entry("xmlbeans", "org.apache.xmlbeans"),
			Map.entry("commons-compress", "org.apache.commons"), Map.entry("commons-io", "commons-io"),
			Map.entry("xz", "org.tukaani"), Map.entry("apache-mime4j", "org.apache.james"),
			Map.entry("jsoup", "org.jsoup"), Map.entry("bcprov", "org.bouncycastle"),
			Map.entry("bcpkix", "org.bouncycastle"));

	/** Those of this program, by the names of its jars. No class of theirs is loaded. */
	static List<Library> onClassPath() throws IOException {
		return Collections.list(Library.class.getClassLoader().getResources("META-INF/MANIFEST.MF"))
			.stream()
			.flatMap((place) -> of(place.toString()).stream())
			.distinct()
			.toList();
	}

	private static Optional<Library> of(String place) {
		var jar = JAR.matcher(place);
		return jar.find() ? group(jar.group(1)).map((group) -> new Library(group, jar.group(1), jar.group(2)))
				: Optional.empty();
	}

	private static Optional<String> group(String name) {
		return GROUPS.entrySet()
			.stream()
			.filter((one) -> name.equals(one.getKey()) || name.startsWith(one.getKey() + "-"))
			.map(Map.Entry::getValue)
			.findFirst();
	}

	/** As Maven's central repository calls it. */
	String coordinates() {
		return "%s:%s".formatted(this.group, this.name);
	}

	@Override
	public String toString() {
		return "%s:%s".formatted(coordinates(), this.version);
	}

}
