package io.countersign.web;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import io.countersign.cases.CaseView;
import io.countersign.cases.Cases;
import io.countersign.identity.EmailAddress;
import io.countersign.identity.People;
import io.countersign.identity.Person;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Moves cases to somebody else, with a reason that everybody can read later. */
@Controller
class MovingController {

	private static final int MOST_AT_ONCE = 100;

	private static final int LONGEST_REASON = 500;

	private final CaseAccess access;

	private final Cases cases;

	private final People people;

	private final Clock clock;

	MovingController(CaseAccess access, Cases cases, People people, Clock clock) {
		this.access = access;
		this.cases = cases;
		this.people = people;
		this.clock = clock;
	}

	@PostMapping("/cases/{id}/holder")
	String move(@PathVariable String id, @RequestParam String holder, @RequestParam String reason,
			@ModelAttribute("me") Person me, RedirectAttributes after) {
		var view = this.access.change(id, me);
		var fault = fault(holder, reason);
		if (fault.isEmpty()) {
			move(view, holder, reason, me);
		}
		after.addFlashAttribute("moved", fault.isEmpty() ? "done" : fault);
		return "redirect:/cases/" + id;
	}

	/** Several at once; where the view goes on with what it was filtered by. */
	@PostMapping("/board/move")
	String moveAll(@RequestParam(defaultValue = "") List<String> pick, @RequestParam String holder,
			@RequestParam String reason, @RequestParam(defaultValue = "") String group,
			@RequestParam(defaultValue = "") String due, @RequestParam(defaultValue = "") String unit,
			@RequestParam(defaultValue = "") String q, @ModelAttribute("me") Person me, RedirectAttributes after) {
		var views = pick.stream().limit(MOST_AT_ONCE).distinct().map((id) -> this.access.change(id, me)).toList();
		var fault = fault(holder, reason);
		if (fault.isEmpty()) {
			views.forEach((view) -> move(view, holder, reason, me));
		}
		after.addFlashAttribute("moved", fault.isEmpty() ? "done" : fault);
		after.addAttribute("group", group).addAttribute("due", due).addAttribute("unit", unit).addAttribute("q", q);
		return "redirect:/";
	}

	private void move(CaseView view, String holder, String reason, Person me) {
		this.cases.handOver(view.id(), somebody(holder).orElseThrow().address(), reason.strip(), me.id(),
				this.clock.instant());
	}

	private String fault(String holder, String reason) {
		if (reason.isBlank() || reason.length() > LONGEST_REASON) {
			return "reason";
		}
		return somebody(holder).isEmpty() ? "holder" : "";
	}

	/** Only people the directory vouches for have cases. */
	private Optional<Person> somebody(String address) {
		return EmailAddress.parse(address.strip()).flatMap(this.people::find).filter(Person::inDirectory);
	}

}
