package io.countersign.cases;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The names of the mails in which we ask somebody whether a held answer is his, or
 * whether what he has approved covers a newer version. Each is drawn at random and sealed
 * over the request, the person asked, the revision and the time at which it ends, so that
 * nobody guesses one or makes one up (VA-5).
 */
@Component
public class QuestionSeal {

	private static final Pattern FORM = Pattern
		.compile("countersign\\.ask\\.([0-9a-f]{32})\\.([0-9a-f]{8,10})\\.([0-9a-f]{64})@[a-z0-9.-]{1,253}");

	/** In the place of a held answer; no answer is called so. */
	private static final String AGAIN = "again";

	private static final int UNGUESSABLE_BYTES = 16;

	private static final String ALGORITHM = "HmacSHA256";

	private final SecureRandom random = new SecureRandom();

	private final Mac keyed;

	QuestionSeal(@Value("${countersign.intake.hash-key}") String key) {
		try {
			this.keyed = Mac.getInstance(ALGORITHM);
			this.keyed.init(new SecretKeySpec(("question\0" + key).getBytes(StandardCharsets.UTF_8), ALGORITHM));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** A new name, under the domain of our own mailbox. */
	public String name(Verdict held, Ask ask, Instant endsAt, String domain) {
		return name(held.id(), ask, endsAt, domain);
	}

	private String name(String about, Ask ask, Instant endsAt, String domain) {
		var bytes = new byte[UNGUESSABLE_BYTES];
		this.random.nextBytes(bytes);
		var number = HexFormat.of().formatHex(bytes);
		var end = "%08x".formatted(endsAt.getEpochSecond());
		return "countersign.ask.%s.%s.%s@%s".formatted(number, end, seal(about, ask, number, end), domain);
	}

	/** A new name of a mail in which we put this request again. */
	public String again(Ask ask, Instant endsAt, String domain) {
		return name(AGAIN, ask, endsAt, domain);
	}

	/** Whether it has the form of our names, whoever has written it. */
	public boolean hasForm(String internetMessageId) {
		return FORM.matcher(internetMessageId).matches();
	}

	/** Whether we have put exactly this question. */
	public boolean isFor(String internetMessageId, Verdict held, Ask ask) {
		return held.decision().ask().equals(ask.id()) && isSealed(internetMessageId, held.id(), ask);
	}

	/** Whether we have put this request again by exactly this mail. */
	public boolean isAgain(String internetMessageId, Ask ask) {
		return isSealed(internetMessageId, AGAIN, ask);
	}

	private boolean isSealed(String internetMessageId, String about, Ask ask) {
		var name = FORM.matcher(internetMessageId);
		return name.matches() && MessageDigest.isEqual(
				seal(about, ask, name.group(1), name.group(2)).getBytes(StandardCharsets.US_ASCII),
				name.group(3).getBytes(StandardCharsets.US_ASCII));
	}

	/** When it ends; nothing of what has not our form. */
	public Optional<Instant> endOf(String internetMessageId) {
		var name = FORM.matcher(internetMessageId);
		return name.matches() ? Optional.of(Instant.ofEpochSecond(Long.parseLong(name.group(2), 16)))
				: Optional.empty();
	}

	private String seal(String about, Ask ask, String number, String end) {
		var text = String.join("\n", ask.id().value(), about, ask.approver().value(), Integer.toString(ask.revision()),
				end, number);
		try {
			return HexFormat.of().formatHex(((Mac) this.keyed.clone()).doFinal(text.getBytes(StandardCharsets.UTF_8)));
		}
		catch (CloneNotSupportedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
