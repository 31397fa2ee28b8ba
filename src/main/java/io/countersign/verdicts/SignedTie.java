package io.countersign.verdicts;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import io.countersign.verdicts.header.DkimSignature;
import io.countersign.verdicts.header.OrganisationalDomain;

/**
 * VA-16: what ties a mail from outside to the request, as far as its domain has signed
 * it. A signature by DKIM seldom covers In-Reply-To and References (RFC 6376 section
 * 5.4.1 leaves it open), so whoever has a signed mail of somebody may send it once more
 * as an answer to something else, and every server on its way finds the signature good.
 */
record SignedTie(Reply reply) {

	private static final List<String> THREAD = List.of("in-reply-to", "references");

	/** What has to be covered where the thread is not: what it is about, and when. */
	private static final List<String> MATTER = List.of("subject", "date");

	/** What programs and gateways put before and behind a title. */
	private static final Pattern BEFORE_TITLE = Pattern.compile("(?:.*[:\\])*]\\s*)?", Pattern.DOTALL);

	private static final Pattern BEHIND_TITLE = Pattern.compile("(?:\\s*[\\[(][^\\[\\]()]{0,40}[\\])])*\\s*");

	/** The number of a case, which may stand anywhere in a subject. */
	private static final Pattern NUMBER = Pattern.compile("\\[20\\d{2}-\\d{4,7}\\]");

	/** How far an author's clock may be behind, where his date has to speak for him. */
	private static final Duration BEHIND = Duration.ofHours(2);

	private static final Duration AHEAD = Duration.ofHours(24);

	/** As titles are cut. */
	private static final int LONGEST_TITLE = 255;

	/** Why it may have been written for something else. */
	Optional<String> doubt() {
		var titles = this.reply.matter().thread().titles();
		if (titles.isEmpty() || this.reply.matter().answersOurs() || this.reply.isSentByItsActor()) {
			return Optional.empty();
		}
		var signatures = signatures();
		if (signatures.stream().flatMap(Optional::stream).anyMatch(this::isOfAnotherTime)) {
			return Optional.of("A signature of its author's domain was made at another time.");
		}
		var signed = signatures.stream().map((one) -> one.map(DkimSignature::fields).orElse(List.of())).toList();
		if (!signed.isEmpty() && signed.stream().allMatch(this::coversItsThread)) {
			return Optional.empty();
		}
		if (titles.stream().noneMatch(this::bears)
				|| signed.stream().anyMatch((fields) -> !fields.containsAll(MATTER))) {
			return Optional.of("Nothing that the domain of its author has signed ties it to this request.");
		}
		return isOlder() ? Optional.of("It is dated before the request it answers.") : Optional.empty();
	}

	/** It was made before the request, or after the mail came, or had ended by then. */
	private boolean isOfAnotherTime(DkimSignature signature) {
		var received = this.reply.message().receivedAt();
		return signature.hasStrangeTimes()
				|| signature.signedAt()
					.filter((at) -> at.isBefore(asked()) || at.isAfter(received.plus(AHEAD)))
					.isPresent()
				|| signature.endsAt().filter((end) -> end.isBefore(received.minus(BEHIND))).isPresent();
	}

	/** Anybody can put one more above the one that holds, so each of them has to do. */
	private List<Optional<DkimSignature>> signatures() {
		var domain = this.reply.author().map((author) -> author.domain()).orElse("");
		return this.reply.message()
			.evidence()
			.all("DKIM-Signature")
			.stream()
			.map(DkimSignature::parse)
			.filter((one) -> one.flatMap(DkimSignature::domain)
				.filter((signer) -> !OrganisationalDomain.sharedBy(signer, domain))
				.isEmpty())
			.filter((one) -> one.filter((read) -> !read.saysWhatItCovers()).isEmpty())
			.toList();
	}

	private boolean coversItsThread(List<String> fields) {
		return THREAD.stream().filter(this.reply.message().evidence()::has).allMatch(fields::contains);
	}

	/**
	 * The title is all that the subject says. Where the request had none, nothing but
	 * what programs put before it stands there.
	 */
	private boolean bears(String title) {
		var subject = plain(this.reply.message().subject());
		var wanted = plain(title);
		var at = (wanted.length() < LONGEST_TITLE) ? subject.lastIndexOf(wanted) : subject.indexOf(wanted);
		return at >= 0 && BEFORE_TITLE.matcher(subject.substring(0, at)).matches() && (wanted.length() >= LONGEST_TITLE
				|| BEHIND_TITLE.matcher(subject.substring(at + wanted.length())).matches());
	}

	private static String plain(String subject) {
		return NUMBER.matcher(subject).replaceAll(" ").toLowerCase(Locale.ROOT).replaceAll("\\s++", " ").strip();
	}

	private boolean isOlder() {
		return this.reply.message().sentAt().filter((at) -> at.isBefore(asked())).isPresent();
	}

	private Instant asked() {
		return this.reply.likelyAsk().map((ask) -> ask.askedAt().minus(BEHIND)).orElse(Instant.MIN);
	}

}
