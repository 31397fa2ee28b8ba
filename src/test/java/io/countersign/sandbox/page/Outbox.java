package io.countersign.sandbox.page;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import com.github.tomakehurst.wiremock.http.Request;
import io.countersign.sandbox.page.Mailboxes.Owner;
import io.countersign.scenario.Correspondent;
import io.countersign.scenario.Letter;

/** Writes what the newcomer wrote the way a mail program does, and sends it. */
public final class Outbox {

	private static final ZoneId ZONE = ZoneId.of("Europe/Copenhagen");

	private final Consumer<Letter> mail;

	private final Clock clock;

	public Outbox(Consumer<Letter> mail, Clock clock) {
		this.mail = mail;
		this.clock = clock;
	}

	/** Sends, or says in a sentence why not. */
	Optional<String> send(String as, Request form, Optional<MailView> answered, List<Owner> owners) {
		var author = owners.stream().filter((owner) -> owner.address().equalsIgnoreCase(as)).findFirst();
		var text = Fields.text(form, "text").orElse("");
		var to = addresses(form, "to");
		if (author.isEmpty() || (answered.isEmpty() && to.isEmpty())) {
			return Optional.of("to");
		}
		if (text.isEmpty()) {
			return Optional.of("text");
		}
		var me = Correspondent.of(author.get().displayName(), author.get().address());
		var letter = answered.map((mail) -> answer(me, mail, text, form))
			.orElseGet(() -> Letter
				.of(me, named(to, owners), Fields.text(form, "subject").orElse(""), text,
						this.clock.instant().atZone(ZONE))
				.copyTo(named(addresses(form, "cc"), owners).toArray(Correspondent[]::new)));
		this.mail.accept(withFile(letter, form));
		return Optional.empty();
	}

	private Letter answer(Correspondent me, MailView mail, String text, Request form) {
		var now = this.clock.instant().atZone(ZONE);
		var asked = new Letter(mail.messageId(), mail.from(), mail.to(), mail.cc(), mail.subject(), mail.text(),
				mail.received().atZone(ZONE), mail.references(), List.of(), List.of());
		var answer = asked.answeredBy(me, text + asked.quoted(), now);
		if (Fields.text(form, "all").isEmpty()) {
			return answer;
		}
		var to = new LinkedHashSet<>(List.of(mail.from()));
		to.addAll(mail.to());
		to.removeIf((one) -> one.address().equalsIgnoreCase(me.address()));
		var cc = mail.cc().stream().filter((one) -> !one.address().equalsIgnoreCase(me.address())).toList();
		return new Letter(answer.messageId(), me, List.copyOf(to), cc, answer.subject(), answer.text(), now,
				answer.references(), List.of(), List.of());
	}

	private static Letter withFile(Letter letter, Request form) {
		return Optional.ofNullable(form.isMultipart() ? form.getPart("file") : null)
			.filter((part) -> part.getFileName() != null && !part.getFileName().isBlank())
			.map((part) -> new Letter.Attachment(part.getFileName(), "application/octet-stream",
					part.getBody().asBytes()))
			.map((file) -> new Letter(letter.messageId(), letter.from(), letter.to(), letter.cc(), letter.subject(),
					letter.text(), letter.sentAt(), letter.references(), List.of(file), letter.extraHeaders()))
			.orElse(letter);
	}

	private static List<String> addresses(Request form, String field) {
		return Fields.text(form, field)
			.stream()
			.flatMap((list) -> Arrays.stream(list.split("[,;\\s]+")))
			.filter((one) -> one.contains("@"))
			.toList();
	}

	private static List<Correspondent> named(List<String> addresses, List<Owner> owners) {
		return addresses.stream()
			.map((address) -> owners.stream()
				.filter((owner) -> owner.address().equalsIgnoreCase(address))
				.findFirst()
				.map((owner) -> Correspondent.of(owner.displayName(), owner.address()))
				.orElseGet(() -> Correspondent.of(address, address)))
			.toList();
	}

}
