package io.countersign.cases;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import io.countersign.documents.DocumentId;

/** A recorded verdict as the import contract shows it. */
final class VerdictData {

	static final String BASIS = "basis";

	private VerdictData() {
	}

	static Map<String, ?> of(VerdictEvent.CaseDecided decided) {
		return Map.of("case", Map.of("id", decided.caseId().value(), "number", decided.number().value(), "state",
				decided.state().word()), "verdict", verdict(decided));
	}

	private static Map<String, Object> verdict(VerdictEvent.CaseDecided decided) {
		var decision = decided.verdict().decision();
		var data = new LinkedHashMap<String, Object>();
		data.put("id", decided.verdict().id());
		data.putAll(ofDecision(decision));
		data.put("decided_for", decided.decidedForId().value());
		data.put("acted_by", decided.actedById().value());
		data.put("recorded_at", decided.verdict().recordedAt().toString());
		data.put("revision", decided.ask().revision());
		data.put("text", "sha256:" + decided.ask().textSha256());
		data.put("told_by", decision.toldBy().orElse(null));
		data.put("evidence", evidence(decision, decided.source().raw()));
		data.put(BASIS, decided.source().basis().data());
		data.put("supersedes", decided.verdict().supersedes().orElse(null));
		data.put("status", decided.verdict().state().name().toLowerCase(Locale.ROOT));
		return data;
	}

	/** What is said of it here and stands in its row as well. */
	static Map<String, Object> ofDecision(Decision decision) {
		var data = new LinkedHashMap<String, Object>();
		data.put("outcome", decision.outcome().word());
		data.put("conditions", decision.conditions());
		data.put("decided_at", decision.decidedAt().toString());
		data.put("method", decision.method().name().toLowerCase(Locale.ROOT));
		data.put("request", decision.ask().value());
		data.put("documents", decision.documents().stream().map((id) -> "sha256:" + id.sha256()).toList());
		data.put("authenticity", Map.of("level", decision.level(), "checks",
				decision.gates().stream().map((gate) -> gate.gate() + "=" + gate.result()).toList()));
		return data;
	}

	/** The message it was taken from, and the hash of that as it came (VA-20). */
	static Map<String, Object> source(Decision decision, Optional<DocumentId> raw) {
		var data = new LinkedHashMap<String, Object>();
		decision.message().ifPresent((message) -> data.put("message", message.value()));
		raw.ifPresent((mail) -> data.put("raw", "sha256:" + mail.sha256()));
		return data;
	}

	private static Map<String, Object> evidence(Decision decision, Optional<DocumentId> raw) {
		var data = source(decision, raw);
		decision.evidence().ifPresent((quote) -> {
			data.put("part", "text");
			data.put("span", List.of(quote.start(), quote.end()));
			data.put("quote", quote.quote());
			data.put("rule", quote.rule());
		});
		return data;
	}

}
