package io.countersign.web;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.countersign.identity.AppRole;
import io.countersign.identity.Clearance;
import io.countersign.identity.Level;
import io.countersign.identity.Person;
import io.countersign.overview.Board;
import io.countersign.overview.BoardQuery;
import io.countersign.overview.BoardQuery.Grouping;
import io.countersign.overview.Due;
import io.countersign.overview.Flag;
import io.countersign.overview.Stage;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** The board: the address is the view, so it can be shared and bookmarked. */
@Controller
class BoardController {

	static final List<Due.State> OPEN_DUES = List.of(Due.State.OVER, Due.State.TODAY, Due.State.SOON, Due.State.LATER,
			Due.State.NONE);

	/** From the top of the organisation down; last those without a level. */
	private static final List<Optional<Level>> LEVELS = Stream
		.concat(Stream.of(Level.values()).sorted(Collections.reverseOrder()).map(Optional::of),
				Stream.of(Optional.<Level>empty()))
		.toList();

	private final Board board;

	private final DataAge dataAge;

	BoardController(Board board, DataAge dataAge) {
		this.board = board;
		this.dataAge = dataAge;
	}

	/**
	 * A pressed button comes after the field that holds what was chosen before, so of
	 * several values the last one counts.
	 */
	@GetMapping({ "/", "/board" })
	String board(@RequestParam(defaultValue = "") List<String> group, @RequestParam(defaultValue = "") List<String> due,
			@RequestParam(defaultValue = "") String unit, @RequestParam(defaultValue = "") List<String> level,
			@RequestParam(defaultValue = "") List<String> flag, @RequestParam(defaultValue = "") String q,
			@RequestParam(required = false) @Nullable String dense,
			@RequestParam(required = false) @Nullable String wall, @RequestParam(required = false) @Nullable String key,
			@RequestParam(defaultValue = "0") int from,
			@RequestHeader(name = "HX-Request", required = false) @Nullable String fragment,
			@ModelAttribute("me") Person me, Model model) {
		var query = query(group, due, unit, level, flag, q);
		var clearance = Clearance.onBoard(me);
		model.addAttribute("board", (key == null) ? this.board.view(clearance, query)
				: this.board.view(clearance, query, key, Math.max(0, from)));
		if (fragment != null && key != null) {
			return "board-live :: more";
		}
		if (fragment == null && OrderController.isAllowed(me)) {
			model.addAttribute("colleagues", this.board.colleagues());
		}
		model.addAttribute("one", key != null);
		model.addAttribute("dense", dense != null);
		model.addAttribute("wall", wall != null || AppRole.WALL.isHeld());
		model.addAttribute("lagging", this.dataAge.lagging());
		model.addAttribute("flags", Flag.values());
		model.addAttribute("dueStates", OPEN_DUES);
		model.addAttribute("stages", Stage.values());
		model.addAttribute("levels", LEVELS);
		model.addAttribute("groupings", Grouping.values());
		return (fragment != null) ? "board-live :: live" : "board";
	}

	/** What the address asks for. */
	static BoardQuery query(List<String> group, List<String> due, String unit, List<String> level, List<String> flag,
			String words) {
		return new BoardQuery(last(Grouping.class, group).orElse(Grouping.STAGE), last(Due.State.class, due),
				Optional.of(unit).filter((one) -> !one.isBlank()), last(Level.class, level), flags(flag),
				words.strip());
	}

	/** Of several values the last counts; it names all that are wanted. */
	private static Set<Flag> flags(List<String> values) {
		var last = values.isEmpty() ? "" : values.getLast().toUpperCase(Locale.ROOT);
		return Arrays.stream(Flag.values())
			.filter((flag) -> List.of(last.split(",")).contains(flag.name()))
			.collect(Collectors.toSet());
	}

	private static <E extends Enum<E>> Optional<E> last(Class<E> type, List<String> values) {
		var last = values.isEmpty() ? "" : values.getLast().toUpperCase(Locale.ROOT);
		return Arrays.stream(type.getEnumConstants()).filter((one) -> one.name().equals(last)).findFirst();
	}

}
