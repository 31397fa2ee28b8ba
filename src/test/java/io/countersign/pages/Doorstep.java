package io.countersign.pages;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.countersign.cases.Ask;
import io.countersign.cases.CaseId;
import io.countersign.cases.Cases;
import io.countersign.cases.Comments;
import io.countersign.cases.Decision;
import io.countersign.cases.Joining;
import io.countersign.cases.NewCase;
import io.countersign.cases.Outcome;
import io.countersign.cases.Participant;
import io.countersign.cases.Regroupings;
import io.countersign.identity.EmailAddress;
import io.countersign.identity.Mandate;
import io.countersign.identity.Mandates;
import io.countersign.identity.People;
import io.countersign.identity.Person;
import io.countersign.intake.Message;
import io.countersign.intake.Messages;
import io.countersign.journal.Mode;
import io.countersign.protection.LegalHolds;
import io.countersign.scenario.Letter;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What lies behind the doors for one who knocks: a case in which the approver is asked
 * and has an answer that is held, and mails about which people decide. Each of its values
 * fills a place in a path or a form.
 */
final class Doorstep {

	private static final Pattern PLACE = Pattern.compile("\\{([a-z0-9]+)}");

	private final House house;

	private final Post post;

	private final Map<String, String> values = new HashMap<>();

	private final CaseId id;

	Doorstep(House house) {
		this.house = house;
		this.post = new Post(house);
		this.id = open("Lejekontrakt");
	}

	/** The text with each {@code {name}} filled in. */
	String fill(String text) {
		return PLACE.matcher(text)
			.replaceAll((place) -> Matcher.quoteReplacement(filled(place.group(1)).orElse(place.group())));
	}

	private Optional<String> filled(String name) {
		if (!this.values.containsKey(name)) {
			made(name).ifPresent((value) -> this.values.put(name, value));
		}
		return Optional.ofNullable(this.values.get(name));
	}

	/** What costs something is made only where it is asked for. */
	private Optional<String> made(String name) {
		var view = this.house.bean(Cases.class).get(this.id);
		return Optional.ofNullable(switch (name) {
			case "id" -> this.id.value();
			case "number" -> view.number().value();
			case "ask" -> view.asks().getFirst().id().value();
			case "sha256" -> view.documents().getFirst().sha256().sha256();
			case "approver" -> Role.APPROVER.address();
			case "address" -> "ny.mand@min.example";
			case "event" -> "ev_1";
			case "key" -> UUID.randomUUID().toString();
			case "verdict" -> held(view.asks().getFirst());
			case "comment" -> this.house.bean(Comments.class).say(this.id, approver(), "Puljen er tom", false).id();
			case "message" -> joined();
			case "into" -> open("Mål").value();
			case "regrouping" -> this.house.bean(Regroupings.class).close(open("Lukket"), approver().id()).id();
			case "doubt" -> delivered("Vedr. lejemål", "Its subject carries the number.", this.id).id().value();
			case "refused" -> delivered("Godkendt", "It was refused: It is forged.", this.id).id().value();
			case "kept" -> unreadable();
			case "mandate" -> mandate();
			case "hold" -> hold();
			default -> null;
		});
	}

	private String held(Ask ask) {
		var cases = this.house.bean(Cases.class);
		cases.hold(this.id,
				new Decision(ask.id(), Outcome.APPROVED, ask.approver(), ask.approver(), Decision.Method.MAIL_REPLY,
						List.of(), Optional.empty(), "A1", List.of(), Optional.empty(), ask.documents(),
						Optional.empty(), "Godkendt", Instant.now()),
				List.of("Nothing proves who wrote it."));
		return cases.get(this.id).verdicts().getFirst().id();
	}

	private String joined() {
		var loose = delivered("Vedlagt", null, null);
		this.house.bean(Cases.class)
			.join(this.id, new Joining(loose, List.of(), "It answers a mail of this case.", Instant.now()));
		return loose.id().value();
	}

	private String mandate() {
		var id = "m-" + UUID.randomUUID();
		this.house.bean(Mandates.class)
			.put(new Mandate(id, Staff.BO.email(), Staff.CLARA.email(), Instant.now(), Instant.now().plusSeconds(9_000),
					List.of(), null, "DKK"), "test");
		return id;
	}

	private String hold() {
		var id = "h-" + UUID.randomUUID();
		this.house.bean(LegalHolds.class)
			.put(id, Optional.of(this.id), Optional.empty(), "Retssag", Instant.now().plusSeconds(9_000), "test");
		return id;
	}

	private Person approver() {
		return this.house.bean(People.class).find(new EmailAddress(Role.APPROVER.address())).orElseThrow();
	}

	private CaseId open(String title) {
		var message = this.post.deliver(letter(title).with(title + ".docx", UUID.randomUUID().toString()),
				new EmailAddress(Role.APPROVER.address()));
		var approver = new EmailAddress(Role.APPROVER.address());
		var requester = Staff.DAN.email();
		var id = this.house.bean(Cases.class)
			.open(new NewCase(message, message.subject(), "decision", "da",
					List.of(new Participant(requester, "Dan Friis", io.countersign.cases.Role.REQUESTER),
							new Participant(approver, "Karl Friis", io.countersign.cases.Role.APPROVER)),
					List.of(approver), List.of(), Optional.empty(), "It opens the case: it asks.", Mode.LIVE,
					message.receivedAt()));
		this.house.bean(Messages.class).inCase(message.id(), id.value(), "It opens the case: it asks.");
		return id;
	}

	private Message delivered(String subject, @Nullable String doubt, @Nullable CaseId likely) {
		var message = this.post.deliver(letter(subject), new EmailAddress(Role.APPROVER.address()));
		if (doubt != null) {
			this.house.bean(Messages.class).inReview(message.id(), doubt);
			this.house.bean(JdbcClient.class)
				.sql("insert into review (message, reason, case_id) values (:message, :reason, :case)")
				.param("message", message.id().value())
				.param("reason", doubt)
				.param("case", (likely != null) ? likely.value() : null)
				.update();
		}
		return message;
	}

	private String unreadable() {
		var id = delivered("Bilag", null, null).id().value();
		this.house.bean(JdbcClient.class)
			.sql("update message set state = 'QUARANTINED', reason = 'It has too many parts.' where id = ?")
			.param(id)
			.update();
		return id;
	}

	private static Letter letter(String subject) {
		return Letter.of(Staff.DAN, List.of(Role.APPROVER), subject, "Må vi det?\n\nDan " + UUID.randomUUID(),
				ZonedDateTime.now(ZoneId.of("Europe/Copenhagen")).minusHours(1));
	}

}
