package io.countersign.web;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import io.countersign.cases.Ask;
import io.countersign.cases.CaseView;
import io.countersign.cases.Verdict;
import io.countersign.identity.Person;
import io.countersign.overview.BoardRow;
import io.countersign.overview.ToMe;
import io.countersign.problem.InvalidField;
import io.countersign.writeback.MorningDigests;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What waits for me, what I have ordered and what I have answered. */
@Controller
class MineController {

	private static final int MOST_AT_ONCE = 50;

	private static final int LONGEST_WORDS = 4000;

	/** What is said of one alone is not said of several: a condition, or who decides. */
	private static final Set<Answer> IN_A_BATCH = Set.of(Answer.APPROVE, Answer.RETURN, Answer.LATER);

	private final ToMe toMe;

	private final CaseAccess access;

	private final PendingAnswers pending;

	private final MandateList mandates;

	private final MorningDigests digests;

	MineController(ToMe toMe, CaseAccess access, PendingAnswers pending, MandateList mandates, MorningDigests digests) {
		this.digests = digests;
		this.toMe = toMe;
		this.access = access;
		this.pending = pending;
		this.mandates = mandates;
	}

	/**
	 * A case that waits, and what exactly an answer is about.
	 *
	 * @param held an answer that has come and does not count yet, be it to an older
	 * version
	 */
	record Waiting(BoardRow row, Ask ask, Optional<Verdict> held) {

		static Optional<Waiting> of(BoardRow row, CaseView view, Person me) {
			return CasePages.openAsk(view, me).map((ask) -> new Waiting(row, ask, held(view, me)));
		}

		private static Optional<Verdict> held(CaseView view, Person me) {
			return view.verdicts()
				.stream()
				.filter((one) -> one.decision().decidedFor().equals(me.address()) && view.confirmable(one).isPresent())
				.max(Comparator.comparing(Verdict::recordedAt));
		}

	}

	/** An answer that is not yet on its case, or did not get there. */
	record Kept(PendingAnswer answer, CaseView file) {
	}

	@GetMapping("/mine")
	String page(@ModelAttribute("me") Person me, Model model) {
		var pending = this.pending.of(me);
		var answered = pending.stream().filter(PendingAnswer::isPending).map((one) -> one.caseId().value()).toList();
		var waiting = this.toMe.waiting(me.address())
			.stream()
			.filter((row) -> !answered.contains(row.id()))
			.flatMap((row) -> Waiting.of(row, this.access.read(row.id(), me), me).stream())
			.toList();
		model.addAttribute("waiting", waiting);
		model.addAttribute("pending",
				pending.stream()
					.filter((one) -> this.access.maySee(me, one.caseId()))
					.map((one) -> new Kept(one, this.access.read(one.caseId().value(), me)))
					.toList());
		model.addAttribute("ordered", this.toMe.ordered(me.address()));
		model.addAttribute("answered", this.toMe.answered(me.address()));
		model.addAttribute("mandates", this.mandates.own(me));
		this.digests.of(me).ifPresent((setting) -> model.addAttribute("digest", setting));
		model.addAttribute("key", UUID.randomUUID().toString());
		return "mine";
	}

	/** Everybody for himself; in the language in which he reads the page. */
	@PostMapping("/mine/digest")
	String digest(@RequestParam boolean on, @ModelAttribute("me") Person me, Locale locale) {
		if (on) {
			this.digests.switchOn(me, locale);
		}
		else {
			this.digests.switchOff(me);
		}
		return "redirect:/mine#digest";
	}

	/**
	 * Answers what was picked in one word. What has changed since the page was made is
	 * left out, and said.
	 * @param pick each as case and ask, joined by a space
	 */
	@AfterFreshSignIn
	@PostMapping("/mine/answers")
	String answer(@RequestParam(defaultValue = "") List<String> pick, @RequestParam String key,
			@RequestParam(defaultValue = "yes") String outcome, @RequestParam(defaultValue = "") String words,
			@ModelAttribute("me") Person me, RedirectAttributes after) {
		var answer = Answer.of(outcome)
			.filter(IN_A_BATCH::contains)
			.orElseThrow(() -> new InvalidField("outcome", "Several are not answered so."));
		if (answer.needsWords() && (words.isBlank() || words.length() > LONGEST_WORDS)) {
			after.addFlashAttribute("fault", "words");
			after.addFlashAttribute("picked", pick);
			return "redirect:/mine#batch";
		}
		var answered = pick.stream()
			.limit(MOST_AT_ONCE)
			.map((one) -> one.split(" ", 2))
			.filter((one) -> one.length == 2 && keep(one[0], one[1], answer, words.strip(), key, me))
			.count();
		after.addFlashAttribute("given", answer.outcome());
		after.addFlashAttribute("approved", answered);
		after.addFlashAttribute("left", pick.size() - answered);
		return "redirect:/mine";
	}

	private boolean keep(String caseId, String ask, Answer answer, String words, String key, Person me) {
		var open = CasePages.openAsk(this.access.read(caseId, me), me).filter((one) -> one.id().value().equals(ask));
		open.ifPresent((one) -> this.pending
			.keep(new PageAnswer(me, one, answer, words, Optional.empty(), Optional.empty(), key)));
		return open.isPresent();
	}

}
