package io.countersign.sandbox;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * Where the sandbox listens and what happens in it.
 *
 * @param story the name of a story, or none
 */
record SandboxProperties(int port, int smtpPort, String story) {

	static SandboxProperties of(Environment environment) {
		return Binder.get(environment).bind("sandbox", SandboxProperties.class).get();
	}

}
