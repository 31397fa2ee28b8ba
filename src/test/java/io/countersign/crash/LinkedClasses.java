package io.countersign.crash;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.zip.Deflater;

/**
 * The classes of this JVM's class path, linked once, so that every life after the first
 * begins in about half the time: an ahead-of-time cache of the JVM (JEP 483), which takes
 * jars only.
 */
final class LinkedClasses {

	private final Path directory;

	private final String classPath;

	private LinkedClasses(Path directory, String classPath) {
		this.directory = directory;
		this.classPath = classPath;
	}

	/** Packs what is not in a jar yet. */
	static LinkedClasses packed(Path directory) throws IOException {
		Files.createDirectories(directory);
		var packed = new ArrayList<String>();
		for (var place : System.getProperty("java.class.path").split(File.pathSeparator)) {
			var path = Path.of(place);
			packed.add(Files.isDirectory(path) ? pack(path, directory.resolve(packed.size() + ".jar")) : place);
		}
		return new LinkedClasses(directory, String.join(File.pathSeparator, packed));
	}

	String classPath() {
		return this.classPath;
	}

	/** The options of the one life in which the JVM notes what it loads. */
	List<String> recorded() {
		return List.of("-XX:AOTMode=record", "-XX:AOTConfiguration=" + notes());
	}

	/** The options of all later lives. */
	List<String> used() {
		return List.of("-XX:AOTCache=" + cache());
	}

	/** Links what was noted. */
	void link(List<String> options) throws IOException, InterruptedException {
		var command = new ArrayList<String>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.addAll(options);
		command.addAll(List.of("-XX:AOTMode=create", "-XX:AOTConfiguration=" + notes(), "-XX:AOTCache=" + cache(),
				"-classpath", this.classPath));
		var log = this.directory.resolve("link.log");
		var linking = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
		if (!linking.waitFor(5, TimeUnit.MINUTES) || linking.exitValue() != 0) {
			linking.destroyForcibly();
			throw new AssertionError("The classes were not linked: " + Files.readString(log));
		}
	}

	private Path notes() {
		return this.directory.resolve("classes.aotconf");
	}

	private Path cache() {
		return this.directory.resolve("classes.aot");
	}

	private static String pack(Path classes, Path jar) throws IOException {
		try (var packing = new JarOutputStream(Files.newOutputStream(jar)); var files = Files.walk(classes)) {
			packing.setLevel(Deflater.NO_COMPRESSION);
			files.filter((file) -> !file.equals(classes)).forEach((file) -> add(classes, file, packing));
		}
		return jar.toString();
	}

	/**
	 * Directories have entries too: whoever lists a folder of the class path asks for
	 * them.
	 */
	private static void add(Path classes, Path file, JarOutputStream packing) {
		var directory = Files.isDirectory(file);
		var name = classes.relativize(file).toString().replace(File.separatorChar, '/');
		try {
			packing.putNextEntry(new JarEntry(directory ? name + '/' : name));
			if (!directory) {
				Files.copy(file, packing);
			}
			packing.closeEntry();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
