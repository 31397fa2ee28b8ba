package io.countersign.verdicts;

import java.util.List;

import java.time.Duration;
import java.util.Set;

import io.countersign.cases.Ask;

/**
 * VA-18: the S/MIME signature over a mail. A valid one of whoever sent it is more proof
 * beside the others; one that does not hold is a doubt. It covers no header field, so
 * somebody may put an old signed text under a new header: it must be younger than what
 * was asked.
 */
class SignatureGate implements Gate {

	private static final Set<String> SIGNED = Set.of("multipart/signed", "application/pkcs7-mime",
			"application/x-pkcs7-mime", "application/pkcs7-signature", "application/x-pkcs7-signature");

	/** How far a signer's clock may be behind. */
	private static final Duration BEHIND = Duration.ofMinutes(5);

	private final UnknownRevocation unknownRevocation;

	SignatureGate(UnknownRevocation unknownRevocation) {
		this.unknownRevocation = unknownRevocation;
	}

	@Override
	public String category() {
		return "signature";
	}

	@Override
	public String requirement() {
		return "VA-18";
	}

	@Override
	public List<String> fields() {
		return List.of("Content-Type");
	}

	@Override
	public Finding judge(Reply reply) {
		return reply.signature().map((signature) -> judge(reply, signature)).orElseGet(() -> unsigned(reply));
	}

	private static Finding unsigned(Reply reply) {
		var evidence = reply.message().evidence();
		var carries = SIGNED.contains(evidence.mediaType()) || evidence.partTypes().stream().anyMatch(SIGNED::contains);
		return Finding.pass(carries ? "It carries a signature that was not verified and proves nothing."
				: "It carries no signature.");
	}

	private Finding judge(Reply reply, MailSignature signature) {
		return switch (signature.state()) {
			case BROKEN -> Finding.hold("Its signature does not hold.");
			case REPEATED -> Finding.hold("Its signature stood over another mail before.");
			case NOT_IN_FORCE -> Finding.hold("The certificate of its signature was not valid at that time.");
			case UNKNOWN_AUTHORITY ->
				Finding.pass("Its signature holds, but no authority we know stands behind it: it proves nothing.");
			case VALID -> valid(reply, signature);
		};
	}

	private Finding valid(Reply reply, MailSignature signature) {
		if (reply.actor().filter((actor) -> signature.addresses().contains(actor.value())).isEmpty()) {
			return Finding.hold("It is signed by somebody else than it says.");
		}
		if (signature.revocation() == MailSignature.Revocation.REVOKED) {
			return Finding.hold("The certificate of its signature has been revoked.");
		}
		if (signature.signedAt().isEmpty()) {
			return Finding.pass("Its signature does not say when it was made: it proves nothing.");
		}
		var asked = reply.likelyAsk().map(Ask::askedAt);
		if (asked.filter((at) -> signature.signedAt().get().isBefore(at.minus(BEHIND))).isPresent()) {
			return Finding.hold("It was signed before the question was asked.");
		}
		return proven(signature);
	}

	private Finding proven(MailSignature signature) {
		var authority = signature.authority().orElse("an authority");
		return switch (signature.revocation()) {
			case NONE -> new Finding.Proven(ProofLevel.A4,
					"Whoever sent it has signed it; %s vouches for the certificate and has not revoked it."
						.formatted(authority));
			case NOT_ASKED -> new Finding.Proven(ProofLevel.A4,
					"Whoever sent it has signed it; %s vouches for the certificate; whether that was revoked was not asked."
						.formatted(authority));
			case UNKNOWN -> (this.unknownRevocation == UnknownRevocation.HOLD)
					? Finding.hold("It is signed, and no list says whether the certificate has been revoked.")
					: Finding.pass("Whether the certificate of its signature has been revoked is not known:"
							+ " it proves nothing.");
			case REVOKED -> throw new IllegalStateException();
		};
	}

}
