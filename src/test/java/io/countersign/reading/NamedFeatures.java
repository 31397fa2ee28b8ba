package io.countersign.reading;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;

/** Features as a model learns them: by their names. */
final class NamedFeatures extends Features {

	private final Set<String> names = new LinkedHashSet<>(Set.of(ALWAYS.toString()));

	private NamedFeatures() {
	}

	/** What is added to them. */
	static Set<String> of(Consumer<Features> adding) {
		var features = new NamedFeatures();
		adding.accept(features);
		return features.names;
	}

	@Override
	void add(Fragment feature) {
		this.names.add(feature.toString());
	}

}
