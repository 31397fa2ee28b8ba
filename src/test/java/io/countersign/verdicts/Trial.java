package io.countersign.verdicts;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.countersign.cases.Ask;
import io.countersign.cases.AskId;
import io.countersign.cases.CaseId;
import io.countersign.cases.CaseState;
import io.countersign.cases.Outcome;
import io.countersign.documents.DocumentId;
import io.countersign.identity.EmailAddress;
import io.countersign.identity.Level;
import io.countersign.identity.Mandate;
import io.countersign.identity.Person;
import io.countersign.identity.PersonId;
import io.countersign.intake.Filing;
import io.countersign.intake.Folder;
import io.countersign.intake.Message;
import io.countersign.intake.MessageId;
import io.countersign.intake.Party;
import io.countersign.intake.ReceivedMail;
import io.countersign.intake.Sighting;
import io.countersign.reading.Amounts;
import io.countersign.reading.Correspondent;
import io.countersign.reading.Mail;
import io.countersign.reading.Reader;
import io.countersign.reading.VerdictReading;

/**
 * One mail before the gates. As it begins, everything speaks for it: Anna and Bo were
 * asked, Anna has answered, and her Sent Items holds the answer.
 */
final class Trial {

	static final EmailAddress ANNA = new EmailAddress("anna.holm@min.example");

	static final EmailAddress BO = new EmailAddress("bo.lind@min.example");

	static final EmailAddress EVA = new EmailAddress("eva.skov@min.example");

	static final EmailAddress OURS = new EmailAddress("countersign@min.example");

	static final CaseId CASE = new CaseId("cs_1");

	static final DocumentId ASKED_FILE = new DocumentId("a".repeat(64));

	static final Instant RECEIVED = Instant.parse("2026-11-24T10:00:00Z");

	static final String REPLY = """
			Received: from out.min.example ([10.0.0.1]) by in.min.example; Tue, 24 Nov 2026 10:00:00 +0000
			From: Anna Holm <anna.holm@min.example>
			To: Dan Friis <dan.friis@min.example>
			Subject: SV: Udkast til svar
			Date: Tue, 24 Nov 2026 09:59:58 +0000
			Message-ID: <reply@min.example>
			In-Reply-To: <ask@min.example>
			References: <ask@min.example>
			MIME-Version: 1.0
			Content-Type: text/plain; charset=utf-8

			Godkendt
			""";

	private static final Reader READER = new Reader();

	static final EmailAddress DAN = new EmailAddress("dan.friis@min.example");

	static final EmailAddress PIA = new EmailAddress("pia.lund@partner.example");

	static final Verdicts VERDICTS = Policy.standard();

	private final String raw;

	private final List<Ask> asks = new ArrayList<>(List.of(ask("ask@min.example", CASE, ANNA, 1, Ask.State.OPEN),
			ask("ask@min.example", CASE, BO, 1, Ask.State.OPEN)));

	private final Map<EmailAddress, Person> people = new HashMap<>(Stream.of(ANNA, BO, EVA, PIA)
		.collect(Collectors.toMap((address) -> address, (address) -> person(address, true))));

	private List<Sighting> sightings = List.of(seen(EVA, Folder.INBOX), seen(ANNA, Folder.SENT));

	private Optional<Instant> sentReadUpTo = Optional.of(RECEIVED.plus(Duration.ofMinutes(5)));

	private CaseState state = CaseState.WAITING;

	private String type = "ministersvar";

	private List<Mandate> mandates = List.of();

	private Optional<MessageId> repeats = Optional.empty();

	private Optional<MailSignature> signature = Optional.empty();

	private Optional<Question> question = Optional.empty();

	private Optional<Cost> cost = Optional.empty();

	private Set<String> unasked = Set.of();

	private Optional<DigestAnswer> digest = Optional.empty();

	private List<Ask> listed = List.of();

	private Standing standing = Standing.PLAIN;

	private ThreadFacts thread = new ThreadFacts(Set.of("Udkast til svar"), Set.of(), Optional.empty());

	private Verdicts verdicts = VERDICTS;

	private Instant now = RECEIVED.plusSeconds(30);

	private Trial(String raw) {
		this.raw = raw;
	}

	static Trial of(String raw) {
		return new Trial(raw);
	}

	/** The reply with one of its header lines, or a part of it, written differently. */
	static Trial with(String written, String instead) {
		if (!REPLY.contains(written)) {
			throw new IllegalArgumentException(written);
		}
		return of(REPLY.replace(written, instead));
	}

	/** The reply with one more header line on top. */
	static Trial withHeader(String line) {
		return of(line + "\n" + REPLY);
	}

	static Trial saying(String words) {
		return with("Godkendt", words);
	}

	Trial asking(Ask... asked) {
		this.asks.clear();
		this.asks.addAll(List.of(asked));
		return this;
	}

	Trial seenIn(Sighting... places) {
		this.sightings = List.of(places);
		return this;
	}

	Trial sentItemsReadUpTo(Instant upTo) {
		this.sentReadUpTo = Optional.of(upTo);
		return this;
	}

	Trial notWatched() {
		this.sentReadUpTo = Optional.empty();
		return this;
	}

	Trial onCase(CaseState now) {
		this.state = now;
		return this;
	}

	Trial ofType(String kind) {
		this.type = kind;
		return this;
	}

	Trial under(Mandate... given) {
		this.mandates = List.of(given);
		return this;
	}

	Trial repeating(MessageId other) {
		this.repeats = Optional.of(other);
		return this;
	}

	Trial signed(MailSignature with) {
		this.signature = Optional.of(with);
		return this;
	}

	Trial answering(Question.State state, Outcome held, String... conditions) {
		this.question = Optional.of(new Question(state, Optional.of(held), List.of(conditions)));
		return this;
	}

	/** What the request says, and what stands in its file. */
	Trial costing(String words, String... file) {
		this.cost = Optional.of(new Cost(List.of(Amounts.in(words)), Amounts.in(String.join("\n", file))));
		return this;
	}

	/** Mails that brought another version, about which nobody was asked. */
	Trial unasked(String... ids) {
		this.unasked = Set.of(ids);
		return this;
	}

	/** The reply answers the first number of a digest by these of its words. */
	Trial number(DigestAnswer.State state, String words) {
		return numbering(state, words, ask("ask@min.example", CASE, ANNA, 1, Ask.State.OPEN));
	}

	/** The same, where the number stands for this request. */
	Trial numbering(DigestAnswer.State state, String words, Ask listed) {
		this.digest = Optional.of(new DigestAnswer(state, 1, words));
		this.listed = List.of(listed);
		return this;
	}

	Trial standing(Standing as) {
		this.standing = as;
		return this;
	}

	Trial in(ThreadFacts known) {
		this.thread = known;
		return this;
	}

	Trial by(Verdicts policy) {
		this.verdicts = policy;
		return this;
	}

	Trial at(Instant moment) {
		this.now = moment;
		return this;
	}

	Trial unknown(EmailAddress address) {
		this.people.remove(address);
		return this;
	}

	Trial onlyMetInMail(EmailAddress address) {
		this.people.put(address, person(address, false));
		return this;
	}

	Judgement judged() {
		return this.verdicts.judge(reply());
	}

	Reply reply() {
		var message = ReceivedMail.of(this.raw);
		var reading = READER.read(mail(message));
		var named = message.threading()
			.ancestors()
			.stream()
			.flatMap((id) -> this.asks.stream().filter((ask) -> ask.internetMessageId().equals(Optional.of(id))))
			.toList();
		var matter = new Matter(this.state, this.type, Optional.of(DAN),
				this.asks.stream().filter((ask) -> ask.caseId().equals(CASE)).toList(), this.question, this.cost,
				this.unasked, this.digest, this.standing, this.thread);
		return new Reply(message, this.sightings, matter, this.digest.isPresent() ? this.listed : named, this.people,
				this.mandates, this.sentReadUpTo, Set.of(OURS), this.repeats, this.signature, Optional.empty(),
				reading.own(), verdict(message, reading.verdict()), this.now);
	}

	private VerdictReading verdict(Message message, VerdictReading whole) {
		return this.digest.isEmpty() ? whole : READER.readList(mail(message), Map.of()).points().getFirst().verdict();
	}

	static Ask ask(String messageId, CaseId caseId, EmailAddress approver, int revision, Ask.State state) {
		return new Ask(new AskId("ask_%s_%s_%d_%s".formatted(messageId, approver, revision, caseId)), caseId,
				new MessageId("msg_" + messageId), Optional.of(messageId), approver, revision, List.of(ASKED_FILE),
				"b".repeat(64), state, RECEIVED.minusSeconds(3_600));
	}

	static Sighting seen(EmailAddress mailbox, Folder folder) {
		return seen(mailbox, folder, Filing.UNKNOWN);
	}

	static Sighting seen(EmailAddress mailbox, Folder folder, Filing filing) {
		return new Sighting(mailbox, folder, "item of " + mailbox, RECEIVED, Optional.empty(), filing);
	}

	/** It was not there before this. */
	static Filing filedAfter(Instant at) {
		return new Filing(Optional.of(at), false);
	}

	private static Person person(EmailAddress address, boolean inDirectory) {
		return new Person(new PersonId("p_" + address.value()), address, name(address), Optional.of(Level.MINISTER),
				Optional.empty(), inDirectory);
	}

	/** "Anna Holm" for anna.holm@min.example. */
	private static String name(EmailAddress address) {
		return Arrays.stream(address.value().substring(0, address.value().indexOf('@')).split("\\."))
			.map((part) -> part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1))
			.collect(Collectors.joining(" "));
	}

	private static Mail mail(Message message) {
		return new Mail(message.subject(), message.content().text(), message.content().html(),
				message.from().map(Trial::correspondent), message.sender().map(Trial::correspondent),
				message.to().stream().map(Trial::correspondent).toList(),
				message.cc().stream().map(Trial::correspondent).toList(), message.sentAt(),
				ZoneId.of("Europe/Copenhagen"), Optional.empty());
	}

	private static Correspondent correspondent(Party party) {
		return new Correspondent(party.displayName(), party.address().value());
	}

}
