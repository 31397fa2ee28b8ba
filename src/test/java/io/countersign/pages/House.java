package io.countersign.pages;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;

import io.countersign.sandbox.SandboxTenant;
import io.countersign.support.TestDatabase;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/** The pages and everything they show, without the mailboxes. */
final class House implements AutoCloseable {

	private final SandboxTenant tenant = SandboxTenant.start(0, 0);

	private final ServletWebServerApplicationContext context;

	private House(int port) {
		var settings = Map.of("spring.datasource.url", TestDatabase.empty().jdbcUrl(), "server.port", port,
				"management.server.port", 0, "sandbox.port", this.tenant.uri().getPort());
		var application = new SpringApplication(Modules.class);
		this.context = (ServletWebServerApplicationContext) application.run(settings.entrySet()
			.stream()
			.map((setting) -> "--%s=%s".formatted(setting.getKey(), setting.getValue()))
			.toArray(String[]::new));
	}

	/** Opens on a free port, with the ministry's people in it. */
	static House open() {
		return open(0);
	}

	static House open(int port) {
		var house = new House(port);
		Staff.all().forEach(house::employ);
		return house;
	}

	/** {@code port}: the pages with the ministry's cases, until it is killed. */
	public static void main(String[] arguments) throws InterruptedException {
		try (var house = open(Integer.parseInt(arguments[0]))) {
			var cases = Ministry.of(house);
			System.out.printf("pages at %s, the lease at %s/cases/%s%n", house.uri(), house.uri(), cases.lease());
			Thread.currentThread().join();
		}
	}

	URI uri() {
		return URI.create("http://localhost:" + Objects.requireNonNull(this.context.getWebServer()).getPort());
	}

	<T> T bean(Class<T> type) {
		return this.context.getBean(type);
	}

	private void employ(Staff person) {
		person.enter(this);
		var body = Map.of("displayName", person.displayName(), "jobTitle", person.jobTitle(), "department",
				person.unit(), "manager", "", "mailbox", true);
		var request = HttpRequest.newBuilder(this.tenant.uri().resolve("/control/people/" + person.address()))
			.header("Content-Type", "application/json")
			.PUT(BodyPublishers.ofByteArray(new JsonMapper().writeValueAsBytes(body)))
			.build();
		try (var client = HttpClient.newHttpClient()) {
			var answer = client.send(request, BodyHandlers.ofString());
			if (answer.statusCode() / 100 != 2) {
				throw new AssertionError(answer.body());
			}
		}
		catch (Exception ex) {
			throw new AssertionError(ex);
		}
	}

	@Override
	public void close() {
		this.context.close();
		this.tenant.close();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@ConfigurationPropertiesScan("io.countersign")
	@ComponentScan(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class,
			basePackages = { "io.countersign.journal", "io.countersign.work", "io.countersign.identity",
					"io.countersign.documents", "io.countersign.intake", "io.countersign.cases",
					"io.countersign.verdicts", "io.countersign.triage", "io.countersign.overview",
					"io.countersign.writeback", "io.countersign.connector", "io.countersign.web",
					"io.countersign.problem" },
			excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX,
					pattern = { "io\\.countersign\\.triage\\.Triage",
							"io\\.countersign\\.connector\\.(?!Watches|WatchRepository).*",
							"io\\.countersign\\.writeback\\.(WritebackFlow|AnswerSender|ReplyWriter|SendingLimits)",
							"io\\.countersign\\.[a-z]+\\..*(Tests|IT|Desk|Facts|Chores|TestWork).*" }))
	static class Modules {

		@Bean
		Clock clock() {
			return Clock.systemUTC();
		}

	}

}
