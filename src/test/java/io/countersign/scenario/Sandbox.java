package io.countersign.scenario;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

import io.countersign.CountersignApplication;
import io.countersign.sandbox.SandboxTenant;
import io.countersign.support.FreePort;
import io.countersign.support.TestDatabase;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Tenant, database and product in this process, on free ports.
 *
 * @param settings of the product
 */
public record Sandbox(SandboxTenant host, ConfigurableApplicationContext context, Map<String, String> settings,
		ProductApi api) implements AutoCloseable {

	static Sandbox start() {
		return start(Map.of());
	}

	/** The same, with a secretariat that is told of forged mail. */
	public static Sandbox withSecretariat(Correspondent secretary, Map<String, String> more) {
		var settings = new LinkedHashMap<>(ProductSettings.NO_SENDING_LIMITS);
		settings.putAll(more);
		settings.put("countersign.writeback.secretariat", secretary.address());
		return start(settings);
	}

	/** For tests with settings of their own. */
	public static Sandbox start(Map<String, String> more) {
		var tenant = SandboxTenant.start(0, 0);
		var settings = new LinkedHashMap<>(
				ProductSettings.of(tenant.uri(), TestDatabase.fresh().jdbcUrl(), FreePort.next()));
		settings.putAll(more);
		return of(tenant, settings);
	}

	/**
	 * The product ends and begins anew with other settings, on the books it has and at
	 * the same address.
	 * @param without how the settings begin that it has no more
	 */
	Sandbox restarted(String without, Map<String, String> more) {
		this.context.close();
		var others = new LinkedHashMap<>(this.settings);
		others.keySet().removeIf((key) -> key.startsWith(without));
		others.putAll(more);
		return of(this.host, others);
	}

	private static Sandbox of(SandboxTenant tenant, Map<String, String> settings) {
		return new Sandbox(tenant, run(settings), Map.copyOf(settings),
				new ProductApi(ProductSettings.uri(settings), tenant.uri()));
	}

	private static ConfigurableApplicationContext run(Map<String, String> settings) {
		var arguments = new ArrayList<String>();
		settings.forEach((name, value) -> arguments.add("--%s=%s".formatted(name, value)));
		arguments.add("--management.server.port=" + FreePort.next());
		return new SpringApplication(CountersignApplication.class).run(arguments.toArray(String[]::new));
	}

	public URI product() {
		return ProductSettings.uri(this.settings);
	}

	/** What a test changes behind the product. */
	public <T> T bean(Class<T> type) {
		return this.context.getBean(type);
	}

	public TenantControl control() {
		return new TenantControl(tenant());
	}

	URI tenant() {
		return this.host.uri();
	}

	@Override
	public void close() {
		this.context.close();
		this.host.close();
	}

}
