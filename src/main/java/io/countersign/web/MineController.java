package io.countersign.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import io.countersign.cases.Ask;
import io.countersign.cases.CaseView;
import io.countersign.identity.Person;
import io.countersign.overview.BoardRow;
import io.countersign.overview.ToMe;
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

	/** A case that waits, and what exactly an answer is about. */
	record Waiting(BoardRow row, Ask ask) {
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
			.flatMap((row) -> CasePages.openAsk(this.access.read(row.id(), me), me)
				.map((ask) -> new Waiting(row, ask))
				.stream())
			.toList();
		model.addAttribute("waiting", waiting);
		model.addAttribute("pending",
				pending.stream().map((one) -> new Kept(one, this.access.read(one.caseId().value(), me))).toList());
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
	 * Approves what was picked. What has changed since the page was made is left out, and
	 * said.
	 * @param pick each as case and ask, joined by a space
	 */
	@AfterFreshSignIn
	@PostMapping("/mine/approve")
	String approve(@RequestParam(defaultValue = "") List<String> pick, @RequestParam String key,
			@ModelAttribute("me") Person me, RedirectAttributes after) {
		var approved = pick.stream()
			.limit(MOST_AT_ONCE)
			.map((one) -> one.split(" ", 2))
			.filter((one) -> one.length == 2 && approve(one[0], one[1], key, me))
			.count();
		after.addFlashAttribute("approved", approved);
		after.addFlashAttribute("left", pick.size() - approved);
		return "redirect:/mine";
	}

	private boolean approve(String caseId, String ask, String key, Person me) {
		var open = CasePages.openAsk(this.access.read(caseId, me), me).filter((one) -> one.id().value().equals(ask));
		open.ifPresent((one) -> this.pending
			.keep(new PageAnswer(me, one, Answer.APPROVE, "", Optional.empty(), Optional.empty(), key)));
		return open.isPresent();
	}

}
