package io.countersign.sandbox.tenant;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import tools.jackson.databind.JsonNode;

/** How the tenant behaves where the real service behaves differently from day to day. */
final class Habits {

	/** How long a mail that was accepted still lies in Drafts. */
	volatile Duration draftsDelay = Duration.ZERO;

	/** How long a sent mail is nowhere before Sent Items shows it. */
	volatile Duration sentDelay = Duration.ZERO;

	/** Whether the sent mail has another id than its draft. */
	volatile boolean sentIdChanges;

	/** Whether a delta round shows a row of the page before once more. */
	volatile boolean replays = true;

	/** How often each notification is posted. */
	volatile int copies = 1;

	/** How late notifications are. */
	volatile Duration late = Duration.ZERO;

	/** The first pause before a notification that failed is posted again. */
	volatile Duration retryAfter = Duration.ofSeconds(1);

	/** Calls of an app in a mailbox within ten minutes; 0 for as many as come. */
	volatile int callLimit = 10_000;

	/** From when on an answer to a notification is so slow that others are discarded. */
	volatile Duration slowAfter = Duration.ofSeconds(10);

	/** How long another scope of an app is not heeded yet. */
	volatile Duration grantDelay = Duration.ZERO;

	/** Whether times are written in every form Graph uses, not only in whole seconds. */
	volatile boolean manyForms;

	/** How far the clock in the answers' Date is ahead. */
	volatile Duration clockAhead = Duration.ZERO;

	/** Whether calls of chats are limited as Teams limits them. */
	volatile boolean chatLimits;

	/** Who never gets mail; the sender is told by a report. */
	final Set<String> unreachable = ConcurrentHashMap.newKeySet();

	/** Sets what the JSON names and leaves the rest. */
	void set(JsonNode json) {
		given(json, "draftsDelay").ifPresent((value) -> this.draftsDelay = Duration.ofMillis(value.asLong()));
		given(json, "sentDelay").ifPresent((value) -> this.sentDelay = Duration.ofMillis(value.asLong()));
		given(json, "sentId").ifPresent((value) -> this.sentIdChanges = value.asString().equals("changed"));
		given(json, "replays").ifPresent((value) -> this.replays = value.asBoolean());
		given(json, "copies").ifPresent((value) -> this.copies = value.asInt());
		given(json, "late").ifPresent((value) -> this.late = Duration.ofMillis(value.asLong()));
		given(json, "retryAfter").ifPresent((value) -> this.retryAfter = Duration.ofMillis(value.asLong()));
		given(json, "callLimit").ifPresent((value) -> this.callLimit = value.asInt());
		given(json, "slowAfter").ifPresent((value) -> this.slowAfter = Duration.ofMillis(value.asLong()));
		given(json, "grantDelay").ifPresent((value) -> this.grantDelay = Duration.ofMillis(value.asLong()));
		given(json, "manyForms").ifPresent((value) -> this.manyForms = value.asBoolean());
		given(json, "clockAhead").ifPresent((value) -> this.clockAhead = Duration.ofMillis(value.asLong()));
		given(json, "chatLimits").ifPresent((value) -> this.chatLimits = value.asBoolean());
		given(json, "unreachable").ifPresent((value) -> {
			this.unreachable.clear();
			value.forEach((address) -> this.unreachable.add(address.asString().toLowerCase(Locale.ROOT)));
		});
	}

	/** As they are at first. */
	void reset() {
		set(Answer.JSON.readTree(
				"""
						{"draftsDelay": 0, "sentDelay": 0, "sentId": "same", "replays": true, "copies": 1, "late": 0, "retryAfter": 1000,
							"callLimit": 10000, "slowAfter": 10000, "grantDelay": 0, "manyForms": false, "clockAhead": 0, "chatLimits": false, "unreachable": []}"""));
	}

	private static Optional<JsonNode> given(JsonNode json, String name) {
		return Optional.of(json.path(name)).filter((value) -> !value.isMissingNode());
	}

}
