package io.countersign.writeback;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.countersign.cases.Ask;
import io.countersign.cases.CaseId;
import io.countersign.cases.Cases;
import io.countersign.cases.Decision;
import io.countersign.cases.NewCase;
import io.countersign.cases.Outcome;
import io.countersign.cases.Participant;
import io.countersign.cases.Quote;
import io.countersign.cases.Role;
import io.countersign.connector.Connected;
import io.countersign.intake.Arrival;
import io.countersign.intake.Content;
import io.countersign.intake.Folder;
import io.countersign.intake.Intake;
import io.countersign.intake.Message;
import io.countersign.intake.Messages;
import io.countersign.intake.Preview;
import io.countersign.intake.Threading;
import io.countersign.journal.Mode;
import io.countersign.scenario.Correspondent;
import io.countersign.scenario.Letter;
import tools.jackson.databind.JsonNode;

import static org.awaitility.Awaitility.await;

/** A request that was put to an approver, as triage would open its case. */
final class Matter {

	private static final Duration SOON = Duration.ofSeconds(12);

	private final Connected office;

	private final Correspondent requester;

	private final Correspondent approver;

	private final Letter request;

	private final CaseId id;

	private Matter(Connected office, Correspondent requester, Correspondent approver, Letter request, byte[] raw,
			Mode mode) {
		this.office = office;
		this.requester = requester;
		this.approver = approver;
		this.request = request;
		var opening = received(office, approver, request.subject(), raw);
		this.id = office.bean(Cases.class)
			.open(new NewCase(opening, opening.subject(), "sag", "da",
					List.of(participant(requester, Role.REQUESTER), participant(approver, Role.APPROVER)),
					List.of(Connected.address(approver)), List.of(), Optional.empty(), "It asks.", mode,
					opening.receivedAt()));
	}

	static Matter of(Connected office, Correspondent requester, Correspondent approver) {
		return of(office, requester, approver, letter(requester, approver));
	}

	static Matter of(Connected office, Correspondent requester, Correspondent approver, Letter request) {
		return of(office, requester, approver, request, request.bytes());
	}

	static Matter of(Connected office, Correspondent requester, Correspondent approver, Letter request, byte[] raw) {
		return new Matter(office, requester, approver, request, raw, Mode.LIVE);
	}

	static Matter ofOldMail(Connected office, Correspondent requester, Correspondent approver) {
		var request = letter(requester, approver);
		return new Matter(office, requester, approver, request, request.bytes(), Mode.BACKFILL);
	}

	static Letter letter(Correspondent requester, Correspondent approver) {
		return Letter.of(requester, List.of(approver), "Lejemål " + UUID.randomUUID(), "Kan vi underskrive?\n",
				ZonedDateTime.now(ZoneId.of("Europe/Copenhagen")));
	}

	CaseId id() {
		return this.id;
	}

	Letter request() {
		return this.request;
	}

	/** The approver decides on the page. */
	Matter decided(Outcome outcome) {
		this.office.bean(Cases.class).decide(this.id, decision(outcome, Optional.empty()), null);
		return this;
	}

	/** The approver answers by mail, in the words given. */
	Letter answered(String words) {
		var reply = this.request.answeredBy(this.approver, words, ZonedDateTime.now(ZoneId.of("Europe/Copenhagen")));
		var message = received(this.office, this.requester, reply.subject(), reply.bytes());
		this.office.bean(Cases.class).decide(this.id, decision(Outcome.APPROVED, Optional.of(message)), null);
		return reply;
	}

	private Decision decision(Outcome outcome, Optional<Message> reply) {
		var asked = this.office.bean(Cases.class).get(this.id).asks().getFirst();
		return new Decision(asked.id(), outcome, asked.approver(), asked.approver(),
				reply.isPresent() ? Decision.Method.MAIL_REPLY : Decision.Method.PAGE, List.of(), Optional.empty(),
				"A3", List.of(), reply.map((_) -> new Quote(0, 8, "Godkendt", "test")), asked.documents(),
				reply.map(Message::id), "", Instant.now());
	}

	Ask ask() {
		return this.office.bean(Cases.class).get(this.id).asks().getFirst();
	}

	List<Writeback> writebacks() {
		return this.office.bean(Writebacks.class).ofCase(this.id);
	}

	/** Waits until every answer of the case has been sent. */
	void isAnswered() {
		await().atMost(SOON)
			.until(() -> !writebacks().isEmpty()
					&& writebacks().stream().allMatch((one) -> one.state() == Writeback.State.SENT));
	}

	/** The raw mails that name the request or an answer to it. */
	List<String> sent() {
		var mails = new ArrayList<String>();
		for (var mail : this.office.tenant().sent()) {
			var raw = raw(mail);
			if (raw.contains(this.request.messageId())) {
				mails.add(raw);
			}
		}
		return mails;
	}

	List<String> receivers() {
		return this.office.tenant()
			.sent()
			.stream()
			.filter((mail) -> raw(mail).contains(this.request.messageId()))
			.flatMap((mail) -> mail.path("recipients").valueStream())
			.map(JsonNode::asString)
			.sorted()
			.toList();
	}

	private static Message received(Connected office, Correspondent mailbox, String subject, byte[] raw) {
		var preview = new Preview(subject, Optional.empty(), Optional.empty(), List.of(), List.of(), Threading.NONE,
				Optional.empty(), List.of(), Content.NONE, false, false, Optional.empty());
		var arrival = Arrival.live(Connected.address(mailbox), Folder.INBOX, "AAkALgAA" + UUID.randomUUID(),
				Instant.now(), preview);
		try {
			var id = office.bean(Intake.class).receive(arrival, new ByteArrayInputStream(raw));
			await().atMost(SOON).until(() -> office.bean(Messages.class).find(id).isPresent());
			return office.bean(Messages.class).get(id);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Participant participant(Correspondent person, Role role) {
		return new Participant(Connected.address(person), person.displayName(), role);
	}

	private static String raw(JsonNode mail) {
		return new String(Base64.getMimeDecoder().decode(mail.path("mime").asString()), StandardCharsets.UTF_8);
	}

}
