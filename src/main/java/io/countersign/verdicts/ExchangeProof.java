package io.countersign.verdicts;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

import io.countersign.intake.Evidence;
import io.countersign.verdicts.header.AuthenticationResults;
import io.countersign.verdicts.header.OrganisationalDomain;

/** VA-10 to VA-13: what Exchange Online says about a mail. */
class ExchangeProof implements Proof {

	private final Trust trust;

	ExchangeProof(Trust trust) {
		this.trust = trust;
	}

	@Override
	public String requirement() {
		return "VA-10, VA-11, VA-12, VA-13";
	}

	@Override
	public Finding judge(Reply reply) {
		var author = reply.author();
		if (author.isEmpty() || this.trust.serviceRanges().isEmpty() || this.trust.acceptedDomains().isEmpty()) {
			return Finding.hold("No mail server is trusted to say who wrote it.");
		}
		var domain = author.get().domain();
		var found = judge(reply.message().evidence(), domain);
		return (found instanceof Finding.Refuse
				|| reply.actor().filter((actor) -> actor.domain().equals(domain)).isPresent()) ? found
						: Finding.hold("Its sender is at another place than its author.");
	}

	private Finding judge(Evidence evidence, String domain) {
		var border = Border.of(evidence, (hop) -> hop.connecting().filter(this::isOurSide).isEmpty());
		var found = border.crossed() ? external(border, domain) : internal(evidence, border, domain);
		return stated(evidence, border).filter((_) -> !(found instanceof Finding.Refuse))
			.map((other) -> external(other, domain))
			.orElse(found);
	}

	/** The border our tenant names counts where it lies nearer to us. */
	private Optional<Border> stated(Evidence evidence, Border border) {
		return new StatedBorder(this.trust).of(evidence)
			.filter((one) -> !border.crossed() || one.above().size() < border.above().size());
	}

	private boolean isOurSide(InetAddress address) {
		return this.trust.serviceRanges().stream().anyMatch((range) -> range.contains(address));
	}

	private Finding external(Border border, String domain) {
		var said = said(border, domain);
		var own = this.trust.acceptedDomains().stream().anyMatch((ours) -> OrganisationalDomain.sharedBy(ours, domain));
		if (!own) {
			return said;
		}
		return (said instanceof Finding.Proven)
				? Finding.hold("It comes from outside in the name of our own domain, with a valid signature.")
				: Finding.refuse("It comes from outside in the name of our own domain.");
	}

	private static Finding said(Border border, String domain) {
		var fields = border.all("Authentication-Results");
		if (fields.size() != 1) {
			return Finding.hold(fields.isEmpty() ? "Our border server says nothing about it."
					: "More than one report claims to be that of our border server.");
		}
		return AuthenticationResults.parse(fields.getFirst())
			.map((results) -> new DomainProof(results.results(), true).judge(domain))
			.orElseGet(() -> Finding.hold("The report of our border server cannot be read."));
	}

	/** VA-11. Whatever a report says against it counts here too. */
	private Finding internal(Evidence evidence, Border border, String domain) {
		if (said(border, domain) instanceof Finding.Refuse refuse) {
			return refuse;
		}
		if (!this.trust.accepts(domain)) {
			return Finding.hold(isFromOtherTenant(evidence)
					? "It comes from another organisation in Exchange Online, and nothing that we believe says who wrote it."
					: "It has not come over our border, and its author is no one of ours.");
		}
		if (!only(evidence, "X-MS-Exchange-Organization-AuthAs", "Internal")
				|| !only(evidence, "X-MS-Exchange-Organization-MessageDirectionality", "Originating")) {
			return Finding.hold("Exchange does not say that it was sent by somebody signed in.");
		}
		if (this.trust.tenant().filter((tenant) -> only(evidence, "X-MS-Exchange-CrossTenant-Id", tenant)).isEmpty()) {
			return Finding.hold("Exchange does not say that it was sent in our own tenant.");
		}
		return new Finding.Proven(ProofLevel.A2, "It was sent inside our own tenant by somebody signed in.");
	}

	/** Its servers are those of our side too, so no border is seen between the two. */
	private static boolean isFromOtherTenant(Evidence evidence) {
		return evidence.all("X-MS-Exchange-Organization-MessageDirectionality")
			.stream()
			.anyMatch("Incoming"::equalsIgnoreCase);
	}

	private static boolean only(Evidence evidence, String name, String wanted) {
		return Optional.of(evidence.all(name))
			.filter((values) -> values.size() == 1)
			.map(List::getFirst)
			.filter(wanted::equalsIgnoreCase)
			.isPresent();
	}

}
