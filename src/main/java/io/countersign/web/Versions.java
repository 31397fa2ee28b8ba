package io.countersign.web;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import io.countersign.cases.CaseDocument;

/**
 * A document in all its versions, the newest first.
 *
 * @param name of the newest
 */
record Versions(String name, List<CaseDocument> all) {

	private static final int MOST_SHOWN = 100;

	static List<Versions> of(List<CaseDocument> files) {
		return files.stream()
			.collect(Collectors.groupingBy(CaseDocument::chain))
			.values()
			.stream()
			.map((chain) -> chain.stream().sorted(Comparator.comparingInt(CaseDocument::version).reversed()).toList())
			.map((chain) -> new Versions(chain.getFirst().name(), chain))
			.sorted(Comparator.comparing(Versions::name))
			.toList();
	}

	public CaseDocument newest() {
		return this.all.getFirst();
	}

	public List<CaseDocument> shown() {
		return this.all.subList(0, Math.min(MOST_SHOWN, this.all.size()));
	}

	/**
	 * The version that has replaced this one. What lies in the cloud replaces nothing
	 * that was sent.
	 */
	public Optional<CaseDocument> replacement(CaseDocument one) {
		return this.all.reversed()
			.stream()
			.filter((other) -> other.version() > one.version() && (one.isCopy() || !other.isCopy()))
			.findFirst();
	}

	public Optional<CaseDocument> before(CaseDocument one) {
		return this.all.stream().filter((other) -> other.version() < one.version()).findFirst();
	}

}
