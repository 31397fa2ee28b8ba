package io.countersign;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

@Execution(ExecutionMode.CONCURRENT)
class ModularityTests {

	private final ApplicationModules modules = ApplicationModules.of(CountersignApplication.class);

	@Test
	void aModuleUsesOnlyWhatItsPackageSays() {
		this.modules.verify();
	}

	@Test
	void theModulesAreDrawn() {
		new Documenter(this.modules).writeModulesAsPlantUml().writeIndividualModulesAsPlantUml();
	}

}
