package io.countersign.documents;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.countersign.documents.extraction.ReadingLimits;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The command that starts a reading process: the same Java and the same classes, little
 * memory, and a box around it where the platform lets us have one.
 */
class ChildCommand {

	private static final Logger log = LoggerFactory.getLogger(ChildCommand.class);

	private static final String MAIN = "io.countersign.documents.extraction.Extractor";

	private static final String LAUNCHER = "org.springframework.boot.loader.launch.PropertiesLauncher";

	/** Processes, network and mounts of its own; it goes when its parent goes. */
	private static final List<String> BOX = List.of("unshare", "--user", "--map-root-user", "--net", "--pid", "--fork",
			"--kill-child", "--mount-proc");

	private final List<String> confinement;

	private final ReadingLimits limits;

	ChildCommand(ExtractionProperties properties) {
		this.confinement = properties.confinement().isEmpty() ? tried() : properties.confinement();
		this.limits = properties.limits();
	}

	ProcessBuilder in(Path directory) {
		var command = new ArrayList<>(this.confinement);
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.addAll(List.of("-Xmx" + this.limits.heap().toBytes(), "-Xss1m", "-XX:+UseSerialGC",
				"-XX:+ExitOnOutOfMemoryError", "-XX:-UsePerfData", "-XX:TieredStopAtLevel=1", "-Xshare:auto",
				"-Djava.awt.headless=true",
				// To ask the kernel for a box.
				"--enable-native-access=ALL-UNNAMED", "-Djava.io.tmpdir=" + directory,
				// Libraries keep things there: PDFBox what fonts there are.
				"-Duser.home=" + directory,
				// A file that is not there: no name is resolved.
				"-Djdk.net.hosts.file=" + directory.resolve("no-hosts")));
		command.addAll(program(System.getProperty("java.class.path")));
		command.addAll(List.of(this.limits.arguments()));
		var process = new ProcessBuilder(command).directory(directory.toFile())
			.redirectError(ProcessBuilder.Redirect.DISCARD);
		process.environment().keySet().removeIf((name) -> !name.equals("PATH"));
		return process;
	}

	/**
	 * What is on the class path of this process; inside the one jar of the product its
	 * launcher finds the rest.
	 */
	static List<String> program(String classPathOfParent) {
		var classPath = absolute(classPathOfParent);
		return (isOneJar(classPath) && hasLauncher()) ? List.of("-cp", classPath, "-Dloader.main=" + MAIN, LAUNCHER)
				: List.of("-cp", classPath, MAIN);
	}

	/** The child works in a directory of its own. */
	private static String absolute(String classPath) {
		return Stream.of(classPath.split(File.pathSeparator))
			.map((entry) -> Path.of(entry).toAbsolutePath().toString())
			.collect(Collectors.joining(File.pathSeparator));
	}

	private static boolean isOneJar(String classPath) {
		return !classPath.contains(File.pathSeparator) && classPath.endsWith(".jar");
	}

	private static boolean hasLauncher() {
		return ClassLoader.getSystemResource(LAUNCHER.replace('.', '/') + ".class") != null;
	}

	private static List<String> tried() {
		var attempt = new ArrayList<>(BOX);
		attempt.add("true");
		try {
			var process = new ProcessBuilder(attempt).redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.DISCARD)
				.start();
			if (process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0) {
				return BOX;
			}
			process.destroyForcibly();
		}
		catch (IOException ex) {
			log.atDebug().setCause(ex).log("There is no command that makes namespaces");
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		log.atWarn()
			.log("Files are read without a namespace of their own, because the platform allows none; see the operations manual");
		return List.of();
	}

}
