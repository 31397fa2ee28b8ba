package io.countersign.triage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.countersign.cases.CaseNumber;
import io.countersign.cases.Cases;
import io.countersign.intake.Arrival;
import io.countersign.intake.Folder;
import io.countersign.intake.AutomaticMark;
import io.countersign.intake.Screen;
import io.countersign.reading.Gist;
import io.countersign.reading.Reader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Rules out what is certainly nothing to us, on what the provider lists; doubt is fetched
 * and read.
 */
@Component
class Screening implements Screen {

	private static final Logger log = LoggerFactory.getLogger(Screening.class);

	private final Cases cases;

	private final Reader reader;

	private final OwnMail own;

	private final TriageProperties properties;

	Screening(Cases cases, Reader reader, OwnMail own, TriageProperties properties) {
		this.cases = cases;
		this.reader = reader;
		this.own = own;
		this.properties = properties;
	}

	@Override
	public Map<Arrival, String> ruledOut(List<Arrival> arrivals) {
		var known = known(arrivals);
		var ruledOut = new LinkedHashMap<Arrival, String>();
		for (var arrival : arrivals) {
			certain(arrival, known).ifPresent((reason) -> ruledOut.put(arrival, reason));
		}
		return ruledOut;
	}

	/**
	 * A mail that cannot be screened is in doubt: it is fetched, and what goes wrong when
	 * it is read is its own affair and not that of those beside it (IN-8).
	 */
	private Optional<String> certain(Arrival arrival, Set<String> known) {
		try {
			return reason(arrival, known);
		}
		catch (RuntimeException ex) {
			log.atWarn().addKeyValue("item", arrival.itemId()).setCause(ex).log("A mail could not be screened");
			return Optional.empty();
		}
	}

	private Optional<String> reason(Arrival arrival, Set<String> known) {
		if (arrival.folder() == Folder.CHATS) {
			// What it is to us depends on what was said before it.
			return Optional.empty();
		}
		var preview = arrival.preview();
		if (preview.isDraft()) {
			return Optional.of("It is a draft that nobody has sent.");
		}
		var own = this.own.reason(preview.from(), preview.sender());
		if (own.isPresent()) {
			return own;
		}
		var threading = preview.threading();
		if (preview.earlier().stream().anyMatch(known::contains)
				|| threading.messageId().filter(known::contains).isPresent()
				|| CaseNumber.inSubject(preview.subject()).isPresent()) {
			return Optional.empty();
		}
		var automatic = AutomaticMark.unwritten(preview.headers());
		if (automatic.isPresent()) {
			return automatic.map(AutomaticMark::sentence);
		}
		if (threading.isReply() || preview.headers().isEmpty() && Titles.isReply(preview.subject())) {
			return Optional.empty();
		}
		if (preview.hasAttachments() && Titles.isForward(preview.subject())) {
			// Only its bytes tell which mails are in it.
			return Optional.empty();
		}
		return unasked(this.reader.readGist(Letters.of(preview, this.properties.zone())));
	}

	private Optional<String> unasked(Gist request) {
		return switch (request.intent()) {
			case APPROVAL_REQUEST, TASK_ORDER -> Optional.empty();
			case QUESTION -> Optional.of("It asks a question and no decision: " + request.reason());
			case ORIENTATION, NONE -> Optional.of("Nobody is asked to decide or do anything: " + request.reason());
		};
	}

	/** Of all ids the page names, those that belong to a case; asked in one query. */
	private Set<String> known(List<Arrival> arrivals) {
		var ids = new ArrayList<String>();
		for (var arrival : arrivals) {
			ids.addAll(arrival.preview().earlier());
			arrival.preview().threading().messageId().ifPresent(ids::add);
		}
		return this.cases.holding(ids);
	}

}
