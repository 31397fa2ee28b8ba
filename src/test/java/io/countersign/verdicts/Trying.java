package io.countersign.verdicts;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

import io.countersign.scenario.Cast;
import io.countersign.scenario.Correspondent;
import io.countersign.scenario.Letter;

/** A reply of the corpus with a case of its own. */
record Trying(CorpusReply reply, int number) {

	static final Instant ASKED = Instant.parse("2026-11-24T09:00:00Z");

	static final Correspondent PIA = Correspondent.of("Pia Lund", Trial.PIA.value());

	private static final ZoneId COPENHAGEN = ZoneId.of("Europe/Copenhagen");

	private static final String ASK = "ask@min.example";

	private static final String FOLDED = "@\n ";

	String name() {
		return this.reply.file();
	}

	String ask() {
		return "ask-%03d@min.example".formatted(this.number);
	}

	byte[] request() {
		var subject = has("least") ? "Klage %03d".formatted(this.number) : subject();
		var letter = Letter.of(Cast.DAN, List.of(Cast.ANNA, Cast.BO, PIA), subject,
				"Kære alle\n\nKan I godkende vedlagte udkast til svar på sagen?\n\nDan", ASKED.atZone(COPENHAGEN));
		return new Letter("<%s>".formatted(ask()), letter.from(), letter.to(), letter.cc(), letter.subject(),
				letter.text(), letter.sentAt(), List.of(), List.of(), List.of())
			.bytes();
	}

	byte[] bytes() {
		return this.reply.mail()
			.replace(ASK, ask())
			.replace(ASK.replace("@", FOLDED), ask().replace("@", FOLDED))
			.replace("Message-ID: <", "Message-ID: <n%03d-".formatted(this.number))
			.replace("Udkast til svar", subject())
			.replace("\n", "\r\n")
			.getBytes(StandardCharsets.UTF_8);
	}

	Trying saying(String words) {
		var mail = this.reply.mail();
		return new Trying(
				new CorpusReply(name(), mail.substring(0, mail.indexOf("\n\n") + 2) + words, this.reply.entry()),
				this.number);
	}

	boolean has(String key) {
		return word(key).isPresent();
	}

	boolean has(String key, String value) {
		return word(key).filter(value::equals).isPresent();
	}

	Optional<String> word(String key) {
		return this.reply.word(key);
	}

	boolean isWatched() {
		return has("sent") || has("watched");
	}

	Optional<Correspondent> sent() {
		return word("sent").map((address) -> List.of(Cast.values())
			.stream()
			.filter((one) -> one.address().equals(address))
			.findFirst()
			.orElseThrow());
	}

	boolean isGenuine() {
		return this.reply.isGenuine();
	}

	private String subject() {
		return "Ministersvar %03d".formatted(this.number);
	}

}
