package io.countersign.verdicts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.countersign.identity.EmailAddress;
import io.countersign.verdicts.header.AuthenticationResults;
import io.countersign.verdicts.header.AuthenticationResults.Result;
import io.countersign.verdicts.header.OrganisationalDomain;

/**
 * VA-14: what a border server says that reports by RFC 8601 under one configured name.
 */
class BorderProof implements Proof {

	private final Trust trust;

	BorderProof(Trust trust) {
		this.trust = trust;
	}

	@Override
	public String requirement() {
		return "VA-14";
	}

	@Override
	public Finding judge(Reply reply) {
		var author = reply.author();
		if (author.isEmpty() || this.trust.authservId() == null || this.trust.borderHost() == null
				|| this.trust.acceptedDomains().isEmpty()) {
			return Finding.hold("No mail server is trusted to say who wrote it.");
		}
		var host = this.trust.borderHost();
		var border = Border.of(reply.message().evidence(),
				(hop) -> hop.by().filter(host::equalsIgnoreCase).isPresent());
		if (!border.crossed()) {
			return Finding.hold("It has not come over our border server.");
		}
		var results = results(border, this.trust.authservId());
		return results.map((found) -> judge(found, author.get(), reply.actor()))
			.orElseGet(() -> Finding.hold("A report of our border server cannot be read."));
	}

	/** A server may write one field for each check. */
	private static Optional<List<Result>> results(Border border, String server) {
		var results = new ArrayList<Result>();
		for (var field : border.all("Authentication-Results")) {
			var read = AuthenticationResults.parse(field);
			if (read.isEmpty()) {
				return Optional.empty();
			}
			if (read.get().server().filter(server::equalsIgnoreCase).isPresent()) {
				results.addAll(read.get().results());
			}
		}
		return Optional.of(results);
	}

	private Finding judge(List<Result> results, EmailAddress author, Optional<EmailAddress> actor) {
		var logins = results.stream().filter((result) -> result.method().equals("auth") && result.is("pass")).toList();
		if (actor.isPresent() && logins.stream().anyMatch((login) -> !isLoginOf(login, actor.get()))) {
			return Finding.refuse("Somebody else than its sender was signed in at our border server.");
		}
		if (actor.isPresent() && this.trust.accepts(author.domain()) && logins.size() == 1) {
			return new Finding.Proven(ProofLevel.A2, "Its sender was signed in at our border server.");
		}
		var said = new DomainProof(results, false).judge(author.domain());
		var own = this.trust.acceptedDomains()
			.stream()
			.anyMatch((ours) -> OrganisationalDomain.sharedBy(ours, author.domain()));
		if (said instanceof Finding.Refuse) {
			return said;
		}
		if (!own) {
			return actor.filter((sender) -> sender.domain().equals(author.domain())).isPresent() ? said
					: Finding.hold("Its sender is at another place than its author.");
		}
		return Finding.hold("It comes in the name of our own domain, and nobody was signed in.");
	}

	private static boolean isLoginOf(Result login, EmailAddress actor) {
		return login.property("smtp.auth").flatMap(EmailAddress::parse).filter(actor::equals).isPresent();
	}

}
