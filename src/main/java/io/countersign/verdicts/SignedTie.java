package io.countersign.verdicts;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

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

	/** How far an author's clock may be behind, where his date has to speak for him. */
	private static final Duration BEHIND = Duration.ofHours(2);

	/** Why it may have been written for something else. */
	Optional<String> doubt() {
		var titles = this.reply.matter().thread().titles();
		if (titles.isEmpty() || answersOurs() || this.reply.isSentByItsActor()) {
			return Optional.empty();
		}
		var signed = signatures().stream().map((one) -> one.map(DkimSignature::fields).orElse(List.of())).toList();
		if (!signed.isEmpty() && signed.stream().allMatch(this::coversItsThread)) {
			return Optional.empty();
		}
		if (titles.stream().noneMatch(this::bears)) {
			return Optional.of("Nothing that the domain of its author has signed ties it to this request.");
		}
		return isOlder() ? Optional.of("It is dated before the request it answers.") : Optional.empty();
	}

	/** The name of a question or a digest of ours is known to its receiver alone. */
	private boolean answersOurs() {
		return this.reply.matter().question().isPresent() || this.reply.matter().digest().isPresent();
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
			.toList();
	}

	private boolean coversItsThread(List<String> fields) {
		return THREAD.stream().filter(this.reply.message().evidence()::has).allMatch(fields::contains);
	}

	private boolean bears(String title) {
		return plain(this.reply.message().subject()).contains(plain(title));
	}

	private static String plain(String subject) {
		return subject.toLowerCase(Locale.ROOT).replaceAll("\\s++", " ").strip();
	}

	private boolean isOlder() {
		var asked = this.reply.likelyAsk().map((ask) -> ask.askedAt().minus(BEHIND)).orElse(Instant.MIN);
		return this.reply.message().sentAt().filter((at) -> at.isBefore(asked)).isPresent();
	}

}
