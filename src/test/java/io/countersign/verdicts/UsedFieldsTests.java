package io.countersign.verdicts;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.countersign.cases.Decision;
import io.countersign.cases.GateResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What a gate says it has looked at is all it has looked at. */
@Execution(ExecutionMode.CONCURRENT)
class UsedFieldsTests {

	private static final String END = "\r\n\r\n";

	/**
	 * Without a field that a gate does not name, it says the same. The form of a header
	 * is that of all its fields.
	 */
	@ParameterizedTest
	@MethodSource("replies")
	void VA_20_noGateRestsOnAFieldThatItDoesNotName(CorpusReply reply) {
		var said = gates(reply.trial().judged());
		for (var name : fields(reply.mail())) {
			var without = gates(reply.trial(without(name, reply.mail())).judged());
			said.forEach((gate, result) -> {
				if (!gate.startsWith("structure") && without.containsKey(gate)
						&& result.fields().stream().noneMatch(name::equalsIgnoreCase)) {
					assertThat(without.get(gate).sentence()).as("%s without %s", gate, name)
						.isEqualTo(result.sentence());
				}
			});
		}
	}

	@Test
	void VA_20_aGateNamesTheFieldsThatTheMailHas() {
		var said = gates(Trial.of(Trial.REPLY).judged());

		assertThat(said.get("binding (VA-4)")).isNotNull()
			.extracting(GateResult::fields)
			.isEqualTo(List.of("From", "In-Reply-To", "References"));
		assertThat(said.get("state (VA-6)")).isNotNull().extracting(GateResult::fields).isEqualTo(List.of());
	}

	private static Map<String, GateResult> gates(Judgement judgement) {
		var results = switch (judgement) {
			case Judgement.Accepted(Decision decision) -> decision.gates();
			case Judgement.Held held -> held.decision().gates();
			case Judgement.Refused refused -> refused.gates();
			case Judgement.Silent _, Judgement.Waiting _ -> List.<GateResult>of();
		};
		return results.stream().collect(Collectors.toMap(GateResult::gate, Function.identity()));
	}

	private static List<String> fields(String mail) {
		return header(mail).filter((line) -> line.matches("(?s)[A-Za-z][A-Za-z0-9-]*:.*"))
			.map((line) -> line.substring(0, line.indexOf(':')))
			.distinct()
			.toList();
	}

	private static String without(String name, String mail) {
		return header(mail).filter((line) -> !line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
			.collect(Collectors.joining()) + mail.substring(end(mail));
	}

	/** Each field with the lines it goes on in. */
	private static Stream<String> header(String mail) {
		return Stream.of(mail.substring(0, end(mail)).split("(?<=\n)(?![ \t])"));
	}

	private static int end(String mail) {
		var lines = mail.contains(END) ? END : "\n\n";
		var at = mail.indexOf(lines);
		return (at < 0) ? mail.length() : at + lines.length() / 2;
	}

	static Stream<CorpusReply> replies() {
		return CorpusReply.all().stream();
	}

}
