package io.countersign.overview;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.countersign.identity.Clearance;
import org.springframework.stereotype.Service;

/** The one picture of everything that runs. */
@Service
public class Board {

	/** How long a decided case is still seen, so that nobody wonders where it went. */
	private static final Duration DECIDED_STAYS = Duration.ofDays(1);

	private static final int MOST_COLLEAGUES = 500;

	private final BoardRepository cases;

	private final Clock clock;

	Board(BoardRepository cases, Clock clock) {
		this.cases = cases;
		this.clock = clock;
	}

	/** What this person may see of it; everything else is not counted either. */
	public BoardView view(Clearance clearance, BoardQuery query) {
		return BoardView.of(query, this.cases.running(clearance, this.clock.instant().minus(DECIDED_STAYS)));
	}

	/** Those of the organisation who have a place in its order, by name. */
	public List<Colleague> colleagues() {
		return this.cases.colleagues(MOST_COLLEAGUES);
	}

	/** Where one case stands, also when it has left the board. */
	public Optional<BoardRow> row(String caseId) {
		return this.cases.find(caseId);
	}

}
