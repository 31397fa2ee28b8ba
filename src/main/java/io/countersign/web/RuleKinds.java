package io.countersign.web;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;

import org.springframework.stereotype.Component;

/** What a rule of the reader looks for, for people who do not know its name. */
@Component("ruleKinds")
class RuleKinds {

	/** By the first word of the section of the phrases, or by the name of a model. */
	private static final Map<String, String> KINDS = Map.ofEntries(Map.entry("approve", "approval"),
			Map.entry("order", "order"), Map.entry("question", "question"), Map.entry("wh", "question"),
			Map.entry("asking", "question"), Map.entry("options", "options"), Map.entry("inform", "inform"),
			Map.entry("deadline", "deadline"), Map.entry("leaning", "leaning"), Map.entry("yes", "yes"),
			Map.entry("granting", "yes"), Map.entry("assent", "yes"), Map.entry("echo", "yes"), Map.entry("no", "no"),
			Map.entry("refused", "no"), Map.entry("denying", "no"), Map.entry("return", "back"),
			Map.entry("change", "back"), Map.entry("defer", "later"), Map.entry("delegate", "delegate"),
			Map.entry("passing", "delegate"), Map.entry("condition", "condition"), Map.entry("then", "condition"),
			Map.entry("contrast", "condition"), Map.entry("reserving", "condition"), Map.entry("inline", "inline"),
			Map.entry("numbered", "numbered"), Map.entry("list", "numbered"));

	/**
	 * @param rule as the reader names it, for instance {@code asks/en/approve/16}
	 * @return the end of the key of a message, {@code other} where nothing fits
	 */
	public String of(String rule) {
		return Arrays.stream(rule.split("/"))
			.map((part) -> KINDS.get(part.split(" ", 2)[0]))
			.filter(Objects::nonNull)
			.findFirst()
			.orElse("other");
	}

}
