package io.countersign.sandbox.story;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;

import io.countersign.scenario.TenantControl;

/** Lets the story happen in a tenant. */
public final class Storyteller {

	private final Story story;

	private final TenantControl tenant;

	private final Script script;

	private final Clock clock;

	public Storyteller(Story story, TenantControl tenant, Clock clock) {
		this.story = story;
		this.tenant = tenant;
		this.script = new Script(story, clock);
		this.clock = clock;
	}

	/** Gives everybody a mailbox, and SharePoint its files. */
	public void employPeople() {
		this.story.drive()
			.forEach((file) -> this.tenant.share(URI.create(file.address()), file.name(),
					file.text().getBytes(StandardCharsets.UTF_8), Map.of()));
		this.story.people()
			.forEach((role) -> this.tenant.employ(role, (role.title() != null) ? role.title() : role.name()));
	}

	/** Puts into the mailboxes what came before the start. */
	public void tellWhatWasBefore() {
		var now = this.clock.instant();
		this.story.mails()
			.stream()
			.filter((scene) -> scene.offset().isNegative())
			.sorted(Comparator.comparing(Story.Scene::offset))
			.forEach((scene) -> send(scene, now.plus(scene.offset())));
	}

	/** Sends each live mail when its time has come, and returns at once. */
	public Thread tellLive() {
		return Thread.ofVirtual().name("story").start(this::live);
	}

	private void live() {
		var start = this.clock.instant();
		var scenes = this.story.mails()
			.stream()
			.filter((scene) -> !scene.offset().isNegative())
			.sorted(Comparator.comparing(Story.Scene::offset))
			.toList();
		try {
			for (var scene : scenes) {
				Thread.sleep(max(Duration.between(this.clock.instant(), start.plus(scene.offset())), Duration.ZERO));
				send(scene, this.clock.instant());
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void send(Story.Scene scene, Instant at) {
		this.tenant.send(this.script.write(scene, at), at);
	}

	private static Duration max(Duration one, Duration other) {
		return (one.compareTo(other) > 0) ? one : other;
	}

}
