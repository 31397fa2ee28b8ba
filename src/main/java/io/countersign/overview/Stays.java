package io.countersign.overview;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** Where a case was, one place after the other, and where it is. */
final class Stays {

	private final List<Stay> past = new ArrayList<>();

	private @Nullable Stay now;

	/** To come again to where it is makes no new stay. */
	void enter(Stage stage, Optional<String> holder, Instant at) {
		if (this.now != null && this.now.stage() == stage && this.now.holder().equals(holder)) {
			return;
		}
		leave(at);
		this.now = new Stay(stage, holder, at, Optional.empty());
	}

	/** What is entered and left in one transaction was no stay. */
	void leave(Instant at) {
		if (this.now != null && at.isAfter(this.now.from())) {
			this.past.add(new Stay(this.now.stage(), this.now.holder(), this.now.from(), Optional.of(at)));
		}
		this.now = null;
	}

	Optional<Stay> lastLeft() {
		return this.past.isEmpty() ? Optional.empty() : Optional.of(this.past.getLast());
	}

	/** Where it is now, last. */
	List<Stay> all() {
		var all = new ArrayList<>(this.past);
		Optional.ofNullable(this.now).ifPresent(all::add);
		return List.copyOf(all);
	}

}
