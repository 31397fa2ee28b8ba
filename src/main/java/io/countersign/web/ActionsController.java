package io.countersign.web;

import java.util.List;
import java.util.stream.Stream;

import io.countersign.cases.CaseState;
import io.countersign.cases.CaseView;
import io.countersign.cases.Cases;
import io.countersign.cases.Conditions;
import io.countersign.cases.Participant;
import io.countersign.cases.Role;
import io.countersign.cases.Task;
import io.countersign.cases.Tasks;
import io.countersign.identity.Person;
import io.countersign.problem.InvalidField;
import io.countersign.writeback.Notices;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What people do with a case besides deciding it. */
@Controller
class ActionsController {

	private static final int MOST_AT_ONCE = 100;

	/** To be asked for a decision takes somebody's own mail. */
	private static final List<Role> ADDED = List.of(Role.INFORMED, Role.EXECUTOR);

	private final CaseAccess access;

	private final CaseActions actions;

	private final Cases cases;

	private final Conditions conditions;

	private final Tasks tasks;

	private final Notices notices;

	private final TypedPeople people;

	ActionsController(CaseAccess access, CaseActions actions, Cases cases, Conditions conditions, Tasks tasks,
			Notices notices, TypedPeople people) {
		this.access = access;
		this.actions = actions;
		this.cases = cases;
		this.conditions = conditions;
		this.tasks = tasks;
		this.notices = notices;
		this.people = people;
	}

	/** The menu of a row: a page of its own where no script opens it beside the row. */
	@GetMapping("/cases/{id}/actions")
	String actions(@PathVariable String id,
			@RequestHeader(name = "HX-Request", required = false) @Nullable String fragment,
			@ModelAttribute("me") Person me, Model model) {
		this.actions.show(this.access.read(id, me), me, model);
		return (fragment != null) ? "actions :: sheet" : "actions";
	}

	@PostMapping("/cases/{id}/conditions")
	String condition(@PathVariable String id, @RequestParam String verdict, @RequestParam int number,
			@RequestParam(defaultValue = "false") boolean met, @ModelAttribute("me") Person me) {
		var view = this.access.change(id, me);
		this.conditions.say(view.id(), verdict, number, met, me.id());
		return "redirect:/cases/%s#conditions".formatted(id);
	}

	@PostMapping("/cases/{id}/tasks")
	String task(@PathVariable String id, @RequestParam String task, @RequestParam(defaultValue = "false") boolean done,
			@ModelAttribute("me") Person me) {
		var view = this.access.change(id, me);
		this.tasks.say(view.id(), task, done ? Task.State.DONE : Task.State.OPEN, me.id());
		return "redirect:/cases/%s#tasks".formatted(id);
	}

	/** Whoever is added can read the case from now on. */
	@PostMapping("/cases/{id}/participants")
	String add(@PathVariable String id, @RequestParam String person, @RequestParam String role,
			@ModelAttribute("me") Person me, RedirectAttributes after) {
		var view = this.access.change(id, me);
		var as = ADDED.stream()
			.filter((one) -> one.name().equals(role))
			.findFirst()
			.orElseThrow(() -> new InvalidField("role", "Nobody is added so."));
		var found = this.people.called(person);
		if (found.size() != 1) {
			after.addFlashAttribute("addFault", found.isEmpty() ? "unknown" : "several");
			after.addFlashAttribute("typedPerson", person);
			return "redirect:/cases/%s#participants".formatted(id);
		}
		var added = found.getFirst();
		if (!this.cases.add(view.id(), new Participant(added.address(), added.displayName(), as), me.id())) {
			after.addFlashAttribute("addFault", "there");
			after.addFlashAttribute("typedPerson", person);
		}
		return "redirect:/cases/%s#participants".formatted(id);
	}

	@PostMapping("/cases/{id}/reminder")
	String remind(@PathVariable String id, @ModelAttribute("me") Person me, RedirectAttributes after) {
		after.addFlashAttribute("reminded", remind(this.access.change(id, me), me));
		return "redirect:/cases/" + id;
	}

	/** Several at once; whoever was asked today is not asked again. */
	@PostMapping("/board/reminders")
	String remindAll(@RequestParam(defaultValue = "") List<String> pick, @RequestParam(defaultValue = "") String group,
			@ModelAttribute("me") Person me, RedirectAttributes after) {
		var views = pick.stream()
			.distinct()
			.map((one) -> this.access.read(one, me))
			.filter((view) -> this.access.mayChange(me, view))
			.limit(MOST_AT_ONCE)
			.toList();
		after.addFlashAttribute("reminded", views.stream().filter((view) -> remind(view, me) > 0).count());
		after.addAttribute("group", Here.fitting(group));
		return "redirect:/";
	}

	private long remind(CaseView view, Person me) {
		return Stream.of(view)
			.filter((one) -> one.state() == CaseState.WAITING)
			.filter((one) -> this.notices.remind(one, me))
			.count();
	}

}
