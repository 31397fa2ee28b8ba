package io.countersign.web;

import java.util.Map;
import java.util.UUID;

import io.countersign.identity.Mandates;
import io.countersign.identity.Person;
import io.countersign.problem.NotFound;
import io.countersign.triage.CaseTypes;
import jakarta.servlet.http.HttpServletResponse;

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

/** Who may answer for whom. Admins say so, each change is an entry of the journal. */
@Controller
class MandatesController {

	private final Mandates mandates;

	private final MandateList list;

	private final MandateForms forms;

	MandatesController(Mandates mandates, MandateList list, MandateForms forms) {
		this.mandates = mandates;
		this.list = list;
		this.forms = forms;
	}

	@GetMapping("/mandates")
	String page(@ModelAttribute("me") Person me, Model model) {
		return show(me, MandateForm.empty(this.forms.today().toString(), UUID.randomUUID().toString()), Map.of(),
				model);
	}

	/** Also what a proposal becomes when an admin takes it up. */
	@AfterFreshSignIn
	@PostMapping("/mandates")
	String create(@ModelAttribute("form") MandateForm form, @ModelAttribute("me") Person me, Model model,
			HttpServletResponse response, RedirectAttributes after) {
		mayChange();
		return switch (this.forms.read(form, me)) {
			case MandateForms.Typed.Whole typed -> {
				this.mandates.put(typed.mandate(), me.id().value());
				yield done("set", after);
			}
			case MandateForms.Typed.Wrong wrong -> {
				response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
				yield show(me, form, wrong.faults(), model);
			}
		};
	}

	@AfterFreshSignIn
	@PostMapping("/mandates/{mandate}/end")
	String end(@PathVariable String mandate, @RequestParam(defaultValue = "") String until,
			@ModelAttribute("me") Person me, Model model, HttpServletResponse response, RedirectAttributes after) {
		mayChange();
		var current = this.mandates.find(mandate).orElseThrow(() -> new NotFound("mandate", mandate));
		var end = this.forms.end(current, until);
		if (end.isEmpty()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			model.addAttribute("wrong", mandate);
			model.addAttribute("wrongUntil", until);
			return page(me, model);
		}
		if (!this.mandates.end(mandate, end.get(), me.id().value())) {
			throw new NotFound("mandate that is not over", mandate);
		}
		return done("changed", after);
	}

	/** Taking leave away waits for nothing. */
	@PostMapping("/mandates/{mandate}/withdraw")
	String withdraw(@PathVariable String mandate, @ModelAttribute("me") Person me, RedirectAttributes after) {
		mayChange();
		if (!this.mandates.withdraw(mandate, me.id().value())) {
			throw new NotFound("mandate that is not over", mandate);
		}
		return done("withdrawn", after);
	}

	private String show(Person me, MandateForm form, Map<String, String> faults, Model model) {
		model.addAttribute("current", this.list.current(me));
		model.addAttribute("ended", this.list.ended(me));
		model.addAttribute("proposals", this.list.proposals(me));
		model.addAttribute("all", MandateList.seesAll(me));
		model.addAttribute("may", MandateList.mayChange());
		model.addAttribute("types", CaseTypes.decided());
		model.addAttribute("today", this.forms.today().toString());
		model.addAttribute("form", form);
		model.addAttribute("faults", faults);
		return "mandates";
	}

	private static String done(String what, RedirectAttributes after) {
		after.addFlashAttribute("done", what);
		return "redirect:/mandates";
	}

	private static void mayChange() {
		if (!MandateList.mayChange()) {
			throw new ResponseStatusException(HttpStatus.FORBIDDEN, "Only admins say who answers for whom");
		}
	}

}
