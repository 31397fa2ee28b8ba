package io.countersign.verdicts;

import java.util.List;

/**
 * Counts what becomes of raw replies that nobody looks at while the product is changed:
 * {@code mvn -Pevaluate verify}.
 */
public final class UnseenReplies {

	private static final List<String> FOLDERS = List.of("unseen-1", "unseen-2");

	private UnseenReplies() {
	}

	public static void main(String[] arguments) {
		for (var folder : FOLDERS) {
			System.out.println(counted(folder, CorpusReply.in(folder)));
		}
	}

	private static String counted(String folder, List<CorpusReply> replies) {
		var genuine = replies.stream().filter(CorpusReply::isGenuine).toList();
		var approvals = genuine.stream()
			.filter((reply) -> reply.word("outcome").equals(java.util.Optional.of("APPROVED")))
			.toList();
		var others = replies.stream().filter((reply) -> !reply.isGenuine()).toList();
		return "raw replies %s: genuine ones that count %d of %d, approvals among them %d of %d; false approvals %d of %d"
			.formatted(folder, genuine.stream().filter(UnseenReplies::counts).count(), genuine.size(),
					approvals.stream().filter(UnseenReplies::counts).count(), approvals.size(),
					others.stream().filter((reply) -> StrangerRepliesTests.isYes(reply.trial().judged())).count(),
					others.size());
	}

	private static boolean counts(CorpusReply reply) {
		return reply.trial().judged() instanceof Judgement.Accepted(var decision)
				&& reply.word("outcome").filter(decision.outcome().name()::equals).isPresent();
	}

}
