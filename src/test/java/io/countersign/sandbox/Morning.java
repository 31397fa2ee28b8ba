package io.countersign.sandbox;

import java.net.URI;
import java.time.Clock;
import java.util.Objects;

import io.countersign.sandbox.story.Story;
import io.countersign.sandbox.story.Storyteller;
import io.countersign.scenario.ProductApi;
import io.countersign.scenario.TenantControl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets a story happen to a product that has just started. */
final class Morning {

	private static final Logger log = LoggerFactory.getLogger(Morning.class);

	private final Story story;

	private final Storyteller teller;

	private final ProductApi product;

	private Morning(Story story, ProductApi product, URI tenant) {
		this.story = story;
		this.teller = new Storyteller(story, new TenantControl(tenant), Clock.systemUTC());
		this.product = product;
	}

	/** Returns at once. */
	static void begin(String name, ProductApi product, URI tenant) {
		if (!name.equals(Story.NONE)) {
			var morning = new Morning(Story.named(name), product, tenant);
			morning.teller.employPeople();
			Thread.ofVirtual().name("morning").start(morning::happen);
		}
	}

	/** The product learns of people and mailboxes as from any admin. */
	private void happen() {
		this.teller.tellWhatWasBefore();
		try {
			this.story.people().forEach((role) -> {
				this.product.know(role, Objects.requireNonNull(role.level()), Objects.requireNonNull(role.unit()));
				this.product.watch(role);
			});
		}
		catch (AssertionError ex) {
			log.atError().setCause(ex).log("The product did not take over the story's people");
		}
		this.teller.tellLive();
	}

}
