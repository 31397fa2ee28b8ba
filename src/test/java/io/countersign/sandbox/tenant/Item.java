package io.countersign.sandbox.tenant;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A message where it lies. Its bytes never change; everything else about it may. */
final class Item {

	final String immutableId;

	final byte[] mime;

	final Instant received;

	final MimeFacts facts;

	final Map<String, String> properties = new ConcurrentHashMap<>();

	volatile String folder;

	volatile int version = 1;

	volatile boolean draft;

	volatile String fromOverride = "";

	Item(String immutableId, String folder, byte[] mime, Instant received, boolean draft) {
		this.immutableId = immutableId;
		this.folder = folder;
		this.mime = mime;
		this.received = received;
		this.draft = draft;
		this.facts = MimeFacts.of(mime);
	}

	/** The id that changes with each move, as callers without the preference get it. */
	String plainId() {
		return this.immutableId.replace("AAkALgAA", "AAMkAGI" + Integer.toHexString(this.folder.hashCode() & 0xfff));
	}

	String changeKey() {
		return "CQAAABY%04d".formatted(this.version);
	}

}
