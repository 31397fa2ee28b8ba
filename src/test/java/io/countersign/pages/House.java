package io.countersign.pages;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import io.countersign.CountersignApplication;
import io.countersign.identity.EmailAddress;
import io.countersign.identity.People;
import io.countersign.sandbox.SandboxTenant;
import io.countersign.scenario.Correspondent;
import io.countersign.support.TestDatabase;
import io.countersign.scenario.TenantControl;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static org.awaitility.Awaitility.await;

/** The whole product, with cases that no mailbox brought. */
final class House implements AutoCloseable {

	private final SandboxTenant tenant = SandboxTenant.start(0, 0);

	private final ServletWebServerApplicationContext context;

	private House(int port, Map<String, Object> more) {
		var settings = new HashMap<String, Object>(Map.of("spring.datasource.url", TestDatabase.fresh().jdbcUrl(),
				"server.port", port, "management.server.port", 0, "sandbox.port", this.tenant.uri().getPort(),
				"countersign.pages.undo-within", "5m", "countersign.retention.cases", "5y"));
		// One house has more mornings in an hour than a ministry.
		List.of("per-address-and-hour", "per-address-and-day")
			.forEach((limit) -> settings.put("countersign.writeback." + limit, 1000));
		settings.putAll(more);
		var application = new SpringApplication(CountersignApplication.class);
		application.addInitializers((starting) -> starting.addBeanFactoryPostProcessor(House::withoutTriage));
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
		return open(port, Map.of());
	}

	/** With settings of a test's own. */
	static House open(int port, Map<String, Object> more) {
		var house = new House(port, more);
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

	/** Whoever signs in has proved who he is so long ago, unless it is asked for anew. */
	void signedInFor(Duration time) {
		this.tenant.signedInFor(time);
	}

	/** The identity provider knows this person on every device, or nobody. */
	void remembers(@Nullable Correspondent person) {
		this.tenant.remembers(Optional.ofNullable(person).map(Correspondent::address));
	}

	/** Whether the identity provider answers that it is down. */
	void signInIsDown(boolean down) {
		var faults = this.tenant.uri().resolve("/control/faults");
		control(down
				? HttpRequest.newBuilder(faults)
					.header("Content-Type", "application/json")
					.POST(BodyPublishers.ofString("""
							{"kind": "status", "status": 503, "match": {"path": "/authorize"}}"""))
				: HttpRequest.newBuilder(faults).DELETE());
	}

	URI tenant() {
		return this.tenant.uri();
	}

	/** The mails that have gone out, as they were written, their text decoded. */
	List<String> mails() {
		return new TenantControl(this.tenant.uri()).sent().stream().map(House::text).toList();
	}

	private static String text(JsonNode mail) {
		try {
			var raw = Base64.getMimeDecoder().decode(mail.path("mime").asString());
			var message = new MimeMessage(null, new ByteArrayInputStream(raw));
			return message.getSubject() + "\n" + ((Multipart) message.getContent()).getBodyPart(0).getContent();
		}
		catch (IOException | MessagingException ex) {
			throw new AssertionError(ex);
		}
	}

	/** Every door of the product's own port, as its own handlers name them. */
	Collection<RequestMappingInfo> doors() {
		return handlers().keySet();
	}

	/** Who answers at each door. */
	Map<RequestMappingInfo, HandlerMethod> handlers() {
		return this.context.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
			.getHandlerMethods();
	}

	<T> T bean(Class<T> type) {
		return this.context.getBean(type);
	}

	/** Mails are put where a test wants them, whatever they say. */
	private static void withoutTriage(ConfigurableListableBeanFactory beans) {
		((BeanDefinitionRegistry) beans).removeBeanDefinition("io.countersign.triage.Triage");
	}

	private void employ(Staff person) {
		employ(person, person.jobTitle(), person.unit());
	}

	/**
	 * Lists somebody in the directory and lets him sign in. The first walk of the
	 * directory, which does not know him, would say that he has left.
	 */
	void employ(Correspondent person, String jobTitle, String unit) {
		await().atMost(Duration.ofMinutes(1))
			.until(() -> bean(JdbcClient.class).sql("select count(*) from directory where bookmark is null")
				.query(Integer.class)
				.single() == 0);
		bean(People.class).fromDirectory(new EmailAddress(person.address()), person.displayName(), jobTitle, unit,
				UUID.nameUUIDFromBytes(person.address().getBytes(StandardCharsets.UTF_8)).toString(), "Member");
		var body = Map.of("displayName", person.displayName(), "jobTitle", jobTitle, "department", unit, "manager", "",
				"mailbox", true);
		control(HttpRequest.newBuilder(this.tenant.uri().resolve("/control/people/" + person.address()))
			.header("Content-Type", "application/json")
			.PUT(BodyPublishers.ofByteArray(new JsonMapper().writeValueAsBytes(body))));
	}

	private static void control(HttpRequest.Builder request) {
		try (var client = HttpClient.newHttpClient()) {
			var answer = client.send(request.build(), BodyHandlers.ofString());
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

}
