package io.countersign.web;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import io.countersign.cases.CaseId;
import io.countersign.cases.CaseView;
import io.countersign.cases.Cases;
import io.countersign.cases.Regroupings;
import io.countersign.identity.Person;
import io.countersign.intake.MessageId;

import org.springframework.stereotype.Component;

/**
 * Where an address leads whose mail, file or whole case a person has put elsewhere. Only
 * to a case that the reader may see; else there is nothing for him to know of.
 */
@Component
class MovedOn {

	private static final Pattern OF_A_CASE = Pattern
		.compile("/cases/(?<id>[^/]+)/(?<kind>messages|documents)/(?<key>[^/]+)(?<rest>/.*)?");

	private final Cases cases;

	private final CaseAccess access;

	private final Regroupings regroupings;

	MovedOn(Cases cases, CaseAccess access, Regroupings regroupings) {
		this.cases = cases;
		this.access = access;
		this.regroupings = regroupings;
	}

	/** {@code path} is that of a page of a mail or a file. */
	Optional<String> place(String path, Person reader) {
		var named = OF_A_CASE.matcher(path);
		if (!named.matches()) {
			return Optional.empty();
		}
		var old = new CaseId(named.group("id"));
		var key = named.group("key");
		var found = named.group("kind").equals("messages") ? ofMessage(key, reader)
				: this.regroupings.leftTo(old).stream().filter((one) -> hasFile(one, key, reader)).findFirst();
		var rest = Optional.ofNullable(named.group("rest")).orElse("");
		return found.filter((one) -> !one.equals(old))
			.map((one) -> "/cases/%s/%s/%s%s".formatted(one, named.group("kind"), key, rest));
	}

	/** The case this mail is in now. */
	Optional<CaseId> ofMessage(String message, Person reader) {
		return this.cases.ofMessages(List.of(new MessageId(message)))
			.stream()
			.filter((one) -> this.access.maySee(reader, one))
			.findFirst();
	}

	/**
	 * The case in which this reader is asked what he was asked in one that is closed now.
	 */
	Optional<CaseId> asked(CaseView closed, Person reader) {
		return this.regroupings.leftTo(closed.id())
			.stream()
			.filter((one) -> this.access.maySee(reader, one))
			.filter((one) -> this.cases.get(one).openAsk(reader.address()).isPresent())
			.findFirst();
	}

	private boolean hasFile(CaseId id, String sha256, Person reader) {
		return this.access.maySee(reader, id)
				&& this.cases.get(id).files().stream().anyMatch((file) -> file.sha256().sha256().equals(sha256));
	}

}
