package io.countersign.web;

import java.time.Clock;
import java.util.List;

import io.countersign.cases.CaseView;
import io.countersign.cases.Cases;
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
	public void move(List<CaseView> views, Person holder, String reason, Person by) {
		var moved = views.stream().filter((view) -> view.holder().filter(holder.address()::equals).isEmpty()).toList();
		moved
			.forEach((view) -> this.cases.handOver(view.id(), holder.address(), reason, by.id(), this.clock.instant()));
		if (!moved.isEmpty()) {
			this.notices.moved(moved, holder, reason, by);
		}
	}

}
