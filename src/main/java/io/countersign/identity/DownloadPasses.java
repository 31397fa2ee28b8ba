package io.countersign.identity;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import io.countersign.identity.DownloadPass.Kind;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Signs the links by which people fetch files from the second host, and reads them again.
 * A link is for one account and one file and stands for a moment. It is no right by
 * itself: whose it is, and that he is still in the directory, is looked up when it is
 * followed, and whoever gives out the file asks for the right to its case (AT-8).
 */
@Component
public class DownloadPasses {

	/** What the path of every link begins with. */
	public static final String PATH = "/d/";

	private static final String ALGORITHM = "HmacSHA256";

	private static final int LONGEST = 2_000;

	private static final int PIECES = 7;

	private final DownloadHost host;

	private final @Nullable Secret key;

	private final Duration stands;

	private final Accounts accounts;

	private final CurrentPerson reader;

	private final People people;

	private final Clock clock;

	DownloadPasses(DownloadHost host, DownloadProperties properties, Accounts accounts, CurrentPerson reader,
			People people, Clock clock) {
		this.host = host;
		this.key = properties.key();
		this.stands = properties.linksStand();
		this.accounts = accounts;
		this.reader = reader;
		this.people = people;
		this.clock = clock;
	}

	/**
	 * A link for whoever makes this request, who has the right to it now. Nothing where
	 * files come from the pages' own host.
	 */
	public Optional<URI> link(Kind kind, String place, String file) {
		return this.host.base().map((base) -> {
			var account = this.reader.account().orElseThrow(() -> new IllegalStateException("Nobody has signed in"));
			var everything = this.reader.find().map(Clearance::of).filter(Clearance::everything).isPresent();
			return base.resolve(PATH + seal(new Words(kind, place, file, everything,
					this.clock.instant().plus(this.stands), account.issuer(), account.subject())));
		});
	}

	/** Nothing when it is none of ours, has ended, or is nobody's any more. */
	public Optional<DownloadPass> open(String token) {
		return unsealed(token).filter(this::stands).flatMap(this::pass);
	}

	private boolean stands(Words words) {
		var now = this.clock.instant();
		return now.isBefore(words.ends()) && !words.ends().isAfter(now.plus(DownloadProperties.LONGEST));
	}

	/**
	 * The role that shows everything is known from the sign-in only, so the link says it.
	 */
	private Optional<DownloadPass> pass(Words words) {
		return this.accounts.directoryId(new Account(words.issuer(), words.subject()))
			.flatMap(this.people::findByExternalId)
			.map((person) -> new DownloadPass(words.kind(), words.place(), words.file(),
					new Clearance(person.address(), words.everything())));
	}

	private String seal(Words words) {
		var text = words.text().getBytes(StandardCharsets.UTF_8);
		return encoded(text) + "." + encoded(mac(text));
	}

	private Optional<Words> unsealed(String token) {
		var dot = token.indexOf('.');
		if (dot < 0 || token.length() > LONGEST || this.key == null) {
			return Optional.empty();
		}
		try {
			var text = Base64.getUrlDecoder().decode(token.substring(0, dot));
			var seal = Base64.getUrlDecoder().decode(token.substring(dot + 1));
			return MessageDigest.isEqual(mac(text), seal)
					? Optional.of(Words.of(new String(text, StandardCharsets.UTF_8))) : Optional.empty();
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	private byte[] mac(byte[] text) {
		try {
			var secret = (this.key != null) ? this.key.value() : "";
			var mac = Mac.getInstance(ALGORITHM);
			mac.init(new SecretKeySpec(("download\0" + secret).getBytes(StandardCharsets.UTF_8), ALGORITHM));
			return mac.doFinal(text);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String encoded(byte[] bytes) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

	/** What is signed. */
	private record Words(Kind kind, String place, String file, boolean everything, Instant ends, String issuer,
			String subject) {

		Words {
			if ((place + file + issuer + subject).indexOf('\n') >= 0) {
				throw new IllegalArgumentException("Not a name that a link can say");
			}
		}

		String text() {
			return String.join("\n", List.of(this.kind.name(), this.place, this.file, String.valueOf(this.everything),
					Long.toString(this.ends.getEpochSecond()), this.issuer, this.subject));
		}

		static Words of(String text) {
			var pieces = text.split("\n", -1);
			if (pieces.length != PIECES) {
				throw new IllegalArgumentException("Not what a link says");
			}
			return new Words(Kind.valueOf(pieces[0]), pieces[1], pieces[2], Boolean.parseBoolean(pieces[3]),
					Instant.ofEpochSecond(Long.parseLong(pieces[4])), pieces[5], pieces[6]);
		}

	}

}
