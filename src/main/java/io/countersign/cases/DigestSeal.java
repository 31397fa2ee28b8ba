package io.countersign.cases;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import io.countersign.identity.EmailAddress;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The names of digests. Each is drawn at random and sealed over the person, the day, the
 * end and what each number stands for, so that nobody makes one up and nothing of what it
 * stands for can be exchanged later (VA-5).
 */
@Component
class DigestSeal {

	private static final Pattern FORM = Pattern
		.compile("countersign\\.digest\\.([0-9a-f]{32})\\.([0-9a-f]{64})@[a-z0-9.-]{1,253}");

	private static final int UNGUESSABLE_BYTES = 16;

	private static final String ALGORITHM = "HmacSHA256";

	private final SecureRandom random = new SecureRandom();

	private final Mac keyed;

	DigestSeal(@Value("${countersign.intake.hash-key}") String key) {
		try {
			this.keyed = Mac.getInstance(ALGORITHM);
			this.keyed.init(new SecretKeySpec(("digest\0" + key).getBytes(StandardCharsets.UTF_8), ALGORITHM));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** A new name, under the domain of our own mailbox. */
	String name(EmailAddress person, LocalDate day, Instant endsAt, List<Digest.Entry> entries, String domain) {
		var bytes = new byte[UNGUESSABLE_BYTES];
		this.random.nextBytes(bytes);
		var number = HexFormat.of().formatHex(bytes);
		return "countersign.digest.%s.%s@%s".formatted(number, seal(number, person, day, endsAt, entries), domain);
	}

	/** Whether it has the form of our names, whoever has written it. */
	boolean hasForm(String internetMessageId) {
		return FORM.matcher(internetMessageId).matches();
	}

	/** Whether its name was given to exactly this list. */
	boolean holds(Digest digest) {
		var name = FORM.matcher(digest.internetMessageId());
		return name.matches() && MessageDigest
			.isEqual(seal(name.group(1), digest.person(), digest.day(), digest.endsAt(), digest.entries())
				.getBytes(StandardCharsets.US_ASCII), name.group(2).getBytes(StandardCharsets.US_ASCII));
	}

	private String seal(String number, EmailAddress person, LocalDate day, Instant endsAt, List<Digest.Entry> entries) {
		var listed = entries.stream().map(DigestSeal::line).collect(Collectors.joining("\n"));
		var text = String.join("\n", number, person.value(), day.toString(), Long.toString(endsAt.getEpochSecond()),
				listed);
		try {
			return HexFormat.of().formatHex(((Mac) this.keyed.clone()).doFinal(text.getBytes(StandardCharsets.UTF_8)));
		}
		catch (CloneNotSupportedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String line(Digest.Entry entry) {
		return "%d %s %s %d %s %s".formatted(entry.number(), entry.caseId(), entry.ask(), entry.revision(),
				entry.textSha256(),
				entry.documents().stream().map((file) -> file.sha256()).collect(Collectors.joining(",")));
	}

}
