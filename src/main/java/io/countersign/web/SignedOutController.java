package io.countersign.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of somebody who has signed out, or could not sign in. */
@Controller
class SignedOutController {

	@GetMapping("/signed-out")
	String page(HttpServletRequest request, @RequestParam(required = false) @Nullable String failed, Model model) {
		model.addAttribute("here", new Here(request));
		model.addAttribute("kind", (failed != null) ? "failed" : "left");
		return "signed-out";
	}

}
