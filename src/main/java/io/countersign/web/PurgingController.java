package io.countersign.web;

import java.util.Optional;

import io.countersign.cases.CaseId;
import io.countersign.cases.CaseView;
import io.countersign.cases.Cases;
import io.countersign.identity.Person;
import io.countersign.triage.Purges;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * An admin asks that what was said in a case is forgotten (DP-3). He is shown first what
 * would go, and writes the number of the case himself; the second admin does the same.
 */
@Controller
class PurgingController {

	private final Purges purges;

	private final Cases cases;

	private final NamedSubjects subjects;

	PurgingController(Purges purges, Cases cases, NamedSubjects subjects) {
		this.purges = purges;
		this.cases = cases;
		this.subjects = subjects;
	}

	/** {@code what} is the number of a case; without it the page asks for one. */
	@GetMapping("/protection/purge")
	String look(@RequestParam(defaultValue = "") String what, @ModelAttribute("me") Person me, Model model) {
		ProtectionController.checkChange();
		var file = named(what);
		model.addAttribute("what", what);
		model.addAttribute("unknown", file.isEmpty() && !what.isBlank());
		file.ifPresent((one) -> show(one, me, model));
		return "purge";
	}

	@AfterFreshSignIn
	@PostMapping("/protection/cases/{id}/purge")
	String purge(@PathVariable String id, @RequestParam(defaultValue = "") String number,
			@ModelAttribute("me") Person me, Model model, HttpServletResponse response, RedirectAttributes after) {
		ProtectionController.checkChange();
		var file = this.cases.get(new CaseId(id));
		if (!number.strip().equals(file.number().value())) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			model.addAttribute("what", file.number().value());
			model.addAttribute("typed", number);
			show(file, me, model);
			return "purge";
		}
		after.addFlashAttribute("done", (this.purges.purge(file.id(), me) > 0) ? "wanted" : "purged");
		return "redirect:/protection";
	}

	private Optional<CaseView> named(String what) {
		return this.subjects.find(what).flatMap(NamedSubjects.Subject::caseId).map(this.cases::get);
	}

	private void show(CaseView file, Person me, Model model) {
		model.addAttribute("file", file);
		model.addAttribute("standing", this.purges.standing(file.id(), me));
	}

}
