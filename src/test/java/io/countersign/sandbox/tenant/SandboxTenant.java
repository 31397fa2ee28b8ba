package io.countersign.sandbox.tenant;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import io.countersign.sandbox.openid.Account;
import io.countersign.sandbox.openid.OpenIdProvider;
import io.countersign.sandbox.page.Pages;
import io.countersign.sandbox.smtp.Letterbox;
import io.countersign.sandbox.smtp.SmtpDoor;

/**
 * A tenant with people, mailboxes, Graph, sign-in and an SMTP door, all of it in memory.
 */
public final class SandboxTenant implements AutoCloseable {

	private final SandboxServer server;

	private final SmtpDoor smtp;

	private SandboxTenant(SandboxServer server, SmtpDoor smtp) {
		this.server = server;
		this.smtp = smtp;
	}

	/**
	 * Opens the tenant.
	 * @param port of Graph, sign-in and control; 0 for a free one
	 * @param smtpPort 0 for a free one
	 */
	public static SandboxTenant start(int port, int smtpPort) {
		var clock = Clock.systemUTC();
		var office = new PostOffice(clock);
		var uri = new URI[1];
		var delta = new Delta(() -> uri[0]);
		var subscriptions = new Subscriptions();
		office.listen(subscriptions);
		var faults = new Faults();
		var server = new SandboxServer(port, faults, new GraphDoor(office, delta, subscriptions, () -> uri[0], clock),
				new ControlDoor(office, faults, delta, subscriptions, clock));
		var signIn = new OpenIdProvider(() -> uri[0], () -> accounts(office), new Pages(), clock);
		server.hang(signIn::answer);
		server.open();
		uri[0] = URI.create("http://localhost:" + server.port());
		return new SandboxTenant(server, SmtpDoor.open(smtpPort, PostOffice.DOMAIN, letterbox(office, clock), clock));
	}

	/** {@code port smtpPort}: the tenant alone, until it is killed. */
	public static void main(String[] arguments) throws InterruptedException {
		var tenant = start(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]));
		System.out.printf("tenant %s smtp %d%n", tenant.uri(), tenant.smtpPort());
		Thread.currentThread().join();
	}

	/** One more door on the same port. */
	public void hang(Function<Request, Optional<ResponseDefinition>> door) {
		this.server.hang(door);
	}

	public URI uri() {
		return URI.create("http://localhost:" + this.server.port());
	}

	public int smtpPort() {
		return this.smtp.port();
	}

	@Override
	public void close() {
		this.smtp.close();
		this.server.shut();
	}

	private static List<Account> accounts(PostOffice office) {
		return office.all()
			.stream()
			.map((box) -> new Account(box.owner.address(), box.owner.displayName(), box.owner.jobTitle()))
			.toList();
	}

	private static Letterbox letterbox(PostOffice office, Clock clock) {
		return new Letterbox() {

			@Override
			public boolean belongsTo(String address) {
				return office.find(address).isPresent();
			}

			@Override
			public void deliver(String address, byte[] mime) {
				office.find(address).ifPresent((box) -> office.place(box, "inbox", mime, clock.instant()));
			}

		};
	}

}
