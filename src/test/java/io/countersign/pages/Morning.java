package io.countersign.pages;

import java.time.Duration;

import io.countersign.work.DueRows;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
		house.signedInFor(Duration.ZERO);
		this.ministry = Ministry.of(house);
	}

	/** What was answered on a page and can be taken back is due now. */
	void answersAreSent() {
		var database = this.house.bean(JdbcClient.class);
		database.sql("update pending_answer set due_at = now() where state = 'PENDING'").update();
		this.house.bean(DueRows.class).wake("pending_answer");
		await().until(() -> database.sql("select count(*) from pending_answer where state = 'PENDING'")
			.query(Long.class)
			.single() == 0);
	}

	@AfterEach
	void nothingWasRefusedByTheBrowser() {
		assertThat(this.window.complaints()).noneMatch((said) -> said.contains("Content Security Policy"));
	}

}
