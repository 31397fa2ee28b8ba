package io.countersign.sandbox.tenant;

import java.util.Base64;
import java.util.Optional;

import tools.jackson.core.JacksonException;

/**
 * Where a delta round over somebody's chats stands, with the request it began with.
 *
 * @param since nothing older is told of, in milliseconds
 */
record ChatDeltaToken(int generation, int position, int top, long since) {

	static Optional<ChatDeltaToken> parse(String text) {
		try {
			return Optional.of(Answer.JSON.readValue(Base64.getUrlDecoder().decode(text), ChatDeltaToken.class));
		}
		catch (IllegalArgumentException | JacksonException ex) {
			return Optional.empty();
		}
	}

	ChatDeltaToken at(int place) {
		return new ChatDeltaToken(this.generation, place, this.top, this.since);
	}

	@Override
	public String toString() {
		return Base64.getUrlEncoder().encodeToString(Answer.JSON.writeValueAsBytes(this));
	}

}
