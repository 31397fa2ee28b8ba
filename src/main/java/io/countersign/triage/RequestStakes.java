package io.countersign.triage;

import java.util.List;
import java.util.Optional;

import io.countersign.cases.CaseView;
import io.countersign.verdicts.Cost;
import io.countersign.verdicts.Stakes;

import org.springframework.stereotype.Component;

/** Reads what is at stake as it is read when a mail answers. */
@Component
class RequestStakes implements Stakes {

	private final Standings standings;

	private final Costs costs;

	RequestStakes(Standings standings, Costs costs) {
		this.standings = standings;
		this.costs = costs;
	}

	@Override
	public List<String> kinds(CaseView view) {
		return this.standings.of(view).kinds();
	}

	@Override
	public Optional<Cost> cost(CaseView view) {
		return this.costs.of(view);
	}

}
