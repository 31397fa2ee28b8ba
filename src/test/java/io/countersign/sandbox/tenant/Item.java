package io.countersign.sandbox.tenant;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

/** A message where it lies. */
final class Item {

	final String immutableId;

	final Instant received;

	/** When it was put into the mailbox, which nobody but the provider says. */
	volatile Instant created;

	final Map<String, String> properties = new ConcurrentHashMap<>();

	volatile byte[] mime;

	volatile MimeFacts facts;

	volatile String folder;

	volatile Instant modified;

	volatile boolean draft;

	/** Accepted for sending, whether it has left Drafts yet or not. */
	volatile boolean submitted;

	/** Written in this mailbox, so that Graph shows no header fields of it. */
	volatile boolean own;

	volatile boolean read;

	volatile List<String> categories = List.of();

	volatile Object flag = Map.of("flagStatus", "notFlagged");

	volatile String fromOverride = "";

	private volatile @Nullable Draft content;

	private volatile int version = 1;

	private volatile int moves;

	Item(String immutableId, String folder, byte[] mime, Instant received) {
		this.immutableId = immutableId;
		this.folder = folder;
		this.mime = mime;
		this.received = received;
		this.created = received;
		this.modified = received;
		this.facts = MimeFacts.of(mime);
	}

	/** The id that changes with each move, as callers without the preference get it. */
	String plainId() {
		return "AAMkAG" + Character.toString('A' + this.moves % 26) + this.moves / 26 + this.immutableId.substring(8);
	}

	String changeKey() {
		return "CQAAABY%04d".formatted(this.version);
	}

	/**
	 * What the store says of it, as far as it concerns sending: 4 for submitted, 8 for
	 * unsent (MS-OXCMSG section 2.2.1.6).
	 */
	int messageFlags() {
		return (this.draft ? 8 : 0) + (this.draft && this.submitted ? 4 : 0);
	}

	void changed(Instant now) {
		this.version++;
		this.modified = now;
	}

	void moved(String to, Instant now) {
		this.folder = to;
		this.moves++;
		changed(now);
	}

	void becomes(byte[] bytes) {
		this.mime = bytes;
		this.facts = MimeFacts.of(bytes);
	}

	/** What a draft is made of; none for one that came as MIME and was not touched. */
	Optional<Draft> content() {
		return Optional.ofNullable(this.content);
	}

	void content(Draft draft, byte[] bytes) {
		this.content = draft;
		becomes(bytes);
	}

}
