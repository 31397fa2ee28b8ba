package io.countersign.verdicts;

import java.util.List;

/** VA-7: no verdict was taken from this mail before. */
class RepeatGate implements Gate {

	@Override
	public String category() {
		return "repeat";
	}

	@Override
	public String requirement() {
		return "VA-7";
	}

	@Override
	public List<String> fields() {
		return List.of("Message-ID");
	}

	@Override
	public Finding judge(Reply reply) {
		return reply.repeats()
			.map((other) -> Finding
				.refuse("Its Message-ID is that of mail %s, whose verdict is on record.".formatted(other)))
			.orElseGet(() -> Finding.pass("Nothing was recorded under its Message-ID before."));
	}

}
