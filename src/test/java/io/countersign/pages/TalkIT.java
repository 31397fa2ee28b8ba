package io.countersign.pages;

import java.util.List;

import com.microsoft.playwright.options.FormData;
import io.countersign.cases.CaseId;
import io.countersign.cases.Comment;
import io.countersign.cases.Comments;
import io.countersign.identity.People;
import io.countersign.journal.Entry;
import io.countersign.journal.Journal;
import io.countersign.scenario.ProductApi;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** People talk on a case, note something for themselves, and take the board along. */
class TalkIT extends Morning {

	private static final String HTML = "<img src=x onerror=alert(1)> Puljen er tom";

	@Test
	void anInformalWordStaysAmongThePeopleOfTheCaseUntilItIsMadeFormal() {
		this.window.of(Staff.CLARA, "da").opens("/cases/" + this.ministry.lease());
		this.window.page().fill("#cmsg", HTML);
		this.window.page().locator(".composer button[type=submit]").click();
		assertThat(this.window.page().locator(".msg--me .said")).hasText(HTML);
		assertThat(this.window.barriers()).isEmpty();
		assertThat(filed(this.ministry.lease())).isEmpty();

		this.window.of(Staff.HELLE, "da").opens("/cases/" + this.ministry.lease());
		assertThat(this.window.page().locator("main")).not().containsText("Puljen er tom");

		this.window.of(Staff.DAN, "da").opens("/cases/" + this.ministry.lease());
		this.window.button("Gør formel").click();
		assertThat(this.window.page().locator(".msg--formal")).containsText("Puljen er tom");
		assertThat(filed(this.ministry.lease())).singleElement()
			.satisfies((entry) -> assertThat(entry.data()).containsEntry("note", HTML)
				.containsEntry("author", Staff.CLARA.address()));
		this.window.of(Staff.HELLE, "da").opens("/cases/" + this.ministry.lease());
		assertThat(this.window.page().locator(".msg--formal")).containsText("Puljen er tom");
	}

	@Test
	void UI_09_whoeverIsNotOfTheCaseSaysNothingOnIt() {
		this.window.of(Staff.HELLE, "da");

		var refused = this.window.sends("/cases/%s/comments".formatted(this.ministry.lease()),
				FormData.create().set("words", "Jeg blander mig"));
		var emptied = this.window.of(Staff.DAN, "da")
			.sends("/cases/%s/comments".formatted(this.ministry.lease()), FormData.create().set("words", " "));

		assertThat(refused.status()).isEqualTo(403);
		assertThat(emptied.status()).isEqualTo(302);
		assertThat(this.house.bean(Comments.class).of(this.ministry.lease())).extracting(Comment::words).isEmpty();
	}

	@Test
	void anOpenCaseWakesWhenSomebodySaysAWord() {
		this.window.of(Staff.DAN, "da").opens("/cases/" + this.ministry.lease());
		this.window.page().waitForTimeout(1000);

		this.house.bean(Comments.class)
			.say(this.ministry.lease(), this.house.bean(People.class).find(Staff.CLARA.email()).orElseThrow(),
					"Er du der?", false);

		assertThat(this.window.page().locator("#news")).isVisible();
	}

	@Test
	void theSecretariatFilesAWordOnACaseItIsNoPartOf() {
		this.window.of(Staff.HELLE, "da").opens("/cases/" + this.ministry.lease());
		assertThat(this.window.barriers()).isEmpty();
		this.window.page().fill("#cmsg", "Kontrakten er journaliseret");
		this.window.page().locator(".composer button[type=submit]").click();
		assertThat(this.window.page().locator(".msg--formal")).containsText("Kontrakten er journaliseret");

		var refused = this.window.sends("/cases/%s/comments".formatted(this.ministry.lease()),
				FormData.create().set("words", "Mellem os").set("formal", "false"));

		assertThat(refused.status()).isEqualTo(403);
		assertThat(filed(this.ministry.lease())).hasSize(1);
	}

	@Test
	void aNoteIsReadByNobodyElseAndLeavesNoTrace() {
		this.window.of(Staff.ANNA, "da").opens("/cases/%s/decide".formatted(this.ministry.lease()));
		this.window.page().locator("#note summary").click();
		this.window.page().fill("#note-words", "Spørg Bo om lejen");
		this.window.button("Gem noten").click();

		assertThat(this.window.page().locator("#note-words")).hasValue("Spørg Bo om lejen");
		this.window.opens("/cases/" + this.ministry.lease());
		assertThat(this.window.page().locator("#note-words")).hasValue("Spørg Bo om lejen");
		for (var other : List.of(Staff.EVA, Staff.CLARA)) {
			this.window.of(other, "da").opens("/cases/" + this.ministry.lease());
			assertThat(this.window.page().content()).doesNotContain("Spørg Bo om lejen");
		}
		assertThat(this.house.bean(JdbcClient.class)
			.sql("select count(*) from entry_words where words::text like '%Spørg Bo%'")
			.query(Long.class)
			.single()).isZero();
		var api = new ProductApi(this.house.uri(), this.house.tenant());
		for (var path : List.of("/cases/%s", "/cases/%s/events", "/cases?q=lejen")) {
			assertThat(api.get(path.formatted(this.ministry.lease())).toString()).doesNotContain("Spørg Bo");
		}

		this.window.of(Staff.ANNA, "da").opens("/cases/" + this.ministry.lease());
		this.window.page().fill("#note-words", "");
		this.window.button("Gem noten").click();
		assertThat(this.house.bean(JdbcClient.class)
			.sql("select count(*) from private_note where case_id = :case")
			.param("case", this.ministry.lease().value())
			.query(Long.class)
			.single()).isZero();
	}

	@Test
	void UI_10_theBoardIsTakenAlongAsItIsFilteredAndHarmless() {
		this.house.bean(JdbcClient.class)
			.sql("update case_file set title = '=HYPERLINK(\"http://x\";\"Lejemål\")' where id = :id")
			.param("id", this.ministry.lease().value())
			.update();
		this.window.of(Staff.EVA, "da").opens("/?q=HYPERLINK");

		var file = this.window.page()
			.waitForDownload(() -> this.window.page().locator("a:has-text('Hent som CSV')").click());
		var answer = this.window.page().request().get(this.house.uri() + "/board.csv?q=HYPERLINK");

		assertThat(file.suggestedFilename()).isEqualTo("board.csv");
		assertThat(answer.headers().get("content-type")).isEqualTo("text/csv;charset=UTF-8");
		assertThat(answer.text().lines()).hasSize(2);
		assertThat(answer.text()).startsWith("\uFEFF\"Sagsnummer\";\"Titel\"")
			.contains("\"'=HYPERLINK(\"\"http://x\"\";\"\"Lejemål\"\")\"");
	}

	private List<Entry> filed(CaseId id) {
		return this.house.bean(Journal.class)
			.ofStream("case/" + id, 0, Journal.PAGE)
			.stream()
			.filter((entry) -> entry.type().equals("note.added") && entry.data().containsKey("comment"))
			.toList();
	}

}
