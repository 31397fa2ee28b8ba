package io.countersign.verdicts;

import java.util.List;

import io.countersign.cases.GateResult;

/** What gates say, for whoever has to say it in another language. */
public final class GateSentences {

	private GateSentences() {
	}

	/** Every sentence said of any reply of the corpus, each once. */
	public static List<String> ofTheCorpus() {
		return CorpusReply.all()
			.stream()
			.flatMap((reply) -> results(reply.trial().judged()).stream())
			.map(GateResult::sentence)
			.distinct()
			.toList();
	}

	private static List<GateResult> results(Judgement judgement) {
		return switch (judgement) {
			case Judgement.Accepted(var decision) -> decision.gates();
			case Judgement.Held held -> held.decision().gates();
			case Judgement.Refused refused -> refused.gates();
			case Judgement.Silent _, Judgement.Waiting _ -> List.of();
		};
	}

}
