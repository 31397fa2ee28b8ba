package io.countersign;

import java.util.List;

/** The product cannot start with this configuration. */
class ConfigurationIncomplete extends RuntimeException {

	private final List<ConfigurationFault> faults;

	ConfigurationIncomplete(List<ConfigurationFault> faults) {
		super("The configuration cannot be used: " + faults);
		this.faults = List.copyOf(faults);
	}

	List<ConfigurationFault> faults() {
		return this.faults;
	}

}
