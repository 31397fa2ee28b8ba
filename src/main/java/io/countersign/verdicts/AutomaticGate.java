package io.countersign.verdicts;

import java.util.List;

import io.countersign.intake.AutomaticMark;

/** VA-3: a person wrote it, not a program. */
class AutomaticGate implements Gate {

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
		return AutomaticMark.barring(reply.message().evidence())
			.map((mark) -> Finding.refuse(mark.sentence()))
			.orElseGet(() -> Finding.pass("Nothing says that a program wrote it."));
	}

}
