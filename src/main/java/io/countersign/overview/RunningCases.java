package io.countersign.overview;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * All running cases, once in memory for all boards: a board is counted without asking the
 * database for what it does not show. What the journal says of a case has that case read
 * again, before the next board is made.
 */
@Component
class RunningCases {

	/** How long a decided case is still seen, so that nobody wonders where it went. */
	private static final Duration DECIDED_STAYS = Duration.ofDays(1);

	/** The journal does not tell what the directory says of people, nor of units. */
	private static final Duration READ_ANEW_AFTER = Duration.ofMinutes(1);

	/** Reading more one by one costs more than reading all. */
	private static final int MOST_CHANGES = 1_000;

	private static final String CASE = "case/";

	private static final String PERSON = "person/";

	private final RunningCaseRepository repository;

	private final Supplier<Follower> changes;

	private final Clock clock;

	private final ReentrantLock lock = new ReentrantLock();

	private final Set<String> grown = new HashSet<>();

	private @Nullable Follower follower;

	private List<RunningCase> cases = List.of();

	private long position;

	private Instant readAt = Instant.MIN;

	@Autowired
	RunningCases(RunningCaseRepository repository, Changes changes, Clock clock) {
		this(repository, changes::follow, clock);
	}

	RunningCases(RunningCaseRepository repository, Supplier<Follower> changes, Clock clock) {
		this.repository = repository;
		this.changes = changes;
		this.clock = clock;
	}

	/** All that runs or was decided lately, the most urgent first. */
	List<RunningCase> now() {
		this.lock.lock();
		try {
			this.grown.addAll(follower().soFar());
			if (this.readAt.isBefore(this.clock.instant().minus(READ_ANEW_AFTER))) {
				this.position = this.repository.end();
				readAnew();
			}
			else {
				catchUp();
			}
			return this.cases;
		}
		finally {
			this.lock.unlock();
		}
	}

	Instant decidedSince() {
		return this.clock.instant().minus(DECIDED_STAYS);
	}

	private Follower follower() {
		var following = this.follower;
		if (following == null || following.isClosed()) {
			following = this.changes.get();
			this.follower = following;
			this.readAt = Instant.MIN;
		}
		return following;
	}

	/**
	 * An entry that commits after a later one stands before the position read so far;
	 * whoever follows is told of it all the same.
	 */
	private void catchUp() {
		var news = this.repository.grown(this.position);
		this.grown.addAll(news.keySet());
		this.position = news.values().stream().reduce(this.position, Math::max);
		if (this.grown.size() > MOST_CHANGES || this.grown.stream().anyMatch((one) -> one.startsWith(PERSON))) {
			readAnew();
		}
		else if (!this.grown.isEmpty()) {
			readAgain();
		}
	}

	private void readAnew() {
		var began = this.clock.instant();
		this.cases = sorted(this.repository.all(decidedSince()).stream());
		this.readAt = began;
		this.grown.clear();
	}

	private void readAgain() {
		var ids = this.grown.stream()
			.filter((stream) -> stream.startsWith(CASE))
			.map((stream) -> stream.substring(CASE.length()))
			.collect(Collectors.toSet());
		if (!ids.isEmpty()) {
			this.cases = with(ids, this.repository.of(ids, decidedSince()));
		}
		this.grown.clear();
	}

	private List<RunningCase> with(Collection<String> ids, List<RunningCase> read) {
		return sorted(Stream.concat(this.cases.stream().filter((one) -> !ids.contains(one.id())), read.stream()));
	}

	private static List<RunningCase> sorted(Stream<RunningCase> cases) {
		return cases.sorted(RunningCase.BY_URGENCY).toList();
	}

}
