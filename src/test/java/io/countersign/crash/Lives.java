package io.countersign.crash;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.countersign.scenario.ProductProcess;
import io.countersign.support.FreePort;

import static org.assertj.core.api.Assertions.assertThat;

/** The processes of the product, one after the other and some beside each other. */
final class Lives implements AutoCloseable {

	private static final List<String> JVM = List.of("-Xmx512m", "-XX:TieredStopAtLevel=1");

	private static final Duration ENDS_WITHIN = Duration.ofMinutes(3);

	private final List<ProductProcess> lives = new ArrayList<>();

	private final Path log;

	private final LinkedClasses classes;

	/** Those of one office, which begin soon, for their classes are linked. */
	Lives(Path directory, LinkedClasses classes) {
		this.log = directory.resolve("product.log");
		this.classes = classes;
	}

	/** Lives once in peace, so that the lives that end badly begin soon. */
	static LinkedClasses linked(Path directory, Map<String, String> settings) throws InterruptedException, IOException {
		var classes = LinkedClasses.packed(directory.resolve("classes"));
		try (var lives = new Lives(directory, classes)) {
			var life = lives.start(settings, classes.recorded());
			life.handle().destroy();
			assertThat(life.endsWithin(ENDS_WITHIN)).as("The life whose classes are noted writes them down at its end")
				.isTrue();
		}
		classes.link(JVM);
		return classes;
	}

	ProductProcess start(Map<String, String> settings) throws InterruptedException, IOException {
		return start(settings, this.classes.used());
	}

	private ProductProcess start(Map<String, String> settings, List<String> mode)
			throws InterruptedException, IOException {
		var options = Stream.concat(JVM.stream(), mode.stream()).toList();
		var product = ProductProcess.start(this.classes.classPath(), DyingProduct.class.getName(), options, settings,
				FreePort.next(), this.log);
		this.lives.add(product);
		assertThat(product.becomesReady()).as(product.lastLines()).isTrue();
		return product;
	}

	/** Nobody survives. */
	@Override
	public void close() {
		try {
			for (var life : this.lives) {
				life.kill();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
