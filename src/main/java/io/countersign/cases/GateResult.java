package io.countersign.cases;

import java.util.List;
import java.util.Objects;

import com.github.therapi.runtimejavadoc.RetainJavadoc;

/**
 * What one gate said about a reply.
 *
 * @param gate the gate's name with its requirement, for instance {@code VA-8 person}
 * @param result {@code pass}, {@code hold} or {@code refuse}
 * @param sentence the fact it rests on
 * @param fields those of the mail's header fields that it looked at, by name
 */
@RetainJavadoc
public record GateResult(String gate, String result, String sentence, List<String> fields) {

	public GateResult {
		// What was kept by an older software does not name them.
		fields = List.copyOf(Objects.requireNonNullElse(fields, List.of()));
	}

	/** As an older software has kept it. */
	public GateResult withoutFields() {
		return new GateResult(this.gate, this.result, this.sentence);
	}

	/** One that rests on no mail. */
	public GateResult(String gate, String result, String sentence) {
		this(gate, result, sentence, List.of());
	}

}
