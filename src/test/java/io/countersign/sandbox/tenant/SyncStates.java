package io.countersign.sandbox.tenant;

import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Which delta tokens are still worth something. */
final class SyncStates {

	private final AtomicInteger generation = new AtomicInteger();

	private final Supplier<URI> tenant;

	SyncStates(Supplier<URI> tenant) {
		this.tenant = tenant;
	}

	int generation() {
		return this.generation.get();
	}

	/** Every token given out so far is worth nothing any more. */
	void expire() {
		this.generation.incrementAndGet();
	}

	/** The state is lost: a fresh start is offered. */
	Answer lost(Call call) {
		var path = call.path().stream().map(Call::encoded).collect(Collectors.joining("/"));
		return Answer
			.error(410, "SyncStateNotFound", "The sync state generation is not found; continue with a full sync.")
			.with("Location", "%s/v1.0/%s?$deltatoken=".formatted(this.tenant.get(), path));
	}

}
