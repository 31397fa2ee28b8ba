package io.countersign.triage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.countersign.cases.Cases;
import io.countersign.cases.Digest;
import io.countersign.cases.DigestAnswered;
import io.countersign.cases.DigestAnswered.Result;
import io.countersign.cases.DigestAnswered.Standing;
import io.countersign.cases.Digests;
import io.countersign.intake.Messages;
import io.countersign.reading.ListReading;
import io.countersign.reading.Reader;
import io.countersign.verdicts.Judgement;
import io.countersign.verdicts.Judgements;

import org.springframework.stereotype.Component;

/**
 * What the answers of one mail to the numbers of a digest come to: each is judged by
 * itself, and none counts where one looks forged or waits for its proof.
 */
@Component
class DigestVerdicts {

	private static final String DOUBT = "It answers a digest, and nothing proves who sent it: ";

	private final Digests digests;

	private final DigestMatters matters;

	private final Judgements judgements;

	private final Cases cases;

	private final Messages messages;

	private final Reviews reviews;

	private final Provenance provenance;

	private final Reader reader;

	private final TriageProperties properties;

	DigestVerdicts(Digests digests, DigestMatters matters, Judgements judgements, Cases cases, Messages messages,
			Reviews reviews, Provenance provenance, Reader reader, TriageProperties properties) {
		this.digests = digests;
		this.matters = matters;
		this.judgements = judgements;
		this.cases = cases;
		this.messages = messages;
		this.reviews = reviews;
		this.provenance = provenance;
		this.reader = reader;
		this.properties = properties;
	}

	/** By the person to whom the digest was sent. */
	void take(Incoming incoming, Digest digest) {
		var read = read(incoming, digest);
		var judged = new ArrayList<Judged>();
		for (var point : read.points()) {
			digest.entry(point.number())
				.filter((_) -> isOneAnswer(point))
				.ifPresent((entry) -> judged.add(judged(incoming, digest, entry, point)));
		}
		if (judged.stream()
			.anyMatch((one) -> one.judgement() instanceof Judgement.Refused refused && refused.looksForged())) {
			refuse(incoming, judged);
		}
		else if (!isAwaited(incoming, judged)) {
			conclude(incoming, digest, read, judged);
		}
	}

	/** To whom something is passed on is said on the page, where he can be chosen. */
	private static boolean isOneAnswer(ListReading.Point point) {
		return switch (point.verdict().label()) {
			case APPROVED, APPROVED_WITH_CONDITIONS, REJECTED, RETURNED, DEFERRED -> true;
			case DELEGATED, NONE -> false;
		};
	}

	/** What exactly a number is about, it does not say itself. */
	private ListReading read(Incoming incoming, Digest digest) {
		var asked = digest.entries()
			.stream()
			.collect(Collectors.toMap(Digest.Entry::number, (entry) -> this.cases.get(entry.caseId()).title()));
		return this.reader.readList(Letters.of(incoming.message(), this.properties.zone()), asked);
	}

	private Judged judged(Incoming incoming, Digest digest, Digest.Entry entry, ListReading.Point point) {
		return new Judged(entry, this.judgements.judge(this.matters.reply(incoming, digest, entry, point)));
	}

	/** The proof is the same for all of them, so nothing counts before it is there. */
	private boolean isAwaited(Incoming incoming, List<Judged> judged) {
		var reason = judged.stream()
			.flatMap((one) -> (one.judgement() instanceof Judgement.Waiting waiting) ? Stream.of(waiting.reason())
					: Stream.<String>empty())
			.findFirst();
		reason.ifPresent((why) -> this.messages.later(incoming.message().id(), this.properties.lookAgain(), why));
		return reason.isPresent();
	}

	/** Cases are changed in one order, so that two mails never wait for each other. */
	private void conclude(Incoming incoming, Digest digest, ListReading read, List<Judged> judged) {
		var results = new TreeMap<Integer, Result>();
		digest.entries()
			.stream()
			.filter((entry) -> read.points().isEmpty())
			.forEach((entry) -> results.put(entry.number(), unread(entry.number())));
		read.points().forEach((point) -> results.put(point.number(), unread(point.number())));
		judged.stream()
			.sorted(Comparator.comparing((one) -> one.entry().caseId().value()))
			.forEach((one) -> results.put(one.entry().number(), follow(incoming, digest, one)));
		var answers = results.values().stream().filter((one) -> one.outcome().isPresent()).toList();
		if (answers.isEmpty() && !this.provenance.isProven(incoming, Set.of(), DOUBT, Optional.empty())) {
			return;
		}
		settle(incoming, digest, read, judged, answers);
		this.digests.answered(
				new DigestAnswered(digest, incoming.message().id(), List.copyOf(results.values()), incoming.mode()));
	}

	private void settle(Incoming incoming, Digest digest, ListReading read, List<Judged> judged, List<Result> answers) {
		if (answers.isEmpty()) {
			this.reviews.open(incoming.message(),
					"It answers a digest, and nothing in it counts: " + why(read, judged));
			return;
		}
		var numbers = answers.stream().map((one) -> Integer.toString(one.number())).collect(Collectors.joining(", "));
		var first = judged.stream()
			.filter((one) -> one.entry().number() == answers.getFirst().number())
			.map((one) -> one.entry().caseId())
			.findFirst()
			.orElseThrow();
		this.reviews.settled(incoming.message().id());
		this.messages.inCase(incoming.message().id(), first.value(),
				"It answers %d requests of the digest of %s, by number: %s.".formatted(answers.size(), digest.day(),
						numbers));
	}

	private static String why(ListReading read, List<Judged> judged) {
		return judged.stream()
			.flatMap((one) -> (one.judgement() instanceof Judgement.Refused refused)
					? Stream.of(refused.because().sentence()) : Stream.<String>empty())
			.findFirst()
			.or(read::doubt)
			.orElse("No number has one clear answer.");
	}

	private Result follow(Incoming incoming, Digest digest, Judged one) {
		var message = incoming.message().id();
		var id = one.entry().caseId();
		var number = one.entry().number();
		return switch (one.judgement()) {
			case Judgement.Accepted accepted -> {
				this.digests.use(digest, number, message);
				this.cases.decide(id, accepted.decision(), null);
				yield new Result(number, Standing.COUNTED, Optional.of(accepted.decision().outcome()));
			}
			case Judgement.Held held -> {
				this.cases.hold(id, held.decision(), held.reasons());
				yield new Result(number, Standing.HELD, Optional.of(held.decision().outcome()));
			}
			case Judgement.Refused refused -> {
				inVain(incoming, one, refused);
				yield new Result(number, Standing.REFUSED, Optional.empty());
			}
			case Judgement.Silent _, Judgement.Waiting _ -> unread(number);
		};
	}

	/** VA-6: the owner hears of an answer that only came too late, once it is proved. */
	private void inVain(Incoming incoming, Judged one, Judgement.Refused refused) {
		var id = one.entry().caseId();
		var message = incoming.message().id();
		this.cases.remark(id, message, "An answer to a digest gives no verdict: " + refused.because().sentence());
		if (refused.isOnlyLate()) {
			incoming.author().ifPresent((author) -> this.cases.late(id, message, author, refused.because().sentence()));
		}
	}

	private void refuse(Incoming incoming, List<Judged> judged) {
		var reason = judged.stream()
			.map(Judged::judgement)
			.filter(Judgement.Refused.class::isInstance)
			.map(Judgement.Refused.class::cast)
			.map((refused) -> refused.because().sentence())
			.findFirst()
			.orElseThrow();
		this.reviews.refuse(incoming, reason);
	}

	private static Result unread(int number) {
		return new Result(number, Standing.UNREAD, Optional.empty());
	}

	/** What one number of the list has come to. */
	private record Judged(Digest.Entry entry, Judgement judgement) {
	}

}
