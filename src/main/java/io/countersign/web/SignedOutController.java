package io.countersign.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

import jakarta.servlet.http.HttpServletRequest;

/** The page of somebody who has signed out. */
@Controller
class SignedOutController {

	@GetMapping("/signed-out")
	String page(HttpServletRequest request, Model model) {
		model.addAttribute("here", new Here(request));
		return "signed-out";
	}

}
