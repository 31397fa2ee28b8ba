package io.countersign.intake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What of a page is ruled out. */
@Component
class Screens {

	/** A database has room for some thousands of locks at a time. */
	private static final int MOST_NAMES = 1_000;

	private final ObjectProvider<Screen> screens;

	private final ThreadRepository threads;

	Screens(ObjectProvider<Screen> screens, ThreadRepository threads) {
		this.screens = screens;
		this.threads = threads;
	}

	/**
	 * Of those that answer or forward a mail it is asked once more when nobody can put
	 * that mail into a case any more before this transaction ends. Those that name too
	 * many mails are not ruled out.
	 */
	Map<Arrival, String> ruledOut(List<Arrival> arrivals) {
		var reasons = reasons(arrivals);
		var answers = reasons.keySet().stream().filter((arrival) -> !named(arrival).isEmpty()).toList();
		reasons.keySet().removeAll(answers);
		reasons.putAll(reasons(locked(answers)));
		return reasons;
	}

	private List<Arrival> locked(Collection<Arrival> answers) {
		var names = new LinkedHashSet<String>();
		var locked = new ArrayList<Arrival>();
		for (var answer : answers) {
			if (names.size() + named(answer).size() <= MOST_NAMES) {
				names.addAll(named(answer));
				locked.add(answer);
			}
		}
		if (!locked.isEmpty()) {
			this.threads.lock(this.threads.locks(names.stream()));
		}
		return locked;
	}

	private Map<Arrival, String> reasons(List<Arrival> arrivals) {
		var reasons = new LinkedHashMap<Arrival, String>();
		if (!arrivals.isEmpty()) {
			this.screens.forEach((screen) -> reasons.putAll(screen.ruledOut(arrivals)));
		}
		return reasons;
	}

	private static Set<String> named(Arrival arrival) {
		return arrival.preview().earlier();
	}

}
