package io.countersign;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.LoggingEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.event.KeyValuePair;
import org.yaml.snakeyaml.Yaml;

import org.springframework.boot.logging.logback.ExtendedWhitespaceThrowableProxyConverter;

import static org.assertj.core.api.Assertions.assertThat;

/** What a log line looks like when somebody else has chosen its words. */
class LogLinesTests {

	private static final String FORGED = "gone\r\n12:00:00.000 INFO  Judgements : Approved\u001b[2J\u2028\u0085x";

	private final LoggerContext context = new LoggerContext();

	@Test
	void AU_06_noWordsMakeASecondLine() throws Exception {
		assertThat(line(FORGED, null).lines()).singleElement()
			.asString()
			.contains("gone")
			.doesNotContain("\u001b", "\u2028", "\u0085", "\r");
		assertThat(line("It failed", null, new KeyValuePair("reason", FORGED)).lines()).hasSize(1);
	}

	@Test
	void AU_06_aFaultIsTheOnlyThingOfSeveralLinesAndEachIsMarked() throws Exception {
		var lines = line("It failed", new IllegalStateException(FORGED)).lines()
			.filter((line) -> !line.isEmpty())
			.toList();

		assertThat(lines).hasSizeGreaterThan(3);
		assertThat(lines.subList(1, lines.size())).allMatch((line) -> line.startsWith("| "));
		assertThat(String.join("", lines)).doesNotContain("\u001b", "\u2028", "\u0085");
	}

	private String line(String words, @Nullable Throwable fault, KeyValuePair... values) throws Exception {
		var layout = new PatternLayout();
		layout.setContext(this.context);
		layout.getInstanceConverterMap().put("wEx", ExtendedWhitespaceThrowableProxyConverter::new);
		layout.setPattern(pattern());
		layout.start();
		var event = new LoggingEvent("", this.context.getLogger("io.countersign.Test"), Level.WARN, words, fault, null);
		List.of(values).forEach(event::addKeyValuePair);
		return layout.doLayout(event);
	}

	/** The one the product is shipped with. */
	private static String pattern() throws Exception {
		Map<String, Map<String, Map<String, String>>> settings = new Yaml()
			.load(Files.readString(Path.of("src/main/resources/application.yaml")).split("\n---")[0]);
		var pattern = Objects.requireNonNull(settings.get("logging")).get("pattern");
		return Objects.requireNonNull(Objects.requireNonNull(pattern).get("console"));
	}

}
