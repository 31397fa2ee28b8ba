package io.countersign.intake;

import java.util.Set;

import org.apache.james.mime4j.codec.DecodeMonitor;

import io.countersign.intake.Evidence.Defect;

/** The library goes on where it can; what it had to pass over is noted. */
final class Malformations extends DecodeMonitor {

	private final Set<Defect> defects;

	Malformations(Set<Defect> defects) {
		this.defects = defects;
	}

	@Override
	public boolean warn(String error, String consequence) {
		this.defects.add(Defect.MALFORMED);
		return false;
	}

	@Override
	public boolean isListening() {
		return true;
	}

}
