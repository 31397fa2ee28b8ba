package io.countersign.verdicts;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import io.countersign.intake.AutomaticMark;
import io.countersign.intake.Evidence;

/** VA-3: a person wrote it, not a program. */
class AutomaticGate implements Gate {

	private final Function<Evidence, Optional<AutomaticMark>> marks;

	/**
	 * @param marks what bars a mail from what it is to do
	 */
	AutomaticGate(Function<Evidence, Optional<AutomaticMark>> marks) {
		this.marks = marks;
	}

	@Override
	public String category() {
		return "automatic";
	}

	@Override
	public String requirement() {
		return "VA-3";
	}

	@Override
	public List<String> fields() {
		return AutomaticMark.fields();
	}

	@Override
	public Finding judge(Reply reply) {
		return this.marks.apply(reply.message().evidence())
			.map((mark) -> Finding.refuse(mark.sentence()))
			.orElseGet(() -> Finding.pass("Nothing says that a program wrote it."));
	}

}
