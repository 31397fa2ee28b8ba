package io.countersign.verdicts;

import java.util.Set;

/**
 * VA-18: a signature inside the mail. None is verified yet, so none ever counts as proof
 * and nobody is told that the mail is signed.
 */
class SignatureGate implements Gate {

	private static final Set<String> SIGNED = Set.of("multipart/signed", "application/pkcs7-mime",
			"application/x-pkcs7-mime", "application/pkcs7-signature", "application/x-pkcs7-signature");

	@Override
	public String category() {
		return "signature";
	}

	@Override
	public String requirement() {
		return "VA-18";
	}

	@Override
	public Finding judge(Reply reply) {
		var evidence = reply.message().evidence();
		var carries = SIGNED.contains(evidence.mediaType()) || evidence.partTypes().stream().anyMatch(SIGNED::contains);
		return Finding.pass(carries ? "It carries a signature that was not verified and proves nothing."
				: "It carries no signature.");
	}

}
