package io.countersign.web;

import java.util.List;

import io.countersign.cases.CaseNotFound;
import io.countersign.cases.CaseState;
import io.countersign.cases.CaseView;
import io.countersign.cases.Verdict;
import io.countersign.identity.Person;
import io.countersign.overview.Board;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What one may do with a case, on one sheet. */
@Component
class CaseActions {

	private final CaseAccess access;

	private final Board board;

	CaseActions(CaseAccess access, Board board) {
		this.access = access;
		this.board = board;
	}

	void show(CaseView view, Person me, Model model) {
		var waits = view.state() == CaseState.WAITING;
		var mayChange = this.access.mayChange(me, view);
		model.addAttribute("file", view);
		model.addAttribute("row",
				this.board.row(view.id().value()).orElseThrow(() -> new CaseNotFound(view.id().value())));
		model.addAttribute("asked", CasePages.openAsk(view, me).isPresent());
		model.addAttribute("mayMove", mayChange && waits);
		model.addAttribute("mayRemind",
				mayChange && waits && view.holder().filter((one) -> !one.equals(me.address())).isPresent());
		model.addAttribute("mayMerge",
				mayChange && view.state() != CaseState.CLOSED && view.verdicts().stream().noneMatch(Verdict::counts));
		model.addAttribute("mayTalk", Talk.mayTalk(me, view));
		model.addAttribute("colleagues", mayChange ? this.board.colleagues() : List.of());
	}

}
