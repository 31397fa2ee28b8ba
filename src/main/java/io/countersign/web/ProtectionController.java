package io.countersign.web;

import java.util.Map;
import java.util.UUID;

import io.countersign.identity.AppRole;
import io.countersign.identity.Person;
import io.countersign.problem.NotFound;
import io.countersign.protection.LegalHolds;
import io.countersign.triage.Retention;
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

/**
 * What must not be forgotten, what may be, and, for auditors, who has read what.
 */
@Controller
class ProtectionController {

	private static final int MOST = 200;

	private final LegalHolds holds;

	private final Retention retention;

	private final HoldForms forms;

	private final HoldRows rows;

	private final AccessRows accesses;

	ProtectionController(LegalHolds holds, Retention retention, HoldForms forms, HoldRows rows, AccessRows accesses) {
		this.holds = holds;
		this.retention = retention;
		this.forms = forms;
		this.rows = rows;
		this.accesses = accesses;
	}

	/** Whether whoever makes this request may look. */
	static boolean isOpen() {
		return AppRole.MANAGE.isHeld() || AppRole.AUDIT.isHeld();
	}

	/** Whoever audits changes nothing, whatever else he may do. */
	private static boolean mayChange() {
		return AppRole.MANAGE.isHeld() && !AppRole.AUDIT.isHeld();
	}

	@GetMapping("/protection")
	String page(@RequestParam(defaultValue = "") String of, @RequestParam(defaultValue = "0") long before,
			@ModelAttribute("me") Person me, Model model) {
		if (!isOpen()) {
			throw new ResponseStatusException(HttpStatus.FORBIDDEN, "For admins and auditors");
		}
		return show(of, before, new HoldForm("", "", "", UUID.randomUUID().toString()), Map.of(), me, model);
	}

	@PostMapping("/protection/holds")
	String hold(@ModelAttribute("form") HoldForm form, @ModelAttribute("me") Person me, Model model,
			HttpServletResponse response, RedirectAttributes after) {
		checkChange();
		var faults = this.forms.put(form, me);
		if (!faults.isEmpty()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return show("", 0, form, faults, me, model);
		}
		after.addFlashAttribute("done", "set");
		return "redirect:/protection";
	}

	@PostMapping("/protection/holds/{hold}/lift")
	String lift(@PathVariable String hold, @ModelAttribute("me") Person me, RedirectAttributes after) {
		checkChange();
		if (!this.holds.lift(hold, me.id().value())) {
			throw new NotFound("hold that stands", hold);
		}
		after.addFlashAttribute("done", "lifted");
		return "redirect:/protection";
	}

	private String show(String of, long before, HoldForm form, Map<String, String> faults, Person me, Model model) {
		model.addAttribute("holds", this.rows.of(this.holds.newest(MOST), me));
		model.addAttribute("expired", this.retention.after("", MOST));
		model.addAttribute("log", AppRole.AUDIT.isHeld() ? this.accesses.of(of, before) : AccessRows.Found.NONE);
		model.addAttribute("may", mayChange());
		model.addAttribute("today", this.forms.today().toString());
		model.addAttribute("of", of);
		model.addAttribute("form", form);
		model.addAttribute("faults", faults);
		return "protection";
	}

	/** Only who may say what is kept may have it forgotten. */
	static void checkChange() {
		if (!mayChange()) {
			throw new ResponseStatusException(HttpStatus.FORBIDDEN,
					"Only admins say what is kept and what is forgotten");
		}
	}

}
