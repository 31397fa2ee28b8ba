package io.countersign.verdicts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.countersign.cases.Decision;
import io.countersign.cases.GateResult;
import io.countersign.cases.Outcome;
import io.countersign.cases.Verdict;
import io.countersign.cases.VerdictArchive;
import io.countersign.documents.DocumentId;
import io.countersign.identity.Mandate;
import io.countersign.intake.Folder;
import io.countersign.intake.Message;
import io.countersign.intake.MessageId;
import io.countersign.support.TestDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** What is kept of each judgement, and that it comes out again. */
class JudgementsTests {

	private final JdbcClient database = TestDatabase.fresh().client();

	private final JudgementRepository repository = new JudgementRepository(this.database);

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private final List<Object> events = new ArrayList<>();

	private final Map<MessageId, Message> mails = new HashMap<>();

	private final Judgements judgements = judging(Policy.properties(Map.of(), Policy.EXCHANGE));

	private final List<Verdict> verdicts = new ArrayList<>();

	private final Rejudging rejudging = new Rejudging(this.repository, (after, _) -> kept(after),
			(id) -> Optional.ofNullable(this.mails.get(id)));

	@Test
	void VA_20_everyVerdictComesOutTheSameWhenItIsJudgedAgain() {
		var number = 0;
		for (var trial : List.of(Trial.of(Trial.REPLY), Letters.fromOutside(Letters.EXTERNAL),
				Letters.delivered(Letters.IN_TENANT), Letters.delivered(Trial.REPLY),
				Trial.withHeader("Precedence: bulk"), Letters.external("dmarc=pass", "dmarc=fail"))) {
			judge(trial.reply(), "msg_" + number++);
		}
		judging(Policy.properties(Map.of("ministersvar", ProofLevel.A4), Trust.NOTHING))
			.judge(stored(Trial.of(Trial.REPLY).reply(), "msg_other_policy"));

		var report = this.rejudging.all();

		assertThat(report.same()).isEqualTo(7);
		assertThat(report.different()).isEmpty();
		assertThat(this.database.sql("select word from judgement order by message").query(String.class).list())
			.containsExactly("accepted", "accepted", "accepted", "held", "refused", "refused", "held");
	}

	@Test
	void VA_20_aVerdictIsWhatWasJudgedInEveryPart() {
		var read = judge(Trial.of(Trial.REPLY).reply(), "msg_1").decision().orElseThrow();

		assertThat(unfounded(read)).isEmpty();
		for (var other : List.of(
				new Decision(read.ask(), Outcome.REJECTED, read.decidedFor(), read.actedBy(), read.method(),
						read.conditions(), read.delegate(), read.level(), read.gates(), read.evidence(),
						read.documents(), read.message(), read.comment(), read.decidedAt()),
				new Decision(read.ask(), read.outcome(), Trial.BO, read.actedBy(), read.method(), read.conditions(),
						read.delegate(), read.level(), read.gates(), read.evidence(), read.documents(), read.message(),
						read.comment(), read.decidedAt()),
				new Decision(read.ask(), read.outcome(), read.decidedFor(), read.actedBy(), read.method(),
						List.of("Only this year"), read.delegate(), read.level(), read.gates(), read.evidence(),
						read.documents(), read.message(), read.comment(), read.decidedAt()),
				new Decision(read.ask(), read.outcome(), read.decidedFor(), read.actedBy(), read.method(),
						read.conditions(), read.delegate(), "A4", read.gates(), read.evidence(), read.documents(),
						read.message(), read.comment(), read.decidedAt()),
				new Decision(read.ask(), read.outcome(), read.decidedFor(), read.actedBy(), read.method(),
						read.conditions(), read.delegate(), read.level(), read.gates(), read.evidence(),
						List.of(new DocumentId("f".repeat(64))), read.message(), read.comment(), read.decidedAt()),
				read.confirmed(new GateResult("confirmed (VA-19)", "pass", "He says so.")))) {
			assertThat(unfounded(other)).as(other.toString()).containsExactly("It is not what was judged.");
		}
	}

	@Test
	void VA_20_aVerdictWithoutAJudgementRestsOnNothing() {
		var read = judge(Trial.of(Trial.REPLY).reply(), "msg_1").decision().orElseThrow();
		this.database.sql("delete from judgement").update();

		assertThat(unfounded(read)).containsExactly("No judgement is kept on which it rests.");
	}

	@Test
	void VA_20_whatWasHeldAndConfirmedRestsOnItsJudgement() {
		var held = judge(Letters.delivered(Trial.REPLY).reply(), "msg_1");
		assertThat(held.word()).isEqualTo("held");

		assertThat(unfounded(held.decision().orElseThrow())).as("released by two").isEmpty();
		assertThat(unfounded(
				held.decision().orElseThrow().confirmed(new GateResult("confirmed (VA-19)", "pass", "He says so."))))
			.isEmpty();
	}

	/**
	 * It covers no header field, so whoever has the mail may put it under another
	 * request.
	 */
	@Test
	void VA_18_aSignatureCountsOverTheFirstMailItStandsOver() {
		var signature = new MailSignature(MailSignature.State.VALID, Set.of(Trial.ANNA.value()), Optional.of("CN=CA"),
				Optional.of(Trial.RECEIVED), MailSignature.Revocation.NONE, Optional.of("d".repeat(64)));
		var signing = new Judgements(Policy.properties(Map.of(), Policy.EXCHANGE), this.repository,
				(_) -> Optional.of(signature), new Refusals(this.meters), "1.0", this.events::add);
		var first = stored(Trial.of(Trial.REPLY).reply(), "msg_1");

		assertThat(signing.judge(first)).isInstanceOf(Judgement.Accepted.class);
		assertThat(signing.judge(stored(Trial.of(Trial.REPLY).at(Trial.RECEIVED.plusSeconds(60)).reply(), "msg_2")))
			.isInstanceOfSatisfying(Judgement.Held.class, (held) -> assertThat(held.reasons())
				.containsExactly("Its signature stood over another mail before."));
		assertThat(signing.judge(first)).as("looked at once more").isInstanceOf(Judgement.Accepted.class);
		assertThat(this.rejudging.all().different()).isEmpty();
	}

	@Test
	void VA_20_aPolicyThatSaysNothingOfWitnessesAsksForNone() {
		var before = Policies.JSON
			.readValue(Policies.JSON.writeValueAsString(Policy.properties(Map.of(), Policy.EXCHANGE))
				.replaceFirst(",\"loneWitness\":\"COUNTS\"", ""), VerdictProperties.class);

		assertThat(new Verdicts(before).judge(Trial.of(Trial.REPLY).reply()))
			.isInstanceOfSatisfying(Judgement.Accepted.class, (accepted) -> assertThat(accepted.decision().gates())
				.noneMatch((gate) -> gate.gate().startsWith("witness")));
	}

	@Test
	void VA_20_aJudgementStaysOnWhichAVerdictRests() {
		judge(Trial.of(Trial.REPLY).reply(), "msg_1");
		var mail = this.mails.entrySet().iterator().next().getValue();
		this.judgements.judge(Facts.of(Trial.withHeader("Precedence: bulk").reply()).about(mail));
		this.judgements.judge(Facts.of(Letters.delivered(Trial.REPLY).reply()).about(mail));

		assertThat(this.database.sql("select word from judgement").query(String.class).single()).isEqualTo("accepted");
	}

	@Test
	void VA_20_evidenceThatWasChangedComesOutDifferently() {
		judge(Trial.of(Trial.REPLY).reply(), "msg_1");
		this.mails.put(new MessageId("msg_1"), Trial.withHeader("List-Id: <x>").reply().message());

		assertThat(this.rejudging.all().different()).singleElement()
			.satisfies((difference) -> assertThat(difference.recorded() + " " + difference.now())
				.isEqualTo("accepted refused"));
	}

	@Test
	void VA_20_aForgottenMailIsSaidToBeGone() {
		judge(Trial.of(Trial.REPLY).reply(), "msg_1");
		this.mails.clear();

		assertThat(this.rejudging.all()).isEqualTo(new Rejudging.Report(0, 1, List.of(), 0, List.of()));
	}

	@Test
	void VA_20_theFactsOfAJudgementAreKept() {
		judge(Trial.of(Trial.REPLY).reply(), "msg_1");

		var row = this.database.sql("select raw, policy, software, sender_domain, judged_at from judgement")
			.query()
			.singleRow();

		assertThat(row).containsEntry("software", "1.0").containsEntry("sender_domain", "min.example");
		assertThat((String) row.get("raw")).matches("[0-9a-f]{64}");
		assertThat((String) row.get("policy")).matches("[0-9a-f]{16}");
		assertThat(row.get("judged_at")).isNotNull();
	}

	@Test
	void VA_20_theDirectoryTheMandatesTheGatesAndThePolicyAreKept() {
		judge(Trial.withHeader("Sender: Eva Skov <eva.skov@min.example>")
			.seenIn(Trial.seen(Trial.EVA, Folder.SENT))
			.under(new Mandate("m-eva", Trial.ANNA, Trial.EVA, Trial.RECEIVED, Trial.RECEIVED.plusSeconds(1), List.of(),
					null, "DKK"))
			.reply(), "msg_1");

		var kept = this.database
			.sql("select facts::text || judged::text || settings::text from judgement join policy on version = policy")
			.query(String.class)
			.single();

		assertThat(kept).contains("p_eva.skov@min.example", "m-eva", "mandate (VA-9)", "proof (VA-10", Policy.TENANT,
				"clockDifference");
	}

	@Test
	void VA_20_eachNumberOfADigestIsJudgedAgain() {
		var first = stored(Trial.saying("1 godkendt, 2 nej").number(DigestAnswer.State.OPEN, "godkendt").reply(),
				"msg_1");
		var used = Trial.saying("1 godkendt, 2 nej").number(DigestAnswer.State.USED, "godkendt").reply();
		this.judgements.judge(first);
		var matter = used.matter();
		var other = new Matter(matter.state(), matter.type(), matter.requester(), matter.asks(), matter.question(),
				matter.cost(), matter.unasked(), Optional.of(new DigestAnswer(DigestAnswer.State.USED, 2, "nej")));
		this.judgements.judge(new Reply(first.message(), used.sightings(), other, used.namedAsks(), used.people(),
				used.mandates(), used.sentReadUpTo(), used.ours(), used.repeats(), used.signature(), used.ground(),
				used.own(), used.reading(), used.now()));

		assertThat(this.rejudging.all()).isEqualTo(new Rejudging.Report(2, 0, List.of(), 0, List.of()));
		assertThat(this.database.sql("select number || word from judgement order by number").query(String.class).list())
			.containsExactly("1accepted", "2refused");
	}

	@Test
	void VA_24_eachRefusalIsCountedBySenderDomainAndSaidOnceInTheJournal() {
		judge(Letters.external("dmarc=pass", "dmarc=fail").reply(), "msg_1");
		judge(Letters.external("dmarc=pass", "dmarc=fail").reply(), "msg_2");
		judge(Trial.withHeader("Precedence: bulk").reply(), "msg_3");

		assertThat(this.meters.get("countersign.verdicts.refused")
			.tags("category", "proof", "domain", "partner.example")
			.counter()
			.count()).isEqualTo(2);
		assertThat(this.events).hasSize(3)
			.allSatisfy((event) -> assertThat(((ReplyRefused) event).type()).isEqualTo("security.reply_refused"));
	}

	@Test
	void VA_24_strangersCannotFillTheMeters() {
		var refusals = new Refusals(this.meters);
		for (var number = 0; number < 1_000; number++) {
			refusals.count("proof", "d%d.example".formatted(number));
		}

		assertThat(this.meters.find("countersign.verdicts.refused").counters()).hasSize(201);
		assertThat(this.meters.get("countersign.verdicts.refused").tag("domain", "other").counter().count())
			.isEqualTo(800);
	}

	private Judged judge(Reply reply, String id) {
		var judged = Judged.of(this.judgements.judge(stored(reply, id)));
		return judged.orElseThrow();
	}

	/** What is said of a verdict that has these parts. */
	private List<String> unfounded(Decision decision) {
		this.verdicts.clear();
		this.verdicts.add(new Verdict("vd_1", Verdict.State.ACTIVE, decision, Trial.RECEIVED, Optional.empty()));
		return this.rejudging.all().unfounded().stream().map(Rejudging.Unfounded::sentence).toList();
	}

	private List<VerdictArchive.Kept> kept(String after) {
		return this.verdicts.stream()
			.filter((verdict) -> verdict.id().compareTo(after) > 0)
			.map((verdict) -> new VerdictArchive.Kept(verdict.id(), Optional.of(verdict.decision()), Optional.empty(),
					Optional.empty()))
			.toList();
	}

	private Reply stored(Reply reply, String id) {
		var message = reply.message();
		var mail = new Message(new MessageId(id), message.evidence(), message.from(), message.sender(), message.to(),
				message.cc(), message.subject(), message.sentAt(), message.receivedAt(), message.content(),
				message.parts(), message.threading(), message.sightings(), message.remarks(), message.chat());
		this.mails.put(mail.id(), mail);
		this.database
			.sql("insert into message (id, reason, digest, received_at, mode) values (:id, '', '', now(), 'LIVE')")
			.param("id", id)
			.update();
		return Facts.of(reply).about(mail);
	}

	private Judgements judging(VerdictProperties policy) {
		return new Judgements(policy, this.repository, (_) -> Optional.empty(), new Refusals(this.meters), "1.0",
				this.events::add);
	}

}
