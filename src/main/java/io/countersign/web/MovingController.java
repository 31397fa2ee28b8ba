package io.countersign.web;

import java.util.List;

import io.countersign.cases.CaseState;
import io.countersign.identity.Person;
import io.countersign.writeback.Notices;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
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

	private final Moving moving;

	private final TypedPeople people;

	private final CaseActions actions;

	MovingController(CaseAccess access, Moving moving, TypedPeople people, CaseActions actions) {
		this.access = access;
		this.moving = moving;
		this.people = people;
		this.actions = actions;
	}

	/** What is wrong is said beside its field, on the page of what one may do. */
	@PostMapping("/cases/{id}/holder")
	String move(@PathVariable String id, @RequestParam String holder, @RequestParam String reason,
			@RequestParam(defaultValue = "false") boolean checking, @ModelAttribute("me") Person me, Model model,
			HttpServletResponse response, RedirectAttributes after) {
		var view = this.access.change(id, me);
		var fault = fault(holder, reason);
		if (!fault.isEmpty()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			this.actions.show(view, me, model);
			model.addAttribute("fault", fault);
			model.addAttribute("typedHolder", holder);
			model.addAttribute("typedReason", reason);
			model.addAttribute("typedChecking", checking);
			return "actions";
		}
		this.moving.move(List.of(view),
				new Notices.Moved(this.people.one(holder).orElseThrow(), reason.strip(), checking, me));
		after.addFlashAttribute("moved", "done");
		return "redirect:/cases/" + id;
	}

	/**
	 * Several at once, as many as are his to move; where the view goes on with what it
	 * was filtered by.
	 */
	@PostMapping("/board/move")
	String moveAll(@RequestParam(defaultValue = "") List<String> pick, @RequestParam String holder,
			@RequestParam String reason, @RequestParam(defaultValue = "false") boolean checking,
			@RequestParam(defaultValue = "") String group, @RequestParam(defaultValue = "") String due,
			@RequestParam(defaultValue = "") String unit, @RequestParam(defaultValue = "") String level,
			@RequestParam(defaultValue = "") String flag, @RequestParam(defaultValue = "") String q,
			@RequestParam(required = false) @Nullable String dense, @ModelAttribute("me") Person me,
			RedirectAttributes after) {
		var views = pick.stream()
			.distinct()
			.map((id) -> this.access.read(id, me))
			.filter((view) -> view.state() == CaseState.WAITING && this.access.mayChange(me, view))
			.limit(MOST_AT_ONCE)
			.toList();
		var fault = fault(holder, reason);
		if (fault.isEmpty()) {
			this.moving.move(views,
					new Notices.Moved(this.people.one(holder).orElseThrow(), reason.strip(), checking, me));
			after.addFlashAttribute("movedCount", views.size());
			after.addFlashAttribute("movedLeft", pick.size() - views.size());
		}
		else {
			after.addFlashAttribute("picked", pick);
			after.addFlashAttribute("typedHolder", holder);
			after.addFlashAttribute("typedReason", reason);
			after.addFlashAttribute("typedChecking", checking);
		}
		after.addFlashAttribute("moved", fault.isEmpty() ? (views.isEmpty() ? "none" : "done") : fault);
		after.addAttribute("group", Here.fitting(group))
			.addAttribute("due", Here.fitting(due))
			.addAttribute("unit", Here.fitting(unit))
			.addAttribute("level", Here.fitting(level))
			.addAttribute("flag", Here.fitting(flag))
			.addAttribute("q", Here.fitting(q));
		if (dense != null) {
			after.addAttribute("dense", "on");
		}
		return "redirect:/";
	}

	private String fault(String holder, String reason) {
		if (reason.isBlank() || reason.length() > LONGEST_REASON) {
			return "reason";
		}
		return this.people.one(holder).isEmpty() ? "holder" : "";
	}

}
