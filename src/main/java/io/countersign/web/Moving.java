package io.countersign.web;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import io.countersign.cases.CaseView;
import io.countersign.cases.Cases;
import io.countersign.cases.Handover;
import io.countersign.identity.Person;
import io.countersign.writeback.Notices;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Moves cases to somebody else, all of them or none; whoever is in them hears of it. */
@Component
class Moving {

	private final Cases cases;

	private final Notices notices;

	private final Clock clock;

	Moving(Cases cases, Notices notices, Clock clock) {
		this.cases = cases;
		this.notices = notices;
		this.clock = clock;
	}

	@Transactional
	public void move(List<CaseView> views, Notices.Moved to) {
		var holder = to.holder().address();
		var handover = new Handover(holder, to.reason(), Optional.of(to.by().id()), to.checking(),
				this.clock.instant());
		var moved = views.stream().filter((view) -> view.holder().filter(holder::equals).isEmpty()).toList();
		moved.forEach((view) -> this.cases.handOver(view.id(), handover));
		if (!moved.isEmpty()) {
			this.notices.moved(moved, to);
		}
	}

}
