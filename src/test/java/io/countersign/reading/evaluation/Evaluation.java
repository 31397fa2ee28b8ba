package io.countersign.reading.evaluation;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Prints every section; the argument is the folder of the project. */
final class Evaluation {

	private static final List<Section> SECTIONS = List.of(new ReplyEvaluation(), new RequestEvaluation(),
			new DateEvaluation());

	private Evaluation() {
	}

	public static void main(String[] arguments) {
		var folders = Folders.of(Path.of((arguments.length > 0) ? arguments[0] : "."));
		var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
		for (var section : SECTIONS) {
			out.println("\n==== " + section.title() + " ====");
			section.evaluate(folders, out);
		}
	}

}
