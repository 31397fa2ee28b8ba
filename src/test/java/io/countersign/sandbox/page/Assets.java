package io.countersign.sandbox.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;

/** The product's stylesheet and fonts, and the few files of the tenant's own. */
final class Assets {

	private static final Pattern SAFE = Pattern.compile("/(assets|webjars)/[A-Za-z0-9/_.-]+");

	private Assets() {
	}

	static Optional<ResponseDefinition> answer(String path) {
		if (!SAFE.matcher(path).matches() || path.contains("..")) {
			return Optional.empty();
		}
		return Stream.of("/static" + path, "/sandbox" + path, "/META-INF/resources" + path)
			.flatMap((resource) -> content(resource).stream())
			.findFirst()
			.map((bytes) -> ResponseDefinitionBuilder.responseDefinition()
				.withStatus(200)
				.withHeader("Content-Type", type(path))
				.withHeader("Cache-Control", "max-age=60")
				.withBody(bytes)
				.build());
	}

	private static Optional<byte[]> content(String resource) {
		try (var stream = Assets.class.getResourceAsStream(resource)) {
			return (stream != null) ? Optional.of(stream.readAllBytes()) : Optional.empty();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String type(String path) {
		return switch (path.substring(path.lastIndexOf('.') + 1)) {
			case "css" -> "text/css;charset=utf-8";
			case "js" -> "text/javascript;charset=utf-8";
			case "svg" -> "image/svg+xml";
			case "woff2" -> "font/woff2";
			default -> "application/octet-stream";
		};
	}

}
