package io.countersign.pages;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

/** For each test a morning of its own, in the one house. */
@ExtendWith(OneHouse.class)
abstract class Morning {

	House house;

	Window window;

	Ministry ministry;

	@BeforeEach
	void begins(House house, Window window) {
		this.house = house;
		this.window = window;
		this.ministry = Ministry.of(house);
	}

	@AfterEach
	void nothingWasRefusedByTheBrowser() {
		assertThat(this.window.complaints()).noneMatch((said) -> said.contains("Content Security Policy"));
	}

}
