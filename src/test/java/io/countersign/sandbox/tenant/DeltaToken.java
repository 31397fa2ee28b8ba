package io.countersign.sandbox.tenant;

import java.util.Base64;
import java.util.Optional;

import tools.jackson.core.JacksonException;

/**
 * Where a delta round stands, with the request it began with.
 *
 * @param start where the round began; an initial one tells what is there and of no
 * removals
 * @param top the size of the first page, which the service takes for itself only
 * @param served rows of this round so far
 * @param pausing the next page is empty
 */
record DeltaToken(int generation, int position, int start, int top, int served, boolean pausing, String select,
		String expand, String changeType, String filter) {

	static DeltaToken first(Call call, int generation) {
		var top = call.parameter("$top").isEmpty() ? 0 : Integer.parseInt(call.parameter("$top"));
		return new DeltaToken(generation, 0, 0, top, 0, false, call.parameter("$select"), call.parameter("$expand"),
				call.parameter("changetype"), call.parameter("$filter"));
	}

	static Optional<DeltaToken> parse(String text) {
		try {
			return Optional.of(Answer.JSON.readValue(Base64.getUrlDecoder().decode(text), DeltaToken.class));
		}
		catch (IllegalArgumentException | JacksonException ex) {
			return Optional.empty();
		}
	}

	boolean isInitial() {
		return this.start == 0;
	}

	int size(int preferred) {
		return (this.top > 0) ? this.top : preferred;
	}

	boolean isOver(int rows, int most) {
		return !this.filter.isEmpty() && this.served + rows >= most;
	}

	/** After a first page of a size of its own comes an empty one. */
	DeltaToken after(int place, int rows) {
		return new DeltaToken(this.generation, place, this.start, 0, this.served + rows, this.top > 0, this.select,
				this.expand, this.changeType, this.filter);
	}

	DeltaToken resumed() {
		return new DeltaToken(this.generation, this.position, this.start, 0, this.served, false, this.select,
				this.expand, this.changeType, this.filter);
	}

	DeltaToken ended(int place) {
		return new DeltaToken(this.generation, place, Math.max(place, 1), 0, 0, false, this.select, this.expand,
				this.changeType, this.filter);
	}

	@Override
	public String toString() {
		return Base64.getUrlEncoder().encodeToString(Answer.JSON.writeValueAsBytes(this));
	}

}
