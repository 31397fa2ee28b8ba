package io.countersign.sandbox;

import java.net.URI;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import io.countersign.CountersignApplication;
import io.countersign.sandbox.page.PracticeBoard;
import io.countersign.scenario.ProductApi;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;

/**
 * Starts the product with everything it needs on one machine: a tenant, a database, and a
 * ministry's morning.
 */
public final class SandboxApplication {

	/** Who hears of forged mail in the ministry, unless somebody else is named. */
	private static final Map<String, Object> SECRETARIAT = Map.of("countersign.writeback.secretariat",
			"ministersekretariatet@min.example");

	private SandboxApplication() {
	}

	public static void main(String[] arguments) {
		var application = new SpringApplication(CountersignApplication.class);
		application.setDefaultProperties(SECRETARIAT);
		application.addInitializers(SandboxApplication::surround);
		application.run(arguments);
	}

	private static void surround(ConfigurableApplicationContext context) {
		var environment = context.getEnvironment();
		environment.getPropertySources().addFirst(new SandboxDatabase());
		var settings = SandboxProperties.of(environment);
		var product = new ProductApi(local(environment.getRequiredProperty("server.port", Integer.class)),
				local(settings.port()));
		var tenant = CompletableFuture
			.supplyAsync(() -> SandboxTenant.start(settings.port(), settings.smtpPort(), PracticeBoard.of(product)));
		context.addApplicationListener((ApplicationListener<ApplicationReadyEvent>) (_) -> {
			System.out.println(new Directions(environment, tenant.join()));
			Morning.begin(settings.story(), product, tenant.join().uri());
		});
		context.addApplicationListener((ApplicationListener<ContextClosedEvent>) (_) -> tenant.join().close());
	}

	private static URI local(int port) {
		return URI.create("http://localhost:" + port);
	}

}
