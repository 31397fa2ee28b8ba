package io.countersign.reading.evaluation;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * Prints every section, or the one named; the arguments are the folder of the project and
 * the name.
 */
final class Evaluation {

	private static final List<Section> SECTIONS = List.of(new ReplyEvaluation(), new FreshEvaluation(),
			new RequestEvaluation(), new DateEvaluation());

	private Evaluation() {
	}

	public static void main(String[] arguments) {
		var folders = Folders.of(Path.of((arguments.length > 0) ? arguments[0] : "."));
		var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
		var wanted = SECTIONS.stream()
			.filter((section) -> arguments.length < 2 || section.title().equals(arguments[1]))
			.toList();
		for (var section : wanted) {
			out.println("\n==== " + section.title() + " ====");
			section.evaluate(folders, out);
		}
	}

}
