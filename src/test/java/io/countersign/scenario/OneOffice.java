package io.countersign.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives every scenario that asks the same office, which opens with the first and closes
 * after the last test of the run. Its secretariat hears of forged mail, and it writes as
 * many mails as its scenarios want.
 */
public final class OneOffice implements ParameterResolver {

	/** Those who are in it come one after the other. */
	public static final String LOCK = "office";

	/** Where the journal's key is. */
	static final Path SEALS = seals();

	@Override
	public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
		return parameter.getParameter().getType() == Office.class;
	}

	@Override
	public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
		return test.getRoot()
			.getStore(Namespace.create(OneOffice.class))
			.computeIfAbsent(Office.class, (_) -> open(), Office.class);
	}

	private static Office open() {
		var settings = new HashMap<>(ProductSettings.NO_SENDING_LIMITS);
		settings.putAll(ProductSettings.DIGESTS_ALL_DAY);
		settings.put("countersign.writeback.secretariat", Cast.SECRETARIAT.address());
		settings.put("countersign.journal.seal.directory", SEALS.toString());
		settings.put("countersign.journal.seal.every", "1s");
		// Whoever writes in a chat is known by the directory alone.
		settings.put("countersign.graph.directory-every", "5s");
		settings.put("countersign.verdicts.trust.tenant-id", "sandbox");
		settings.put("countersign.triage.chat-grace", "0s");
		return Office.open(settings);
	}

	private static Path seals() {
		try {
			return Files.createTempDirectory("seals");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
