package io.countersign.web;

import java.util.Map;
import java.util.regex.Pattern;

import io.countersign.cases.Cases;
import io.countersign.identity.AppRole;
import io.countersign.identity.Person;
import io.countersign.overview.Board;
import io.countersign.problem.InvalidField;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * A leader orders work, or the secretariat does: it becomes a case, and a mail in the
 * inbox of whoever is to do it.
 */
@Controller
class OrderController {

	private static final Pattern KEY = Pattern.compile("[A-Za-z0-9-]{8,64}");

	private final Cases cases;

	private final OrderForm form;

	private final Board board;

	OrderController(Cases cases, OrderForm form, Board board) {
		this.cases = cases;
		this.form = form;
		this.board = board;
	}

	@GetMapping("/order")
	String page(@RequestHeader(name = "HX-Request", required = false) @Nullable String fragment,
			@ModelAttribute("me") Person me, Model model) {
		mayOrder(me);
		show(OrderForm.Typed.nothing(), Map.of(), model);
		return (fragment != null) ? "order :: sheet" : "order";
	}

	@PostMapping("/order")
	String order(@RequestParam(defaultValue = "") String what, @RequestParam(defaultValue = "") String who,
			@RequestParam(defaultValue = "") String due, @RequestParam(defaultValue = "") String day,
			@RequestParam String key, @ModelAttribute("me") Person me, Model model, HttpServletResponse response,
			RedirectAttributes after) {
		mayOrder(me);
		if (!KEY.matcher(key).matches()) {
			throw new InvalidField("key", "The form is incomplete.");
		}
		var typed = new OrderForm.Typed(what, who, due, day, key);
		return switch (this.form.read(typed, me)) {
			case OrderForm.Result.Whole whole -> {
				after.addFlashAttribute("ordered", true);
				yield "redirect:/cases/" + this.cases.order(whole.order());
			}
			case OrderForm.Result.Wrong wrong -> {
				response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
				show(typed, wrong.faults(), model);
				yield "order";
			}
		};
	}

	static boolean isAllowed(Person me) {
		return !AppRole.AUDIT.isHeld() && (me.leads() || Secretariat.isReading());
	}

	private static void mayOrder(Person me) {
		if (!isAllowed(me)) {
			throw new ResponseStatusException(HttpStatus.FORBIDDEN, "For leaders and the secretariat");
		}
	}

	private void show(OrderForm.Typed typed, Map<String, String> faults, Model model) {
		model.addAttribute("typed", typed);
		model.addAttribute("faults", faults);
		model.addAttribute("days", this.form.days());
		model.addAttribute("colleagues", this.board.colleagues());
	}

}
