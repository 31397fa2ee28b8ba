package io.countersign.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;

import io.countersign.cases.CaseState;
import io.countersign.identity.Clearance;
import io.countersign.identity.Person;
import io.countersign.overview.Hit;
import io.countersign.overview.Search;
import io.countersign.overview.SearchQuery;
import io.countersign.overview.SearchQuery.Channel;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** Looks through everything the reader may see. What he asked stands in the address. */
@Controller
class SearchPageController {

	private final Search search;

	SearchPageController(Search search) {
		this.search = search;
	}

	@GetMapping("/search")
	String page(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String kind,
			@RequestParam(defaultValue = "") String channel, @RequestParam(defaultValue = "") String person,
			@RequestParam(defaultValue = "") String state, @RequestParam(defaultValue = "") String from,
			@RequestParam(defaultValue = "") String to, @ModelAttribute("me") Person me, Model model) {
		var query = new SearchQuery(q, one(kind, Hit.Kind.values()), one(channel, Channel.values()),
				Optional.of(person), one(state, CaseState.values()), day(from), day(to));
		var found = this.search.find(Clearance.of(me), query);
		model.addAttribute("query", query);
		model.addAttribute("hits", found.hits());
		model.addAttribute("newestOnly", found.newestOnly());
		model.addAttribute("most", Search.MOST);
		model.addAttribute("compared", Search.COMPARED);
		model.addAttribute("kinds", Hit.Kind.values());
		model.addAttribute("channels", Channel.values());
		model.addAttribute("states", CaseState.values());
		return "search";
	}

	private static <T extends Enum<T>> Optional<T> one(String value, T[] all) {
		return Arrays.stream(all).filter((one) -> one.name().equals(value)).findFirst();
	}

	/** A day nobody can read is no filter, and its field is empty again. */
	private static Optional<LocalDate> day(String value) {
		try {
			return value.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(value));
		}
		catch (DateTimeParseException ex) {
			return Optional.empty();
		}
	}

}
