package io.countersign.intake;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Our name of a mail: the same at every bridge, made from its Message-ID, its author and
 * its content.
 */
public record MessageId(@JsonValue String value) implements Comparable<MessageId> {

	@JsonCreator
	public MessageId {
	}

	@Override
	public int compareTo(MessageId other) {
		return this.value.compareTo(other.value);
	}

	@Override
	public String toString() {
		return this.value;
	}

}
