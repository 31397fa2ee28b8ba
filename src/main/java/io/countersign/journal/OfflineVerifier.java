package io.countersign.journal;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipException;

/** The command that checks an export without the product running. */
public final class OfflineVerifier {

	/** The word the command begins with. */
	public static final String COMMAND = "verify";

	private static final int INTACT = 0;

	private static final int FAULTY = 1;

	private static final int MISUSED = 2;

	private static final String USAGE = """
			verify <export.zip> --key <journal.pub, or the key itself> [--heads <tree-heads.txt>]

			Exit status: 0 the export is what was written, 1 it is not, 2 it could not be checked.""";

	private OfflineVerifier() {
	}

	/**
	 * Checks what the arguments behind the command name.
	 * @return the exit status: 0 for an intact export, 1 for a faulty one, 2 for
	 * arguments or files that cannot be used
	 */
	public static int run(List<String> arguments, PrintStream out) {
		var export = arguments.isEmpty() ? "" : arguments.getFirst();
		var key = option(arguments, "--key");
		if (export.isEmpty() || export.startsWith("--") || key.isEmpty()) {
			out.println(USAGE);
			return MISUSED;
		}
		try {
			var keys = ExportCheck.keys(Path.of(export), key(key));
			var kept = kept(option(arguments, "--heads"), keys);
			if (kept.others() > 0) {
				out.printf("%d of the kept heads are not signed by this key, or are broken off: they say nothing.%n",
						kept.others());
			}
			return tell(new ExportCheck(keys, kept).check(Path.of(export)), out);
		}
		catch (IOException | IllegalArgumentException ex) {
			out.println("It could not be checked: " + reason(ex));
			return MISUSED;
		}
	}

	private static String reason(Exception ex) {
		return switch (ex) {
			case NoSuchFileException missing -> "there is no file %s.".formatted(missing.getFile());
			case ZipException broken -> "it is no ZIP file that can be read to its end; it may have been cut off (%s)."
				.formatted(broken.getMessage());
			case FileSystemException closed -> "the file %s cannot be read.".formatted(closed.getFile());
			default -> ex.getMessage() + ".";
		};
	}

	private static KeptHeads kept(String heads, Keyring keys) throws IOException {
		if (heads.isEmpty()) {
			return KeptHeads.NONE;
		}
		var kept = KeptHeads.of(Files.readString(Path.of(heads)), keys);
		if (kept.signed().isEmpty()) {
			throw new IllegalArgumentException("No head in %s is signed by this key".formatted(heads));
		}
		return kept;
	}

	private static int tell(ExportCheck.Checked found, PrintStream out) {
		out.println(found.fault()
			.map((fault) -> "NOT what was written. " + fault)
			.orElse("OK: %d entries are what was written, all of them up to %s.".formatted(found.entries(),
					found.at())));
		if (found.wordless() > 0) {
			out.printf("Of %d entries words are not in it: they were forgotten by a purge, or left out here.%n",
					found.wordless());
		}
		return found.intact() ? INTACT : FAULTY;
	}

	private static VerifierKey key(String given) throws IOException {
		if (Files.isRegularFile(Path.of(given))) {
			return VerifierKey.parse(Files.readString(Path.of(given)));
		}
		if (!VerifierKey.hasForm(given)) {
			throw new IllegalArgumentException("%s is neither a file nor a key".formatted(given));
		}
		return VerifierKey.parse(given);
	}

	private static String option(List<String> arguments, String name) {
		var at = arguments.indexOf(name);
		return (at >= 0 && at + 1 < arguments.size()) ? arguments.get(at + 1) : "";
	}

}
