package io.countersign.verdicts;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import io.countersign.verdicts.header.AuthenticationResults.Result;
import io.countersign.verdicts.header.OrganisationalDomain;

/**
 * VA-12: what a border server has found about the domain of the author (RFC 9989).
 *
 * @param results of the fields that are trusted
 * @param compound whether Exchange's own judgement has to be among them
 */
record DomainProof(List<Result> results, boolean compound) {

	/** Exchange's word for a sender who was let through in spite of a failure. */
	private static final String OVERRIDDEN = "130";

	/** As Exchange writes reasons. */
	private static final Pattern REASON = Pattern.compile("[0-9]{3}");

	Finding judge(String domain) {
		var dmarc = of("dmarc");
		var own = of("compauth");
		if (own.stream().anyMatch((result) -> result.is("fail"))) {
			return Finding.refuse("The border server takes its author for a forged one (compauth=fail).");
		}
		if (dmarc.stream().anyMatch((result) -> result.is("fail"))) {
			return (dmarc.size() == 1 && isOverridden(dmarc.getFirst(), own)) ? Finding.hold(
					"The domain of its author denies it, and the border server let it through (dmarc=fail, reason 130).")
					: Finding.refuse("The domain of its author denies having sent it (dmarc=fail).");
		}
		if (dmarc.size() > 1 || own.size() > 1) {
			return Finding.hold("The border server reports about its author twice.");
		}
		return dmarc.isEmpty() ? Finding.hold("The border server says nothing about the domain of its author.")
				: aligned(dmarc.getFirst(), own, domain);
	}

	private Finding aligned(Result dmarc, List<Result> own, String domain) {
		var about = dmarc.property("header.from");
		if (about.isEmpty()) {
			return Finding.hold("The border server does not say about which domain it reports.");
		}
		if (!about.get().equalsIgnoreCase(domain)) {
			return Finding.refuse("The border server reports about another domain than that of its author.");
		}
		if (!dmarc.is("pass")) {
			return Finding
				.hold("The domain of its author does not vouch for it (dmarc=%s).".formatted(dmarc.outcome()));
		}
		if (of("dkim").stream().noneMatch((result) -> signs(result, domain))) {
			return Finding.hold("No signature of its author's domain was verified.");
		}
		if (this.compound && (own.isEmpty() || !own.getFirst().is("pass")
				|| reason(own).filter(REASON.asMatchPredicate().and((reason) -> !reason.equals(OVERRIDDEN)))
					.isEmpty())) {
			return Finding.hold("Exchange does not vouch for its author (compauth).");
		}
		return new Finding.Proven(ProofLevel.A2,
				"%s has signed it, and the border server has verified that (dmarc=pass).".formatted(domain));
	}

	private static boolean signs(Result dkim, String domain) {
		return dkim.is("pass") && dkim.property("header.d")
			.filter((signer) -> OrganisationalDomain.sharedBy(signer, domain))
			.isPresent();
	}

	private static boolean isOverridden(Result dmarc, List<Result> own) {
		return dmarc.property("reason").or(() -> reason(own)).filter(OVERRIDDEN::equals).isPresent();
	}

	private List<Result> of(String method) {
		return this.results.stream().filter((result) -> result.method().equals(method)).toList();
	}

	private static Optional<String> reason(List<Result> own) {
		return own.stream().findFirst().flatMap((result) -> result.property("reason"));
	}

}
