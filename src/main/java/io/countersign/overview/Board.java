package io.countersign.overview;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import io.countersign.identity.Clearance;
import io.countersign.identity.Level;

import org.springframework.stereotype.Service;

/** The one picture of everything that runs. */
@Service
public class Board {

	/** How long a decided case is still seen, so that nobody wonders where it went. */
	private static final Duration DECIDED_STAYS = Duration.ofDays(1);

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

	private final BoardCounts counts;

	private final Clock clock;

	Board(BoardRepository cases, BoardCounts counts, Clock clock) {
		this.cases = cases;
		this.counts = counts;
		this.clock = clock;
	}

	/** What this person may see of it; everything else is not counted either. */
	public BoardView view(Clearance clearance, BoardQuery query) {
		var scope = scope(clearance);
		var headings = headings(query, scope);
		var open = open(headings);
		return view(query, scope, headings, this.counts.urgent(query, scope, open, 0, MOST_IN_GROUP), 0);
	}

	/**
	 * Only what stands under one heading.
	 * @param from how many of its cases are left out
	 */
	public BoardView view(Clearance clearance, BoardQuery query, String key, int from) {
		var scope = scope(clearance);
		var headings = headings(query, scope).stream().filter((heading) -> heading.key().equals(key)).toList();
		return view(query, scope, headings, this.counts.urgent(query, scope, List.of(key), from, MOST_AT_ONCE), from);
	}

	/** All that was asked for, however much, one after the other. */
	public void each(Clearance clearance, BoardQuery query, Consumer<BoardRow> row) {
		var ids = this.counts.all(query, scope(clearance), MOST_IN_FILE);
		for (int from = 0; from < ids.size(); from += CHUNK) {
			var chunk = ids.subList(from, Math.min(ids.size(), from + CHUNK));
			this.cases.all(chunk)
				.stream()
				.sorted(Comparator.comparingInt((one) -> chunk.indexOf(one.id())))
				.forEach(row);
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

	private BoardView view(BoardQuery query, BoardScope scope, List<BoardCounts.Heading> headings, List<String> listed,
			int from) {
		var picture = this.counts.picture(scope);
		var drawn = Set.copyOf(this.counts.in(picture.drawn(), scope));
		var needed = new HashSet<>(listed);
		needed.addAll(drawn);
		var rows = this.cases.all(List.copyOf(needed));
		var shown = Set.copyOf(listed);
		var groups = headings.stream()
			.limit(MOST_GROUPS)
			.map((heading) -> group(query, heading, rows, shown, from))
			.toList();
		return new BoardView(query, picture, rows.stream().filter((row) -> drawn.contains(row.id())).toList(), groups,
				headings.size() - groups.size());
	}

	private static BoardView.Group group(BoardQuery query, BoardCounts.Heading heading, List<BoardRow> rows,
			Set<String> listed, int from) {
		var shown = rows.stream()
			.filter((row) -> listed.contains(row.id()) && query.heading(row).equals(heading.key()))
			.sorted(BoardView.BY_URGENCY)
			.toList();
		return new BoardView.Group(heading.key(), heading.cases(), heading.over(), heading.today(), from, shown);
	}

	private List<BoardCounts.Heading> headings(BoardQuery query, BoardScope scope) {
		return this.counts.headings(query, scope)
			.stream()
			.sorted(Comparator.comparingInt((BoardCounts.Heading heading) -> rank(query.group(), heading.key()))
				.thenComparing(BoardCounts.Heading::key))
			.toList();
	}

	/** The headings that are open when the page comes, from the first on. */
	private static List<String> open(List<BoardCounts.Heading> headings) {
		var open = new ArrayList<String>();
		int rows = 0;
		for (var heading : headings) {
			rows += Math.min(MOST_IN_GROUP, heading.cases());
			if (rows <= MOST_ROWS) {
				open.add(heading.key());
			}
		}
		return open;
	}

	/** The board is read from the finish line back, and from the top down. */
	private static int rank(BoardQuery.Grouping group, String key) {
		return switch (group) {
			case STAGE -> Stage.valueOf(key).rank();
			case LEVEL -> key.isEmpty() ? 1 : -Level.valueOf(key).ordinal();
			case DUE -> Due.State.valueOf(key).ordinal();
			case UNIT -> key.isEmpty() ? 1 : 0;
			case HOLDER -> 0;
		};
	}

	private BoardScope scope(Clearance clearance) {
		return new BoardScope(clearance, this.clock.instant().minus(DECIDED_STAYS));
	}

}
