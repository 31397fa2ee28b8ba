package io.countersign.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

import io.countersign.CountersignApplication;
import io.countersign.sandbox.SandboxTenant;
import io.countersign.support.TestDatabase;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Tenant, database and product in this process, on free ports. */
public record Sandbox(SandboxTenant host, ConfigurableApplicationContext context,
		URI product) implements AutoCloseable {

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
				ProductSettings.of(tenant.uri(), TestDatabase.empty().jdbcUrl(), freePort()));
		settings.putAll(more);
		var arguments = settings.entrySet()
			.stream()
			.map((setting) -> "--%s=%s".formatted(setting.getKey(), setting.getValue()))
			.toList();
		var application = new SpringApplication(CountersignApplication.class);
		var all = new ArrayList<>(arguments);
		all.add("--management.server.port=" + freePort());
		var context = application.run(all.toArray(String[]::new));
		return new Sandbox(tenant, context, ProductSettings.uri(settings));
	}

	/** What a test changes behind the product. */
	public <T> T bean(Class<T> type) {
		return this.context.getBean(type);
	}

	public TenantControl control() {
		return new TenantControl(tenant());
	}

	public ProductApi api() {
		return new ProductApi(this.product, tenant());
	}

	URI tenant() {
		return this.host.uri();
	}

	static int freePort() {
		try (var socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		this.context.close();
		this.host.close();
	}

}
