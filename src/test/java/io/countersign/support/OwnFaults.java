package io.countersign.support;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Whoever waits does not fail by what goes wrong in a thread of another test: they run
 * beside each other.
 */
public final class OwnFaults implements BeforeAllCallback {

	@Override
	public void beforeAll(ExtensionContext tests) {
		Awaitility.doNotCatchUncaughtExceptionsByDefault();
	}

}
