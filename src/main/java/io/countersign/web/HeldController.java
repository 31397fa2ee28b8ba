package io.countersign.web;

import java.util.Optional;

import io.countersign.cases.CaseView;
import io.countersign.cases.Cases;
import io.countersign.cases.Outcome;
import io.countersign.cases.Verdict;
import io.countersign.identity.Person;
import io.countersign.intake.MessageId;
import io.countersign.problem.Conflict;
import io.countersign.problem.NotFound;
import io.countersign.triage.Releases;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * An answer that was read and does not count yet: whoever was asked confirms it or says
 * that it is not his; without him it takes two of the secretariat. The people whom such a
 * mail names wait outside until then.
 */
@Controller
class HeldController {

	private final CaseAccess access;

	private final CasePages pages;

	private final PageVerdicts verdicts;

	private final Cases cases;

	private final Releases releases;

	HeldController(CaseAccess access, CasePages pages, PageVerdicts verdicts, Cases cases, Releases releases) {
		this.access = access;
		this.pages = pages;
		this.verdicts = verdicts;
		this.cases = cases;
		this.releases = releases;
	}

	/** Where the question's mail leads; what is settled by now is seen on the case. */
	@GetMapping("/cases/{id}/verdicts/{verdict}/confirm")
	String ask(@PathVariable String id, @PathVariable String verdict, @ModelAttribute("me") Person me, Model model) {
		var page = this.pages.of(id, me);
		var asked = page.file()
			.verdicts()
			.stream()
			.filter((one) -> one.id().equals(verdict) && one.decision().decidedFor().equals(me.address()))
			.findFirst()
			.orElseThrow(() -> new NotFound("held verdict", verdict));
		if (asked.state() != Verdict.State.HELD) {
			return "redirect:/cases/%s#verdicts".formatted(id);
		}
		model.addAttribute("page", page);
		model.addAttribute("held", asked);
		model.addAttribute("confirmable",
				asked.decision().outcome() != Outcome.DELEGATED && page.file().confirmable(asked).isPresent());
		return "confirm";
	}

	/** It binds what it answered, also where more has been asked since. */
	@AfterFreshSignIn
	@PostMapping("/cases/{id}/verdicts/{verdict}/confirm")
	String confirm(@PathVariable String id, @PathVariable String verdict, @ModelAttribute("me") Person me) {
		var view = this.access.read(id, me);
		var held = held(view, verdict, me);
		if (held.decision().outcome() == Outcome.DELEGATED) {
			throw new Conflict("Whom it is passed on to is chosen on the page.");
		}
		if (view.confirmable(held).isEmpty()) {
			throw new Conflict("The request is answered, withdrawn or closed.");
		}
		this.verdicts.confirm(view.id(), held);
		return "redirect:/cases/%s?done#verdicts".formatted(id);
	}

	@PostMapping("/cases/{id}/verdicts/{verdict}/contest")
	String contest(@PathVariable String id, @PathVariable String verdict, @ModelAttribute("me") Person me) {
		var view = this.access.read(id, me);
		this.cases.contest(view.id(), held(view, verdict, me).id(), me.id());
		return "redirect:/cases/%s#verdicts".formatted(id);
	}

	@AfterFreshSignIn
	@PostMapping("/cases/{id}/verdicts/{verdict}/release")
	String release(@PathVariable String id, @PathVariable String verdict, @RequestParam(defaultValue = "") String back,
			@ModelAttribute("me") Person me, RedirectAttributes after) {
		if (!Secretariat.isReading()) {
			throw new ResponseStatusException(HttpStatus.FORBIDDEN, "Only the secretariat releases");
		}
		try {
			this.releases.verdict(this.access.read(id, me).id(), verdict, me);
		}
		catch (Conflict ex) {
			after.addFlashAttribute("stays", ex.getMessage());
			return "redirect:/quarantine";
		}
		return back.equals("case") ? "redirect:/cases/%s#verdicts".formatted(id) : "redirect:/quarantine";
	}

	/**
	 * A mail that nobody vouches for may bring people in when the secretariat says so.
	 */
	@AfterFreshSignIn
	@PostMapping("/cases/{id}/messages/{message}/admit")
	String admit(@PathVariable String id, @PathVariable String message, @ModelAttribute("me") Person me) {
		if (!Secretariat.isReading()) {
			throw new ResponseStatusException(HttpStatus.FORBIDDEN, "Only the secretariat lets people in");
		}
		var view = this.access.read(id, me);
		var mail = new MessageId(message);
		if (view.messages().stream().noneMatch((one) -> one.message().equals(mail))) {
			throw new NotFound("message of this case", message);
		}
		this.cases.admit(view.id(), mail, Optional.of(me.id()));
		return "redirect:/cases/%s#m-%s".formatted(view.id(), mail);
	}

	/** Of his own; what another was asked is not found. */
	private static Verdict held(CaseView view, String id, Person me) {
		return view.verdicts()
			.stream()
			.filter((one) -> one.id().equals(id) && one.state() == Verdict.State.HELD
					&& one.decision().decidedFor().equals(me.address()))
			.findFirst()
			.orElseThrow(() -> new NotFound("held verdict", id));
	}

}
