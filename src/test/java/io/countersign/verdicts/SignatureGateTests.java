package io.countersign.verdicts;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

import io.countersign.intake.Folder;
import org.junit.jupiter.api.Test;

import static io.countersign.verdicts.JudgementAssert.theTrial;
import static org.assertj.core.api.Assertions.assertThat;

class SignatureGateTests {

	private static final Instant SIGNED = Trial.RECEIVED.minusSeconds(60);

	@Test
	void VA_18_aValidSignatureIsMoreProofBesideTheOthers() {
		assertThat(
				theTrial(trial(MailSignature.State.VALID, Trial.ANNA.value(), SIGNED)).isAccepted().decision().level())
			.isEqualTo("A4");
	}

	@Test
	void VA_18_aSignatureAloneProvesNothing() {
		assertThat(theTrial(trial(MailSignature.State.VALID, Trial.ANNA.value(), SIGNED)
			.seenIn(Trial.seen(Trial.EVA, Folder.INBOX))).isHeld().because()).extracting(Judgement.Reason::category)
			.containsExactly("proof");
	}

	@Test
	void VA_18_aSignatureThatDoesNotHoldIsADoubt() {
		assertThat(theTrial(trial(MailSignature.State.BROKEN, Trial.ANNA.value(), SIGNED)).isHeld().because())
			.extracting(Judgement.Reason::category)
			.containsExactly("signature");
		assertThat(theTrial(trial(MailSignature.State.NOT_IN_FORCE, Trial.ANNA.value(), SIGNED)).isHeld().because())
			.extracting(Judgement.Reason::category)
			.containsExactly("signature");
	}

	@Test
	void VA_18_anUnknownAuthorityChangesNothing() {
		assertThat(theTrial(trial(MailSignature.State.UNKNOWN_AUTHORITY, Trial.ANNA.value(), SIGNED)).isAccepted()
			.decision()
			.level()).isEqualTo("A3");
	}

	@Test
	void VA_18_somebodyElsesSignatureIsADoubt() {
		assertThat(theTrial(trial(MailSignature.State.VALID, Trial.BO.value(), SIGNED)).isHeld().because())
			.extracting(Judgement.Reason::category)
			.containsExactly("signature");
	}

	@Test
	void VA_18_anOldSignatureUnderANewHeaderIsADoubt() {
		assertThat(
				theTrial(trial(MailSignature.State.VALID, Trial.ANNA.value(), Trial.RECEIVED.minus(Duration.ofDays(2))))
					.isHeld()
					.because())
			.extracting(Judgement.Reason::category)
			.containsExactly("signature");
	}

	@Test
	void VA_18_whatWasRevokedHoldsAndWhatMayHaveBeenDoesAsThePolicySays() {
		var unknown = revocation(MailSignature.Revocation.UNKNOWN);

		theTrial(revocation(MailSignature.Revocation.REVOKED)).isHeldBecause("has been revoked");
		theTrial(unknown).isHeldBecause("no list says whether");
		assertThat(theTrial(unknown.by(Policy.onUnknownRevocation(UnknownRevocation.PROVES_NOTHING))).isAccepted()
			.decision()
			.level()).isEqualTo("A3");
		theTrial(unknown.by(Policy.onUnknownRevocation(UnknownRevocation.PROVES_NOTHING))
			.seenIn(Trial.seen(Trial.EVA, Folder.INBOX))).isHeld();
	}

	/** A judgement of before anybody asked comes out as it did (VA-20). */
	@Test
	void VA_20_aSignatureOfWhichNobodyAskedWhetherItWasRevokedStaysWhatItWas() {
		var decision = theTrial(revocation(MailSignature.Revocation.NOT_ASKED)).isAccepted().decision();

		assertThat(decision.level()).isEqualTo("A4");
		assertThat(decision.gates())
			.anyMatch((gate) -> gate.sentence().endsWith("whether that was revoked was not asked."));
		assertThat(Policies.JSON
			.readValue("""
					{"state":"VALID","addresses":["a@min.example"],"authority":"CN=A","signedAt":null}""",
					MailSignature.class)
			.revocation()).isEqualTo(MailSignature.Revocation.NOT_ASKED);
	}

	private static Trial trial(MailSignature.State state, String address, Instant at) {
		return trial(state, address, at, MailSignature.Revocation.NONE);
	}

	private static Trial revocation(MailSignature.Revocation known) {
		return trial(MailSignature.State.VALID, Trial.ANNA.value(), SIGNED, known);
	}

	private static Trial trial(MailSignature.State state, String address, Instant at, MailSignature.Revocation known) {
		return Trial.of(Trial.REPLY)
			.signed(new MailSignature(state, Set.of(address), Optional.of("CN=Statens CA"), Optional.of(at), known,
					Optional.of("d".repeat(64))));
	}

}
