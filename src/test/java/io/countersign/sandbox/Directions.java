package io.countersign.sandbox;

import org.springframework.core.env.Environment;

/** What a newcomer reads when everything runs: where to look and what to try. */
record Directions(Environment environment, SandboxTenant tenant) {

	@Override
	public String toString() {
		var product = "http://localhost:" + this.environment.getProperty("server.port");
		return """

				Countersign runs beside a practice ministry. Nothing leaves this machine.

				  Board          %s/           sign in as Eva Skov to see everything
				  Practice mail  %s/play       be anybody: read, answer, write
				  API            %s/api/v1/openapi.json
				  Readiness      http://localhost:%s/actuator/health/readiness
				  SMTP           localhost:%d              mail from outside comes in here

				Try this: be Anna Holm in the practice mail, answer "Godkendt" to a mail that asks,
				and watch the case move on the board. The receipt comes in the same thread.
				""".formatted(product, this.tenant.uri(), product,
				this.environment.getProperty("management.server.port"), this.tenant.smtpPort());
	}

}
