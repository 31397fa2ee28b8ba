package io.countersign.verdicts;

import java.util.AbstractMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.countersign.cases.CaseState;
import io.countersign.cases.Decision;
import io.countersign.cases.GateResult;
import io.countersign.cases.Outcome;
import io.countersign.identity.EmailAddress;
import io.countersign.identity.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.countersign.verdicts.JudgementAssert.theTrial;
import static org.assertj.core.api.Assertions.assertThat;

/** What a judgement says and keeps. */
class VerdictsTests {

	@Test
	void VA_20_anAcceptedReplyKeepsWhatEachGateSaidAndWhy() {
		var decision = theTrial(Trial.of(Trial.REPLY)).isAccepted().decision();

		assertThat(decision.outcome()).isEqualTo(Outcome.APPROVED);
		assertThat(decision.decidedFor()).isEqualTo(Trial.ANNA);
		assertThat(decision.actedBy()).isEqualTo(Trial.ANNA);
		assertThat(decision.method()).isEqualTo(Decision.Method.MAIL_REPLY);
		assertThat(decision.decidedAt()).isEqualTo(Trial.RECEIVED);
		assertThat(decision.gates()).extracting(GateResult::gate)
			.containsExactly("structure (VA-1, VA-2)", "automatic (VA-3)", "binding (VA-4)", "version (VA-4)",
					"state (VA-6)", "repeat (VA-7)", "person (VA-8)", "mandate (VA-9)",
					"proof (VA-10, VA-11, VA-12, VA-13, VA-11a)", "filter (VA-15)", "replay (VA-16)",
					"signature (VA-18)", "witness (VA-23)", "content (VA-17)", "strictness (VA-23)");
		assertThat(decision.gates()).allMatch((gate) -> gate.result().equals("pass") && !gate.sentence().isBlank());
		assertThat(decision.evidence()).hasValueSatisfying((quote) -> assertThat(quote.quote()).isEqualTo("Godkendt"));
	}

	@Test
	void VA_20_theSameFactsGiveTheSameJudgement() {
		assertThat(Trial.of(Trial.REPLY).judged()).isEqualTo(Trial.of(Trial.REPLY).judged());
		assertThat(Trial.withHeader("List-Id: x").judged()).isEqualTo(Trial.withHeader("List-Id: x").judged());
	}

	@Test
	void VA_21_theVerdictBindsTheFilesOfTheAsk() {
		assertThat(theTrial(Trial.of(Trial.REPLY)).isAccepted().decision().documents())
			.containsExactly(Trial.ASKED_FILE);
	}

	@Test
	void VA_19_aHeldVerdictNamesEveryReason() {
		var held = theTrial(Trial.withHeader("Sender: eva.skov@min.example").notWatched().seenIn()).isHeld();

		assertThat(held.reasons()).hasSize(2);
		assertThat(held.decision().level()).isEqualTo("A1");
	}

	@Test
	void VA_01_anExceptionInAGateNeverAccepts() {
		assertThat(Trial.VERDICTS.judge(with(Trial.of(Trial.REPLY).reply(), new Unreadable())))
			.isInstanceOf(Judgement.Held.class);
	}

	@Test
	void VA_01_aMissingDatumNeverAccepts() {
		assertThat(List.of(Trial.of(Trial.REPLY).seenIn(), Trial.of(Trial.REPLY).asking(),
				Trial.of(Trial.REPLY).onCase(CaseState.CLOSED), Trial.of(Trial.REPLY).seenIn().notWatched()))
			.noneMatch((trial) -> trial.judged() instanceof Judgement.Accepted);
		assertThat(Trial.VERDICTS.judge(with(Trial.of(Trial.REPLY).reply(), Map.of())))
			.isNotInstanceOf(Judgement.Accepted.class);
	}

	/** Whatever a gate asks for may be gone: none of them takes nothing for a yes. */
	@ParameterizedTest
	@ValueSource(strings = { "message", "sightings", "matter", "namedAsks", "people", "ours", "repeats", "signature",
			"own", "reading" })
	void VA_01_noPartOfWhatIsKnownMayBeMissing(String part) {
		var good = Trial.of(Trial.REPLY).reply();

		assertThat(counts(good)).isTrue();
		assertThat(counts(without(part, good))).isFalse();
	}

	/** What ends in a fault is not written down, and decides nothing. */
	private static boolean counts(Reply reply) {
		try {
			return Trial.VERDICTS.judge(reply) instanceof Judgement.Accepted;
		}
		catch (NullPointerException ex) {
			return false;
		}
	}

	/** The same reply, of which this part could not be had. */
	private static Reply without(String part, Reply good) {
		try {
			var parts = Reply.class.getRecordComponents();
			var values = new Object[parts.length];
			for (var index = 0; index < parts.length; index++) {
				if (!parts[index].getName().equals(part)) {
					values[index] = parts[index].getAccessor().invoke(good);
				}
			}
			return (Reply) Reply.class.getConstructors()[0].newInstance(values);
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Reply with(Reply good, Map<EmailAddress, Person> people) {
		return new Reply(good.message(), good.sightings(), good.matter(), good.namedAsks(), people, good.mandates(),
				good.sentReadUpTo(), good.ours(), good.repeats(), good.signature(), good.ground(), good.own(),
				good.reading(), good.now());
	}

	/** A directory that fails when it is asked. */
	private static final class Unreadable extends AbstractMap<EmailAddress, Person> {

		@Override
		public Set<Entry<EmailAddress, Person>> entrySet() {
			throw new IllegalStateException("away");
		}

	}

}
