package io.countersign.journal;

import java.util.Map;

/** Another key seals the journal from here on. */
record KeyReplaced(HandOver from, VerifierKey to) implements Journaled {

	@Override
	public String stream() {
		return "journal";
	}

	@Override
	public String key() {
		return "former-key/" + this.from.former();
	}

	@Override
	public String type() {
		return "journal.key-replaced";
	}

	@Override
	public String actor() {
		return "system";
	}

	@Override
	public Map<String, ?> data() {
		return Map.of("former", this.from.former().toString(), "size", this.from.size(), "root", this.from.root().hex(),
				"key", this.to.toString());
	}

}
