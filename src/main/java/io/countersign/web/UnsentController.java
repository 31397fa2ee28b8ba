package io.countersign.web;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import io.countersign.identity.FreshSignIn;
import io.countersign.identity.Person;
import io.countersign.identity.Unsent;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * What somebody wanted to send and had to sign in again for. It is shown as he wrote it;
 * only his pressing the button sends it.
 */
@Controller
class UnsentController {

	private static final Pattern OF_A_CASE = Pattern.compile("/cases/([^/]{1,64})/.*");

	private final FreshSignIn signIn;

	private final CaseAccess access;

	UnsentController(FreshSignIn signIn, CaseAccess access) {
		this.signIn = signIn;
		this.access = access;
	}

	@GetMapping(Unsent.PAGE)
	String page(HttpServletRequest request, @RequestParam(required = false) @Nullable String again,
			@ModelAttribute("me") Person me, Model model) {
		var unsent = this.signIn.unsent(request);
		if (unsent.isEmpty()) {
			return "redirect:/";
		}
		var form = unsent.get();
		model.addAttribute("unsent", form);
		model.addAttribute("words", form.field("words").orElse(""));
		model.addAttribute("others",
				form.fields().entrySet().stream().filter((one) -> !one.getKey().equals("words")).toList());
		form.field("outcome").flatMap(Answer::of).ifPresent((answer) -> model.addAttribute("answer", answer));
		caseOf(form).ifPresent((id) -> model.addAllAttributes(Map.of("file", this.access.read(id, me))));
		model.addAttribute("kind", kind(form));
		model.addAttribute("state", state(again != null));
		model.addAttribute("signIn", FreshSignIn.AGAIN);
		return "unsent";
	}

	/** Of which sentences the page is made. */
	private static String kind(Unsent form) {
		if (form.path().startsWith("/protection")) {
			return "purge.";
		}
		return form.path().startsWith("/mandates") ? "mandate." : "";
	}

	private String state(boolean again) {
		if (this.signIn.isGiven()) {
			return "send";
		}
		return again ? "refused" : "wait";
	}

	private static Optional<String> caseOf(Unsent form) {
		var path = OF_A_CASE.matcher(form.path());
		return path.matches() ? Optional.of(path.group(1)) : Optional.empty();
	}

}
