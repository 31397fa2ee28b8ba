package io.countersign.journal;

import java.util.Arrays;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

enum ReceiptStatus {

	ACCEPTED, DUPLICATE, REJECTED, NEEDS_HUMAN;

	@JsonValue
	String word() {
		return name().toLowerCase(Locale.ROOT);
	}

	@JsonCreator
	static ReceiptStatus of(String word) {
		return Arrays.stream(values())
			.filter((status) -> status.word().equals(word))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("it is one of accepted, duplicate, rejected, needs_human"));
	}

}
