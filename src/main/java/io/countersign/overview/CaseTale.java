package io.countersign.overview;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** What the journal tells of one case: where it was, from when to when. */
final class CaseTale {

	private static final Set<String> FINAL = Set.of("approved", "approved_with_conditions", "rejected");

	private final String caseId;

	private final Stays stays = new Stays();

	private final Set<String> open = new HashSet<>();

	private final Set<String> undone = new HashSet<>();

	private @Nullable Instant opened;

	private @Nullable Instant deadline;

	private @Nullable Instant decided;

	private @Nullable String requester;

	private @Nullable String holder;

	private int revision;

	private final Map<String, Instant> asked = new HashMap<>();

	private final List<Reply> replies = new ArrayList<>();

	private boolean cameBack;

	private boolean closed;

	/**
	 * Somebody's answer.
	 *
	 * @param asked when he was asked, if that is known
	 */
	record Reply(Instant at, String method, Optional<Instant> asked) {
	}

	private CaseTale(String caseId) {
		this.caseId = caseId;
	}

	static CaseTale of(String caseId, List<Fact> facts) {
		var tale = new CaseTale(caseId);
		facts.forEach(tale::hear);
		return tale;
	}

	private void hear(Fact fact) {
		switch (fact.type()) {
			case "case.opened" -> opened(fact);
			case "participant.changed" -> participant(fact);
			case "request.sent" -> asked(fact);
			case "task.ordered" -> ordered(fact);
			case "task.changed" -> worked(fact);
			case "holder.changed" -> handedOver(fact);
			case "verdict.recorded" -> answered(fact);
			case "case.closed" -> end(fact.at(), true);
			case "case.merged" -> merged(fact);
			case "case.updated" -> undone(fact);
			default -> {
			}
		}
	}

	private void opened(Fact fact) {
		this.opened = fact.at();
		this.deadline = fact.text("deadline").isEmpty() ? null : Instant.parse(fact.text("deadline"));
		enter(Stage.DETECTED, fact.at());
	}

	private void participant(Fact fact) {
		if (this.requester == null && fact.text("role").equals("REQUESTER")) {
			this.requester = fact.text("address");
		}
	}

	/** A newer revision replaces what was asked before. */
	private void asked(Fact fact) {
		var asked = (fact.data().get("revision") instanceof Number number) ? number.intValue() : 1;
		if (asked > this.revision) {
			this.open.clear();
			this.revision = asked;
			this.holder = fact.text("approver");
		}
		this.open.add(fact.text("ask"));
		this.asked.put(fact.text("ask"), fact.at());
		if (this.holder == null) {
			this.holder = fact.text("approver");
		}
		this.decided = null;
		enter(Stage.DECIDE, fact.at());
	}

	private void ordered(Fact fact) {
		this.undone.add(fact.text("task"));
		if (this.revision == 0) {
			this.decided = null;
			this.holder = (this.holder != null) ? this.holder : fact.text("assignee");
			enter(Stage.PREPARED, fact.at());
		}
	}

	/** Where nobody is asked, the last work that is done ends the case. */
	private void worked(Fact fact) {
		if (fact.text("state").equals("done")) {
			this.undone.remove(fact.text("task"));
		}
		else {
			this.undone.add(fact.text("task"));
		}
		if (this.revision == 0 && this.undone.isEmpty()) {
			end(fact.at(), false);
		}
		else if (this.revision == 0 && this.decided != null) {
			this.decided = null;
			this.holder = fact.text("assignee");
			enter(Stage.PREPARED, fact.at());
		}
	}

	private void handedOver(Fact fact) {
		this.holder = fact.text("holder").isEmpty() ? null : fact.text("holder");
		if (this.decided == null && !this.closed) {
			enter(stageOf(fact), fact.at());
		}
	}

	private Stage stageOf(Fact handover) {
		if (Boolean.TRUE.equals(handover.data().get("checking"))) {
			return Stage.CHECKED;
		}
		var withRequester = this.holder != null && this.holder.equals(this.requester);
		return (withRequester || this.revision == 0) ? Stage.PREPARED : Stage.DECIDE;
	}

	private void answered(Fact fact) {
		var verdict = (fact.data().get("verdict") instanceof Map<?, ?> map) ? map : Map.of();
		var outcome = String.valueOf(verdict.get("outcome"));
		var request = String.valueOf(verdict.get("request"));
		this.replies.add(new Reply(fact.at(), String.valueOf(verdict.get("method")),
				Optional.ofNullable(this.asked.get(request))));
		if (outcome.equals("returned")) {
			this.cameBack = true;
		}
		if (FINAL.contains(outcome)) {
			this.open.remove(request);
			if (decides(fact)) {
				end(fact.at(), false);
			}
		}
		else if (this.decided != null && standing(fact).equals("waiting")) {
			this.open.add(request);
			this.decided = null;
			enter(stageOf(fact), fact.at());
		}
	}

	/** Older entries do not say how the case stands with the answer. */
	private boolean decides(Fact answer) {
		return switch (standing(answer)) {
			case "decided" -> true;
			case "waiting" -> false;
			default -> this.open.isEmpty() || (this.holder != null && this.holder.equals(this.requester));
		};
	}

	private static String standing(Fact answer) {
		return (answer.data().get("case") instanceof Map<?, ?> told && told.get("state") instanceof String state)
				? state : "";
	}

	/**
	 * The case that went into another one ends by it; the other may be asked more now.
	 */
	private void merged(Fact fact) {
		if (fact.text("from").equals(this.caseId)) {
			end(fact.at(), true);
		}
		else {
			stands(fact);
		}
	}

	private void stands(Fact fact) {
		if (this.decided != null && fact.text("state").equals("waiting")) {
			this.decided = null;
			enter(stageOf(fact), fact.at());
		}
		else if (this.decided == null && !this.closed && fact.text("state").equals("decided")) {
			end(fact.at(), false);
		}
	}

	private void undone(Fact fact) {
		if (this.closed && !fact.text("undone").isEmpty()) {
			this.closed = false;
			enter(this.stays.lastLeft().map(Stay::stage).orElse(Stage.DETECTED), fact.at());
		}
		else if (!fact.text("undone").isEmpty()) {
			stands(fact);
		}
	}

	private void enter(Stage stage, Instant at) {
		this.stays.enter(stage, Optional.ofNullable(this.holder), at);
	}

	private void end(Instant at, boolean dropped) {
		this.stays.leave(at);
		this.closed = dropped;
		this.decided = dropped ? null : at;
	}

	Optional<Instant> openedAt() {
		return Optional.ofNullable(this.opened);
	}

	Optional<Instant> decidedAt() {
		return Optional.ofNullable(this.decided);
	}

	/** Whether it was decided before its deadline, if it had one. */
	boolean isOnTime() {
		return deadline().filter((last) -> decidedAt().orElseThrow().isAfter(last)).isEmpty();
	}

	Optional<Instant> deadline() {
		return Optional.ofNullable(this.deadline);
	}

	Optional<String> requester() {
		return Optional.ofNullable(this.requester);
	}

	boolean cameBack() {
		return this.cameBack;
	}

	boolean runs() {
		return this.opened != null && this.decided == null && !this.closed;
	}

	List<Reply> replies() {
		return List.copyOf(this.replies);
	}

	/** Where it is now, last. */
	List<Stay> stays() {
		return this.stays.all();
	}

}
