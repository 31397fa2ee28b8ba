package io.countersign.triage;

import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import io.countersign.cases.CaseId;
import io.countersign.cases.CaseNumber;
import io.countersign.cases.Cases;
import io.countersign.cases.Trace;
import io.countersign.cases.Traces;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Finds the cases a text names: by a number in square brackets, or by a link of ours as
 * it can be read. What stands behind other words of a link names nothing.
 */
@Component
class CaseMentions {

	private final Cases cases;

	private final Pattern link;

	CaseMentions(Cases cases, @Value("${countersign.writeback.base-url}") URI pages) {
		this.cases = cases;
		this.link = Pattern.compile(Pattern.quote(pages.toString().replaceAll("/++$", ""))
				+ "/cases/(cs_[0-9a-f]{1,64})(?:/decide)?+(?=[.,;:)?!]*+(?:\\s|$))");
	}

	Set<CaseId> in(String text) {
		var named = new LinkedHashSet<CaseId>();
		CaseNumber.allIn(text).forEach((number) -> numbered(number).ifPresent(named::add));
		this.link.matcher(text)
			.results()
			.map((match) -> new CaseId(match.group(1)))
			.filter((id) -> this.cases.find(id).isPresent())
			.forEach(named::add);
		return named;
	}

	/** What else the text says. */
	String without(String text) {
		return CaseNumber.without(this.link.matcher(text).replaceAll(" ")).strip();
	}

	private Optional<CaseId> numbered(CaseNumber number) {
		return this.cases.traced(new Traces(List.of(), Optional.empty(), List.of(), Optional.of(number), "", List.of()))
			.stream()
			.filter((trace) -> trace.kind() == Trace.Kind.NUMBER)
			.map(Trace::caseId)
			.findFirst();
	}

}
