package io.countersign.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Trains the models that are shipped beside the phrases. */
final class ModelTraining {

	private static final Path MODELS = Path.of("src/main/resources/io/countersign/reading");

	/** So often a feature must stand among the examples to count. */
	private static final int LEAST = 3;

	private ModelTraining() {
	}

	/** Writes the weights anew, once examples have changed. */
	public static void main(String[] arguments) throws IOException {
		Files.writeString(MODELS.resolve("remarks.txt"), remarks(RemarkExample.all()).toString());
		Files.writeString(MODELS.resolve("assents.txt"), assents(AssentExample.all()).toString());
	}

	static LinearModel remarks(List<RemarkExample> examples) {
		return LinearTraining.of(examples.stream().map(RemarkExample::asExample).toList(), LEAST, true);
	}

	static LinearModel assents(List<AssentExample> examples) {
		return LinearTraining.of(examples.stream().map(AssentExample::asExample).toList(), LEAST, false);
	}

}
