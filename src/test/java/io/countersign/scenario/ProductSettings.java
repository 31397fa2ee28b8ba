package io.countersign.scenario;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import io.countersign.support.MasterKey;

/** The configuration with which the product runs against a sandbox tenant. */
public final class ProductSettings {

	/** Write-back that is never held up by how much was sent already. */
	public static final Map<String, String> NO_SENDING_LIMITS = Map.of("countersign.writeback.per-thread-and-hour",
			"100000", "countersign.writeback.per-address-and-hour", "100000",
			"countersign.writeback.per-address-and-day", "100000");

	/** A digest may go out whenever a test runs. */
	public static final Map<String, String> DIGESTS_ALL_DAY = Map.of("countersign.digest.at", "00:00",
			"countersign.digest.every-day", "true", "countersign.digest.quiet-from", "00:00",
			"countersign.digest.quiet-until", "00:00");

	/** A process that dies holds up its rows for a moment only. */
	public static final Map<String, String> SHORT_LEASES = Map.of("countersign.watch.lease", "6s",
			"countersign.intake.lease", "6s", "countersign.writeback.lease", "6s", "countersign.writeback.hand-over",
			"10s", "countersign.graph.turn-lease", "6s", "countersign.graph.read-timeout", "5s",
			"countersign.watch.every", "3s", "countersign.watch.breath", "200ms");

	private ProductSettings() {
	}

	/** Everything but the management port. */
	public static Map<String, String> of(URI tenant, String jdbcUrl, int port) {
		var settings = new LinkedHashMap<String, String>();
		settings.put("server.port", Integer.toString(port));
		settings.put("spring.datasource.url", jdbcUrl);
		settings.put("spring.datasource.username", "postgres");
		settings.put("countersign.tenant", "sandbox");
		settings.put("countersign.sign-in.issuer", tenant + "/sandbox/v2.0");
		settings.put("countersign.sign-in.jwk-set-uri", tenant + "/sandbox/discovery/v2.0/keys");
		settings.put("countersign.sign-in.authorization-uri", tenant + "/sandbox/oauth2/v2.0/authorize");
		settings.put("countersign.sign-in.token-uri", tenant + "/sandbox/oauth2/v2.0/token");
		settings.put("countersign.sign-in.client-id", "countersign");
		settings.put("countersign.sign-in.client-secret", "sandbox");
		settings.put("countersign.graph.base-url", tenant + "/v1.0");
		settings.put("countersign.graph.token-uri", tenant + "/sandbox/oauth2/v2.0/token");
		settings.put("countersign.graph.client-id", "sandbox-admin");
		settings.put("countersign.graph.client-secret", "sandbox");
		settings.put("countersign.graph.notification-url", "http://localhost:" + port);
		settings.put("countersign.journal.seal.directory", "target/seals/" + UUID.randomUUID());
		settings.put("countersign.intake.hash-key", "the-sandbox-has-no-secrets");
		settings.put("countersign.content.master-key", MasterKey.HEX);
		settings.put("countersign.writeback.mailbox", "countersign@min.example");
		settings.put("countersign.writeback.base-url", "http://localhost:" + port);
		settings.put("countersign.verdicts.sent-items-grace", "15s");
		return settings;
	}

	public static URI uri(Map<String, String> settings) {
		return URI.create("http://localhost:" + settings.get("server.port"));
	}

}
