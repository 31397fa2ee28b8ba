package io.countersign.verdicts;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import io.countersign.verdicts.signature.Signer;

/**
 * Signed replies beside the corpus, with keys that are made for this run, and what has to
 * be known of their authority.
 */
record SignedReplies(Signer authority, Signer anna, Signer revoked) {

	static SignedReplies make() throws Exception {
		var authority = Signer.authority("Statens CA");
		return new SignedReplies(authority, authority.issue(Trial.ANNA.value(), -30, 30),
				authority.issue(Trial.ANNA.value(), -30, 30));
	}

	/**
	 * What the product is told: whom to believe, and where the lists of revoked ones lie.
	 */
	Map<String, String> settings(Path folder) throws Exception {
		var encoded = Base64.getMimeEncoder().encodeToString(this.authority.certificate().getEncoded());
		var pem = Files.writeString(folder.resolve("authority.pem"),
				"-----BEGIN CERTIFICATE-----\n%s\n-----END CERTIFICATE-----\n".formatted(encoded));
		var lists = Files.createDirectory(folder.resolve("lists"));
		Files.write(lists.resolve("statens.crl"), this.authority.revoking(-1, 3_650, this.revoked).getEncoded());
		return Map.of("countersign.verdicts.signature.authorities", pem.toString(),
				"countersign.verdicts.signature.revocation-lists", lists.toString());
	}

	List<CorpusReply> all() throws Exception {
		var stranger = Signer.authority("Statens CA").issue(Trial.ANNA.value(), -30, 30);
		var eve = this.authority.issue("eve@evil.example", -30, 30);
		var at = Trial.RECEIVED.minusSeconds(5);
		return List.of(reply("valid", this.anna.mail("Godkendt", at, "SHA256"), "accepted", "A4"),
				reply("valid inside", this.anna.sealed("Godkendt", at.minusSeconds(1)), "accepted", "A4"),
				reply("revoked", this.revoked.sealed("Godkendt", at), "held", "A1"),
				reply("revoked, with a list of before",
						this.revoked.bringing(this.authority.revoking(-3, 5)).sealed("Godkendt", at), "held", "A1"),
				reply("of an unknown authority", stranger.sealed("Godkendt", at), "accepted", "A2"),
				reply("of somebody else", eve.sealed("Godkendt", at), "held", "A1"),
				reply("broken", this.anna.mail("Ikke godkendt", at, "SHA256").replace("Ikke godkendt", "Godkendt"),
						"held", "A1"),
				reply("old", this.anna.sealed("Godkendt", Trying.ASKED.minus(Duration.ofDays(2))), "held", "A1"),
				reply("encrypted", this.anna.encrypted("Godkendt"), "silent", "A1"));
	}

	/** A mail of the tenant whose content is this one's. */
	private static CorpusReply reply(String name, String mail, String expect, String level) {
		var plain = CorpusReply.all().getFirst().mail();
		var content = mail.replace("\r\n", "\n");
		return new CorpusReply("smime, " + name,
				plain.substring(0, plain.indexOf("MIME-Version")) + content.substring(content.indexOf("MIME-Version")),
				Map.of("requirement", "VA-18", "expect", expect, "level", level));
	}

}
