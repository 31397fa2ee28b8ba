package io.countersign.journal;

import java.util.List;
import java.util.regex.Pattern;

import com.github.therapi.runtimejavadoc.RetainJavadoc;
import io.countersign.problem.InvalidField;
import io.countersign.problem.NotFound;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The feed for case systems: all events, or those of one case. */
@RestController
@RetainJavadoc
@RequestMapping("/api/v1")
class EventController {

	private static final Pattern SEQUENCE = Pattern.compile("\\d{1,18}");

	private final EntryRepository entries;

	private final Origin origin;

	EventController(EntryRepository entries, Origin origin) {
		this.entries = entries;
		this.origin = origin;
	}

	/**
	 * Reads the feed: all events, oldest first. Once {@code next} is null, a reader goes
	 * on later behind the {@code cursor} of the last event. Events come at least once;
	 * {@code source} and {@code id} tell one that was seen.
	 * @param after the {@code next} of the page before, or the {@code cursor} of an
	 * event; without it the feed begins at its first event
	 * @param limit from 1 to 500 events
	 */
	@GetMapping("/events")
	EventPage all(@RequestParam @Nullable String after, @RequestParam(defaultValue = "100") int limit) {
		var cursor = (after != null) ? Cursor.parse(after) : Cursor.START;
		var page = this.entries.after(cursor, checked(limit));
		var next = (page.size() == limit) ? page.getLast().cursor().toString() : null;
		return new EventPage(events(page), next);
	}

	/**
	 * Reads the events of one case, oldest first.
	 * @param id as events and lists name the case, beginning with {@code cs_}
	 * @param after the {@code sequence} of the last event the reader has; 0 for the first
	 * page
	 * @param limit from 1 to 500 events
	 * @throws NotFound when there is no such case
	 */
	@GetMapping("/cases/{id}/events")
	EventPage ofCase(@PathVariable String id, @RequestParam(defaultValue = "0") String after,
			@RequestParam(defaultValue = "100") int limit) {
		if (!SEQUENCE.matcher(after).matches()) {
			throw new InvalidField("after", "It is the sequence of the last event you have, a whole number.");
		}
		var stream = "case/" + id;
		var page = this.entries.ofStream(stream, Long.parseLong(after), checked(limit));
		if (page.isEmpty() && !this.entries.hasStream(stream)) {
			throw new NotFound("case", id);
		}
		var next = (page.size() == limit) ? Long.toString(page.getLast().sequence()) : null;
		return new EventPage(events(page), next);
	}

	private List<CloudEvent> events(List<Entry> page) {
		return page.stream().map((entry) -> CloudEvent.of(entry, this.origin)).toList();
	}

	private static int checked(int limit) {
		if (limit < 1 || limit > Journal.PAGE) {
			throw new InvalidField("limit", "It is a number from 1 to %d.".formatted(Journal.PAGE));
		}
		return limit;
	}

	/**
	 * A page of events.
	 *
	 * @param items in the order they happened
	 * @param next what to give as {@code after} for the following page; null on the last
	 */
	record EventPage(List<CloudEvent> items, @Nullable String next) {
	}

}
