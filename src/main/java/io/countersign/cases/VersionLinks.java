package io.countersign.cases;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import io.countersign.documents.VersionedFile;
import io.countersign.identity.PersonId;
import io.countersign.problem.InvalidField;
import io.countersign.problem.NotFound;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets people put right which file is a version of which. */
@Service
public class VersionLinks {

	private final CaseRepository cases;

	private final CaseFiles files;

	private final ChainRepository chains;

	private final DocumentChains documents;

	private final VersionDoubts doubts;

	private final Clock clock;

	VersionLinks(CaseRepository cases, CaseFiles files, ChainRepository chains, DocumentChains documents,
			VersionDoubts doubts, Clock clock) {
		this.doubts = doubts;
		this.cases = cases;
		this.files = files;
		this.chains = chains;
		this.documents = documents;
		this.clock = clock;
	}

	/** Whether what a text says of the versions in a case is still to be worked out. */
	public boolean areAwaited(CaseId id) {
		return this.chains.isDue(id);
	}

	/**
	 * A file is a version of another, or of none. It is never guessed again.
	 * @param previous nothing when it stands alone
	 */
	@Transactional
	public void say(CaseId id, VersionedFile.Key file, Optional<VersionedFile.Key> previous, PersonId by) {
		var locked = this.cases.lock(id);
		var known = this.files.of(id).stream().map(CaseDocument::key).toList();
		if (!known.contains(file)) {
			throw new NotFound("file of this case", file.id().sha256());
		}
		if (previous.filter(known::contains).isEmpty() && previous.isPresent()) {
			throw new InvalidField("versionOf", "The case has no such file.");
		}
		if (previous.filter(file::equals).isPresent()) {
			throw new InvalidField("versionOf", "A file is no version of itself.");
		}
		var now = this.clock.instant().truncatedTo(ChronoUnit.MICROS);
		this.chains.say(id, file, previous, by, now);
		this.documents.arrange(id, locked.mode(), Optional.of(by));
		this.cases.change(locked, locked.state(), locked.holder(), Optional.empty(), now);
		this.doubts.raise(locked, Optional.of(by));
	}

}
