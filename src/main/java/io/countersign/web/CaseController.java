package io.countersign.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.countersign.cases.Conditions;
import io.countersign.cases.Tasks;
import io.countersign.cases.Verdict;
import io.countersign.identity.Person;
import io.countersign.overview.Board;
import io.countersign.overview.Stage;
import io.countersign.triage.Releases;
import io.countersign.writeback.ReplyPreviews;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** One case, from the mail that opened it to the answer that counts. */
@Controller
class CaseController {

	private static final List<String> FILTERS = List.of("all", "mail", "teams", "verdict", "system");

	private final CasePages pages;

	private final Regrouped regrouped;

	private final Talk talk;

	private final Board board;

	private final PendingAnswers pending;

	private final Releases releases;

	private final Conditions conditions;

	private final Tasks tasks;

	private final PageVerdicts verdicts;

	private final ReplyPreviews previews;

	CaseController(CasePages pages, Regrouped regrouped, Talk talk, Board board, PendingAnswers pending,
			Releases releases, Conditions conditions, Tasks tasks, PageVerdicts verdicts, ReplyPreviews previews) {
		this.conditions = conditions;
		this.tasks = tasks;
		this.verdicts = verdicts;
		this.previews = previews;
		this.pending = pending;
		this.releases = releases;
		this.board = board;
		this.pages = pages;
		this.talk = talk;
		this.regrouped = regrouped;
	}

	@GetMapping("/cases/{id}")
	String page(@PathVariable String id, @RequestParam(defaultValue = "all") String thread,
			@RequestParam(required = false) @Nullable String done, @ModelAttribute("me") Person me, Model model) {
		var page = this.pages.of(id, me);
		model.addAttribute("page", page);
		model.addAttribute("conditions", Checklist.of(page, this.conditions.of(page.file().id())));
		model.addAttribute("work", OrderedWork.of(page, this.tasks.done(page.file().id())));
		page.mine()
			.ifPresent((ask) -> model.addAttribute("preview", this.previews.of(page.file(), this.verdicts.decision(
					new PageAnswer(me, ask, Answer.APPROVE, "", Optional.empty(), Optional.empty(), "preview")))));
		model.addAttribute("talk", this.talk.of(page.file(), me));
		model.addAttribute("mayTalk", Talk.mayTalk(me, page.file()));
		model.addAttribute("formalOnly", !CaseAccess.isOf(me, page.file()));
		this.pending.of(page.file().id(), me).ifPresent((one) -> model.addAttribute("pending", one));
		model.addAttribute("wanted",
				page.verdicts().stream().map(Verdict::id).filter((one) -> this.releases.isWantedBy(one, me)).toList());
		model.addAttribute("note", this.talk.noteOf(page.file()));
		var mayChange = this.regrouped.mayChange(page.file(), me);
		model.addAttribute("mayChange", mayChange);
		model.addAttribute("colleagues", mayChange ? this.board.colleagues() : List.of());
		this.regrouped.of(page.file(), me).ifPresent((notice) -> model.addAttribute("regrouped", notice));
		model.addAttribute("done", done != null);
		model.addAttribute("stages", Stage.values());
		model.addAttribute("answers", Answer.withWords());
		model.addAttribute("threadFilters", FILTERS);
		model.addAttribute("threadFilter", FILTERS.contains(thread) ? thread : FILTERS.getFirst());
		model.addAttribute("key", UUID.randomUUID().toString());
		return "case";
	}

}
