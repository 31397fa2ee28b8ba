package io.countersign.documents;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Puts files into chains of versions. The same files in the same order, put right in the
 * same way, always make the same chains; what a person has said of a file is never
 * guessed again.
 */
public final class VersionChains {

	/** Of the files that are alike in something, the newest are compared. */
	private static final int MOST_COMPARED = 64;

	/** So many of the smallest hashes tell which texts may be alike. */
	private static final int CLUES = 16;

	private final List<Candidate> files = new ArrayList<>();

	private final Map<VersionedFile.Key, Integer> index = new HashMap<>();

	private final Map<Object, List<Integer>> alike = new HashMap<>();

	private final List<Integer> chains = new ArrayList<>();

	private final List<Link> links = new ArrayList<>();

	private VersionChains() {
	}

	/** The file it follows, and why; by a person where nothing was guessed. */
	private record Link(Optional<VersionedFile.Key> previous, String reason, boolean byHand) {
	}

	/**
	 * Where a file stands.
	 *
	 * @param chain the same for all versions of a document
	 * @param version from 1; the same bytes under two names are one version
	 * @param previous the file it was found to be a version of
	 * @param reason why, in a plain sentence; empty where it stands alone or a person has
	 * said so
	 * @param byHand whether a person has said so
	 */
	public record Place(VersionedFile.Key file, int chain, int version, Optional<VersionedFile.Key> previous,
			String reason, boolean byHand) {
	}

	/**
	 * @param inOrder as they came
	 * @param said by people: which file another is a version of, or that it is of none
	 */
	public static List<Place> of(List<VersionedFile> inOrder,
			Map<VersionedFile.Key, Optional<VersionedFile.Key>> said) {
		var chains = new VersionChains();
		for (var file : inOrder) {
			chains.add(Candidate.of(file), said);
		}
		chains.joinAsSaid();
		return chains.places();
	}

	private void add(Candidate file, Map<VersionedFile.Key, Optional<VersionedFile.Key>> said) {
		var told = said.get(file.file().key());
		var link = (told != null) ? new Link(told, "", true) : guessed(file);
		var at = this.files.size();
		this.files.add(file);
		this.index.put(file.file().key(), at);
		this.links.add(link);
		this.chains.add(at);
		link.previous().ifPresent((previous) -> join(at, indexOf(previous)));
		clues(file).forEach((clue) -> this.alike.computeIfAbsent(clue, (_) -> new ArrayList<>()).add(at));
	}

	private Link guessed(Candidate file) {
		var best = Optional.<Integer>empty();
		var closest = Kinship.BESIDE;
		for (var at : compared(file)) {
			var kinship = file.after(this.files.get(at));
			if (kinship.kind() == Kinship.Kind.VERSION && kinship.closeness() > closest.closeness()) {
				closest = kinship;
				best = Optional.of(at);
			}
		}
		var reason = closest.reason();
		return best.map((at) -> new Link(Optional.of(this.files.get(at).file().key()), reason, false))
			.orElseGet(() -> new Link(Optional.empty(), "", false));
	}

	/** The newest first, so that of two that fit as well the newer one is taken. */
	private Iterable<Integer> compared(Candidate file) {
		var newest = new TreeSet<Integer>();
		for (var clue : clues(file)) {
			var found = this.alike.getOrDefault(clue, List.of());
			newest.addAll(found.subList(Math.max(0, found.size() - MOST_COMPARED), found.size()));
		}
		return newest.descendingSet().stream().limit(MOST_COMPARED).toList();
	}

	/** What two files must have in common to be worth comparing. */
	private static Set<Object> clues(Candidate file) {
		var clues = new HashSet<Object>();
		clues.add(file.file().id());
		clues.add(Set.copyOf(file.name().words()));
		file.file().address().ifPresent(clues::add);
		file.file().text().ifPresent((text) -> {
			for (var at = 0; at < Math.min(CLUES, text.sketch().length); at++) {
				clues.add(text.sketch()[at]);
			}
		});
		return clues;
	}

	/** A file may be joined to one that came after it. */
	private void joinAsSaid() {
		for (var at = 0; at < this.links.size(); at++) {
			var file = at;
			this.links.get(at).previous().ifPresent((previous) -> join(file, indexOf(previous)));
		}
	}

	private int indexOf(VersionedFile.Key key) {
		return this.index.getOrDefault(key, -1);
	}

	private void join(int one, int other) {
		if (other >= 0) {
			var first = Math.min(chain(one), chain(other));
			var second = Math.max(chain(one), chain(other));
			this.chains.set(second, first);
		}
	}

	private int chain(int at) {
		var root = at;
		while (this.chains.get(root) != root) {
			root = this.chains.get(root);
		}
		this.chains.set(at, root);
		return root;
	}

	private List<Place> places() {
		var versions = new HashMap<Integer, Map<DocumentId, Integer>>();
		var places = new ArrayList<Place>();
		for (var at = 0; at < this.files.size(); at++) {
			var key = this.files.get(at).file().key();
			var known = versions.computeIfAbsent(chain(at), (_) -> new HashMap<>());
			known.putIfAbsent(key.id(), known.size() + 1);
			var link = this.links.get(at);
			places.add(new Place(key, chain(at), known.getOrDefault(key.id(), 1), link.previous(), link.reason(),
					link.byHand()));
		}
		return List.copyOf(places);
	}

}
