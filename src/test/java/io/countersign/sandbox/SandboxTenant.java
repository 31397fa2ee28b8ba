package io.countersign.sandbox;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

import io.countersign.sandbox.openid.OpenIdProvider;
import io.countersign.sandbox.page.Outbox;
import io.countersign.sandbox.page.Pages;
import io.countersign.sandbox.page.PlayPage;
import io.countersign.sandbox.page.PracticeBoard;
import io.countersign.sandbox.smtp.SmtpDoor;
import io.countersign.sandbox.story.Story;
import io.countersign.sandbox.story.Storyteller;
import io.countersign.sandbox.tenant.Exchange;
import io.countersign.scenario.TenantControl;

import org.springframework.core.env.SimpleCommandLinePropertySource;

/**
 * A tenant with people, mailboxes, Graph, sign-in and an SMTP door, all of it in memory.
 */
public final class SandboxTenant implements AutoCloseable {

	private final SandboxServer server;

	private final SmtpDoor smtp;

	private final OpenIdProvider signIn;

	private SandboxTenant(SandboxServer server, SmtpDoor smtp, OpenIdProvider signIn) {
		this.server = server;
		this.smtp = smtp;
		this.signIn = signIn;
	}

	/** Opens a tenant without a product. */
	public static SandboxTenant start(int port, int smtpPort) {
		return start(port, smtpPort, PracticeBoard.none());
	}

	/**
	 * Opens the tenant.
	 * @param port of Graph, sign-in, control and the play page; 0 for a free one
	 * @param smtpPort 0 for a free one
	 * @param board what the play page shows of a product beside it
	 */
	public static SandboxTenant start(int port, int smtpPort, PracticeBoard board) {
		var clock = Clock.systemUTC();
		var address = new AtomicReference<URI>();
		Supplier<URI> uri = address::get;
		var exchange = new Exchange(uri, clock);
		var pages = new Pages();
		var signIn = new OpenIdProvider(uri, exchange::accounts, pages, clock);
		var page = new PlayPage(exchange.mailboxes(), new Outbox(exchange::post, clock), board, pages);
		var server = new SandboxServer(port, List.of(exchange::answer, signIn::answer, page::answer));
		server.open();
		address.set(URI.create("http://localhost:" + server.port()));
		return new SandboxTenant(server, SmtpDoor.open(smtpPort, Exchange.DOMAIN, exchange.letterbox(), clock), signIn);
	}

	/** The tenant alone, until it is killed. */
	public static void main(String[] arguments) throws InterruptedException {
		var options = new SimpleCommandLinePropertySource(arguments);
		var tenant = start(option(options, "sandbox.port", 8090), option(options, "sandbox.smtp-port", 2525));
		System.out.printf("tenant %s smtp %d%n", tenant.uri(), tenant.smtpPort());
		var story = options.getProperty("sandbox.story");
		if (story != null && !story.equals(Story.NONE)) {
			var teller = new Storyteller(Story.named(story), new TenantControl(tenant.uri()), Clock.systemUTC());
			teller.employPeople();
			teller.tellWhatWasBefore();
			teller.tellLive();
		}
		Thread.currentThread().join();
	}

	public URI uri() {
		return URI.create("http://localhost:" + this.server.port());
	}

	/** Knows this person on every device, as long as nobody has to prove himself anew. */
	public void remembers(Optional<String> address) {
		this.signIn.remembers(address);
	}

	/** People have signed in so long ago, at another program of the tenant. */
	public void signedInFor(Duration time) {
		this.signIn.signedInFor(time);
	}

	public int smtpPort() {
		return this.smtp.port();
	}

	@Override
	public void close() {
		this.smtp.close();
		this.server.shut();
	}

	private static int option(SimpleCommandLinePropertySource options, String name, int otherwise) {
		var text = options.getProperty(name);
		return (text != null) ? Integer.parseInt(text) : otherwise;
	}

}
