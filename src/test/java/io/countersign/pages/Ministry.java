package io.countersign.pages;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import io.countersign.cases.CaseId;
import io.countersign.cases.CaseView;
import io.countersign.cases.Cases;
import io.countersign.cases.Decision;
import io.countersign.cases.Due;
import io.countersign.cases.GateResult;
import io.countersign.cases.Joining;
import io.countersign.cases.NewCase;
import io.countersign.cases.Outcome;
import io.countersign.cases.Participant;
import io.countersign.cases.Quote;
import io.countersign.cases.Role;
import io.countersign.intake.Message;
import io.countersign.intake.MessageId;
import io.countersign.intake.Messages;
import io.countersign.journal.Mode;
import io.countersign.scenario.Letter;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;

import static java.util.concurrent.CompletableFuture.allOf;
import static java.util.concurrent.CompletableFuture.runAsync;
import static java.util.concurrent.CompletableFuture.supplyAsync;

/**
 * The cases of one morning, each at another place of the board.
 *
 * @param lease waits for the minister, after a head of unit has approved with a condition
 * @param answer overdue with the minister
 * @param travel decided
 * @param held somebody has answered, and nothing proves who
 * @param order work the minister has ordered
 * @param question a mail of the lease that decides nothing
 */
record Ministry(CaseId lease, CaseId answer, CaseId travel, CaseId held, CaseId order, MessageId question) {

	private static final ZoneId COPENHAGEN = ZoneId.of("Europe/Copenhagen");

	private static final String LEASE = """
			Kære Anna og Clara

			Udlejer vil have svar i denne uge. Vi beder om godkendelse af en ny lejekontrakt for Havnegade 12 \
			på 1,2 mio. kr. om året. Svar senest i dag kl. 23.59, så vi kan nå at skrive under.

			Går vi ikke videre, skal 40 medarbejdere flytte inden 1. februar.

			Venlig hilsen
			Dan Friis
			Sagsbehandler, Jura
			""";

	private static final String CONDITION = "men husk at skrive ind, at lejen ligger fast i fem år";

	static Ministry of(House house) {
		return new Writer(house).write();
	}

	/**
	 * So many mails more to this person that somebody has to look at, all for this
	 * reason.
	 */
	static void doubts(House house, Staff reader, int many, String reason) {
		var writer = new Writer(house);
		try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
			allOf(IntStream.range(0, many)
				.mapToObj((_) -> runAsync(
						() -> writer.doubt(reader, "Sv: Et af mange forslag", "Hvad nu?", reason, null), hands))
				.toArray(CompletableFuture[]::new)).join();
		}
	}

	/** Writes the letters and opens the cases, as triage would. */
	private static final class Writer {

		private final Post post;

		private final Cases cases;

		private final Messages messages;

		private final ZonedDateTime now = ZonedDateTime.now(COPENHAGEN);

		private final JdbcClient database;

		Writer(House house) {
			this.post = new Post(house);
			this.cases = house.bean(Cases.class);
			this.messages = house.bean(Messages.class);
			this.database = house.bean(JdbcClient.class);
		}

		/**
		 * All at once, for the product lets what comes alone wait a moment for what comes
		 * with it.
		 */
		Ministry write() {
			try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
				var lease = supplyAsync(this::lease, hands);
				var answer = supplyAsync(this::answer, hands);
				var travel = supplyAsync(this::travel, hands);
				var held = supplyAsync(this::held, hands);
				var order = supplyAsync(this::order, hands);
				allOf(runAsync(this::hearing, hands), runAsync(this::guide, hands), runAsync(this::meeting, hands),
						runAsync(this::playground, hands), runAsync(this::unreadable, hands),
						lease.thenAcceptAsync(this::latest, hands), lease.thenAcceptAsync(this::forged, hands))
					.join();
				var question = this.cases.get(lease.join()).messages().getLast().message();
				return new Ministry(lease.join(), answer.join(), travel.join(), held.join(), order.join(), question);
			}
		}

		private void hearing() {
			asked("Godkendelse af høringssvar om digital post", Staff.GRO, Staff.BO, nextWorkingDay().plusHours(9));
		}

		private void guide() {
			asked("Godkend ny vejledning om hjemmearbejde", Staff.DAN, Staff.CLARA, this.now.plusDays(12));
		}

		private void meeting() {
			asked("Må vi invitere til møde i følgegruppen?", Staff.FINN, Staff.CLARA, null);
		}

		private void playground() {
			doubt(Staff.ANNA, "Sv: Budget til legepladsen", "Er I ok med, at legepladsen kommer med i høringen?",
					"It asks for a decision, but not clearly of whom.", null);
		}

		private void latest(CaseId lease) {
			doubt(Staff.ANNA, "Vedr. lejekontrakt", "Her er det seneste om lejemålet.",
					"Its subject carries the number of this case. Anybody can write that.", lease);
		}

		private void forged(CaseId lease) {
			doubt(Staff.ANNA, "Sv: Lejekontrakt for Havnegade 12", "Godkendt.",
					"It was refused: The name in the From field looks like another address.", lease);
		}

		private void unreadable() {
			var message = this.post.deliver(Letter.of(Staff.FINN, List.of(Staff.ANNA), "Bilag til møde", "Se vedlagte.",
					this.now.minusHours(3)), Staff.ANNA);
			this.database.sql("update message set state = 'QUARANTINED', reason = :reason where id = :id")
				.param("reason", "It has more than 200 parts; the rest was left out.")
				.param("id", message.id().value())
				.update();
		}

		private void doubt(Staff reader, String subject, String text, String reason, @Nullable CaseId likely) {
			var message = this.post
				.deliver(Letter.of(Staff.FINN, List.of(reader), subject, text, this.now.minusHours(2)), reader);
			this.messages.inReview(message.id(), reason);
			this.database.sql("insert into review (message, reason, case_id) values (:message, :reason, :case)")
				.param("message", message.id().value())
				.param("reason", reason)
				.param("case", (likely != null) ? likely.value() : null)
				.update();
		}

		private CaseId lease() {
			var request = Letter
				.of(Staff.DAN, List.of(Staff.ANNA, Staff.CLARA), "Lejekontrakt for Havnegade 12", LEASE,
						this.now.minusDays(2))
				.copyTo(Staff.EVA)
				.with("Lejekontrakt.pdf", "%PDF-1.7 the contract, first version")
				.with("Budget 2027.xlsx", "the budget");
			var id = open(this.post.deliver(request, Staff.ANNA), List.of(Staff.ANNA, Staff.CLARA),
					this.now.with(LocalTime.of(23, 59)).toInstant());
			var approved = request.answeredBy(Staff.CLARA,
					"Godkendt herfra, " + CONDITION + ".\n\nMvh Clara" + request.quoted(), this.now.minusDays(1));
			var reply = join(id, approved, Staff.DAN);
			this.cases.decide(id, byMail(this.cases.get(id), Staff.CLARA, reply, Outcome.APPROVED_WITH_CONDITIONS),
					null);
			var question = request.answeredBy(Staff.EVA, "Hvornår udløber den gamle kontrakt?",
					this.now.minusHours(20));
			this.cases.remark(id, join(id, question, Staff.DAN).id(),
					"It gives no verdict: nothing was asked of its author.");
			return id;
		}

		private CaseId answer() {
			return asked("Svar på S 412 om ventetider", Staff.CLARA, Staff.ANNA, this.now.minusMinutes(42));
		}

		private CaseId travel() {
			var id = asked("Godkend tjenesterejse til Helsinki", Staff.FINN, Staff.BO, this.now.plusDays(3));
			var view = this.cases.get(id);
			this.cases.decide(id, decision(view, Staff.BO, Outcome.APPROVED, Decision.Method.API, List.of(),
					Optional.empty(), Optional.empty(), "Godkendt i sagssystemet."), id + "/travel");
			return id;
		}

		private CaseId held() {
			var request = Letter.of(Staff.FINN, List.of(Staff.GRO), "Pressemeddelelse om budgetloven",
					"Kære Gro\n\nKan du godkende pressemeddelelsen i morgen kl. 10?\n\nFinn", this.now.minusHours(5));
			var id = open(this.post.deliver(request, Staff.GRO), List.of(Staff.GRO),
					nextWorkingDay().plusHours(10).toInstant());
			var reply = join(id, request.answeredBy(Staff.GRO, "Godkendt.\n\nGro", this.now.minusHours(1)), Staff.FINN);
			this.cases.hold(id, byMail(this.cases.get(id), Staff.GRO, reply, Outcome.APPROVED),
					List.of("Its author's mailbox is not watched, so nothing proves who wrote it."));
			return id;
		}

		private CaseId order() {
			var letter = Letter.of(Staff.ANNA, List.of(Staff.CLARA), "Notat om skolebusser",
					"Kære Clara\n\nLav et notat om skolebusserne til onsdag.\n\nAnna", this.now.minusDays(3));
			var message = this.post.deliver(letter, Staff.CLARA);
			var due = Optional.of(due(this.now.plusDays(6).toInstant()));
			return opened(message, new NewCase(message, message.subject(), "bestilling", "da",
					List.of(participant(Staff.ANNA, Role.REQUESTER), participant(Staff.CLARA, Role.EXECUTOR)),
					List.of(), List.of(new NewCase.NewTask(Staff.CLARA.email(), "Lav et notat om skolebusserne", due)),
					due, "It opens the case: It orders work: \"Lav et notat om skolebusserne til onsdag.\"", Mode.LIVE,
					message.receivedAt()));
		}

		private CaseId asked(String title, Staff requester, Staff approver, @Nullable ZonedDateTime deadline) {
			var text = "Kære %s\n\n%s. Vi beder om godkendelse.\n\n%s".formatted(approver.displayName(), title,
					requester.displayName());
			var letter = Letter.of(requester, List.of(approver), title, text, this.now.minusHours(30))
				.with("Indstilling.docx", title);
			return open(this.post.deliver(letter, approver), List.of(approver),
					(deadline != null) ? deadline.toInstant() : null);
		}

		private CaseId open(Message message, List<Staff> approvers, @Nullable Instant deadline) {
			var people = new ArrayList<Participant>();
			message.from()
				.ifPresent((from) -> people.add(new Participant(from.address(), from.displayName(), Role.REQUESTER)));
			approvers.forEach((approver) -> people.add(participant(approver, Role.APPROVER)));
			message.cc().forEach((cc) -> people.add(new Participant(cc.address(), cc.displayName(), Role.INFORMED)));
			return opened(message,
					new NewCase(message, message.subject(), "decision", "da", people,
							approvers.stream().map(Staff::email).toList(), List.of(),
							Optional.ofNullable(deadline).map(Writer::due),
							"It opens the case: It asks for a decision: \"Vi beder om godkendelse.\"", Mode.LIVE,
							message.receivedAt()));
		}

		private CaseId opened(Message message, NewCase newCase) {
			var id = this.cases.open(newCase);
			this.messages.inCase(message.id(), id.value(), newCase.reason());
			return id;
		}

		private Message join(CaseId id, Letter letter, Staff mailbox) {
			var message = this.post.deliver(letter, mailbox);
			var reason = "It answers a mail of this case (%s).".formatted(letter.references().getLast());
			this.cases.join(id, new Joining(message, List.of(), reason, message.receivedAt()));
			this.messages.inCase(message.id(), id.value(), reason);
			return message;
		}

		private Decision byMail(CaseView view, Staff approver, Message reply, Outcome outcome) {
			var text = reply.content().text().orElseThrow();
			var word = "Godkendt herfra";
			var quote = text.startsWith(word) ? word : "Godkendt";
			return decision(view, approver, outcome, Decision.Method.MAIL_REPLY,
					outcome == Outcome.APPROVED ? List.of() : List.of(CONDITION),
					Optional.of(new Quote(0, quote.length(), quote, "da/yes/1")), Optional.of(reply), text);
		}

		private Decision decision(CaseView view, Staff approver, Outcome outcome, Decision.Method method,
				List<String> conditions, Optional<Quote> quote, Optional<Message> reply, String comment) {
			var ask = view.asks()
				.stream()
				.filter((one) -> one.approver().equals(approver.email()))
				.findFirst()
				.orElseThrow();
			return new Decision(ask.id(), outcome, approver.email(), approver.email(), method, conditions,
					Optional.empty(), "A3",
					List.of(new GateResult("person (VA-8)", "pass",
							"Its author is the person who was asked, by the directory's address."),
							new GateResult("proof (VA-11)", "pass",
									"The same mail lies in the author's own Sent Items.")),
					quote, ask.documents(), reply.map(Message::id), comment,
					reply.map(Message::receivedAt).orElseGet(Instant::now));
		}

		private ZonedDateTime nextWorkingDay() {
			var day = this.now.toLocalDate().plusDays(1);
			while (day.getDayOfWeek().getValue() > 5) {
				day = day.plusDays(1);
			}
			return day.atStartOfDay(COPENHAGEN);
		}

		private static Due due(Instant at) {
			return new Due(at, true, COPENHAGEN);
		}

		private static Participant participant(Staff person, Role role) {
			return new Participant(person.email(), person.displayName(), role);
		}

	}

}
