package io.countersign.pages;

import java.time.Duration;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

import static org.assertj.core.api.Assertions.assertThat;

/** One house and one browser for a class, and for each test a morning of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class Morning {

	final House house = House.open();

	final Window window = new Window(this.house);

	Ministry ministry;

	@BeforeEach
	void begins() {
		this.house.signedInFor(Duration.ZERO);
		this.ministry = Ministry.of(this.house);
	}

	@AfterEach
	void nothingWasRefusedByTheBrowser() {
		assertThat(this.window.complaints()).noneMatch((said) -> said.contains("Content Security Policy"));
	}

	@AfterAll
	void ends() {
		this.window.close();
		this.house.close();
	}

}
