package io.countersign.overview;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.countersign.identity.Clearance;

import org.springframework.stereotype.Service;

/** The one picture of everything that runs. */
@Service
public class Board {

	private static final int MOST_COLLEAGUES = 500;

	/** More under one heading is counted, and shown when somebody asks for it. */
	private static final int MOST_IN_GROUP = 40;

	/** What a page shows at most before somebody asks for more. */
	private static final int MOST_ROWS = 160;

	/** Whoever looks for one of more people or units searches or filters. */
	private static final int MOST_GROUPS = 100;

	private static final int MOST_AT_ONCE = 100;

	private static final int MOST_IN_FILE = 20_000;

	private static final int CHUNK = 500;

	private final BoardRepository cases;

	private final RunningCases running;

	private final RunningCaseRepository rights;

	private final DueScale scale;

	Board(BoardRepository cases, RunningCases running, RunningCaseRepository rights, DueScale scale) {
		this.cases = cases;
		this.running = running;
		this.rights = rights;
		this.scale = scale;
	}

	/** What this person may see of it; everything else is not counted either. */
	public BoardView view(Clearance clearance, BoardQuery query) {
		var tally = tally(clearance, query);
		var headings = tally.headings();
		var open = open(headings);
		return view(query, tally, headings,
				(heading) -> open.contains(heading) ? heading.cases(0, MOST_IN_GROUP) : List.of(), 0);
	}

	/**
	 * Only what stands under one heading.
	 * @param from how many of its cases are left out
	 */
	public BoardView view(Clearance clearance, BoardQuery query, String key, int from) {
		var tally = tally(clearance, query);
		var headings = tally.headings().stream().filter((heading) -> heading.key().equals(key)).toList();
		return view(query, tally, headings, (heading) -> heading.cases(from, MOST_AT_ONCE), from);
	}

	/** All that was asked for, however much, one after the other. */
	public void each(Clearance clearance, BoardQuery query, Consumer<BoardRow> row) {
		var ids = tally(clearance, query).headings()
			.stream()
			.flatMap((heading) -> heading.cases().stream())
			.limit(MOST_IN_FILE)
			.toList();
		for (int from = 0; from < ids.size(); from += CHUNK) {
			var chunk = ids.subList(from, Math.min(ids.size(), from + CHUNK));
			inOrder(chunk, rows(chunk.stream())).forEach(row);
		}
	}

	/** Those of the organisation who have a place in its order, by name. */
	public List<Colleague> colleagues() {
		return this.cases.colleagues(MOST_COLLEAGUES);
	}

	/** Where one case stands, also when it has left the board. */
	public Optional<BoardRow> row(String caseId) {
		return this.cases.find(caseId);
	}

	private Tally tally(Clearance clearance, BoardQuery query) {
		var since = this.running.decidedSince();
		return new Tally(query, this.scale.steps()).of(this.running.now(),
				seen(clearance).and((one) -> !one.isDecided() || one.changed().isAfter(since)));
	}

	private Predicate<RunningCase> seen(Clearance clearance) {
		if (clearance.everything()) {
			return (_) -> true;
		}
		var seen = this.rights.seenBy(clearance.person());
		return (one) -> seen.contains(one.id());
	}

	private BoardView view(BoardQuery query, Tally tally, List<Tally.Heading> headings,
			Function<Tally.Heading, List<String>> listed, int from) {
		var drawn = tally.drawn();
		var rows = rows(Stream.concat(drawn.stream(), headings.stream().flatMap((one) -> listed.apply(one).stream())));
		var groups = headings.stream()
			.limit(MOST_GROUPS)
			.map((heading) -> heading.group(from, inOrder(listed.apply(heading), rows)))
			.toList();
		return new BoardView(query, tally.picture(), inOrder(drawn, rows), groups, headings.size() - groups.size());
	}

	private Map<String, BoardRow> rows(Stream<String> ids) {
		return this.cases.all(ids.distinct().toList())
			.stream()
			.collect(Collectors.toMap(BoardRow::id, Function.identity()));
	}

	/** A case that has just left is not among the rows. */
	private static List<BoardRow> inOrder(List<String> ids, Map<String, BoardRow> rows) {
		return ids.stream().flatMap((id) -> Stream.ofNullable(rows.get(id))).toList();
	}

	/** The headings that are open when the page comes, from the first on. */
	private static List<Tally.Heading> open(List<Tally.Heading> headings) {
		var open = new ArrayList<Tally.Heading>();
		int rows = 0;
		for (var heading : headings) {
			rows += Math.min(MOST_IN_GROUP, heading.cases().size());
			if (rows <= MOST_ROWS) {
				open.add(heading);
			}
		}
		return open;
	}

}
