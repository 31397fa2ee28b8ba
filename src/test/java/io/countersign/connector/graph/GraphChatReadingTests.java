package io.countersign.connector.graph;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

import io.countersign.connector.Connected;
import io.countersign.connector.Watches;
import io.countersign.documents.DocumentId;
import io.countersign.documents.Documents;
import io.countersign.intake.Folder;
import io.countersign.scenario.Correspondent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@ResourceLock(Connected.LOCK)
class GraphChatReadingTests {

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private final Connected office = Connected.office();

	private final Correspondent anna = this.office.somebody();

	private final Correspondent dan = this.office.somebody();

	private final String chat = this.office.tenant().chat("", this.anna, this.dan);

	@AfterEach
	void heal() {
		this.office.tenant().heal();
	}

	@Test
	void aMessageIsKeptExactlyAsGraphGaveItAndOnceForAllWhoHaveIt() {
		says("Kære Anna, æøå 👍");
		watch(this.anna);
		watch(this.dan);

		var raw = this.office.sql()
			.sql("""
					select distinct m.raw from message m join sighting s on s.message = m.id
					where s.mailbox = any(:both) and m.kind = 'CHAT'
					""")
			.param("both", new String[] { this.anna.address(), this.dan.address() })
			.query((row, _) -> DocumentId.of(row.getBytes("raw")))
			.list();

		assertThat(raw).singleElement()
			.satisfies((
					one) -> assertThat(new String(this.office.bean(Documents.class).bytes(one), StandardCharsets.UTF_8))
						.startsWith("{\"message\":{")
						.contains("Kære Anna, æøå 👍", "\"userIdentityType\":\"aadUser\"", ",\"chat\":{",
								"\"members\":["));
		assertThat(seen(this.anna, "KEPT")).isEqualTo(1);
		assertThat(seen(this.dan, "KEPT")).isEqualTo(1);
	}

	@Test
	void anEditIsAnotherVersionAndAReactionIsOnlySeen() {
		var message = says("Godkendt");
		watch(this.anna);

		this.office.tenant().react(this.chat, message, this.dan);
		read();
		assertThat(seen(this.anna, "RULED_OUT")).isEqualTo(1);
		assertThat(reasons()).anyMatch((reason) -> reason.contains("a signal and no verdict"));
		this.office.tenant().edit(this.chat, message, "Ikke godkendt");
		read();

		assertThat(seen(this.anna, "KEPT")).isEqualTo(2);
		assertThat(this.office.count("""
				select count(distinct internet_id_hash) from sighting where mailbox = ? and state = 'KEPT'
				""", this.anna.address())).as("both are the same message").isEqualTo(1);
	}

	@Test
	void whenGraphForgetsThePlaceEverythingIsReadAnewAndNothingDoubles() {
		for (var number = 0; number < 7; number++) {
			says("Nummer " + number);
		}
		watch(this.anna);
		assertThat(this.office.seen(this.anna)).isEqualTo(7);

		this.office.tenant().fault(Map.of("kind", "expire-delta"));
		says("Ny");
		read();

		assertThat(this.office.seen(this.anna)).isEqualTo(8);
	}

	@Test
	void whenGraphAsksToWaitTheChatsAreLeftAloneAndReadLater() {
		watch(this.anna);
		says("Mens der ventes");
		this.office.tenant()
			.fault(Map.of("match", Map.of("path", ".*getAllMessages.*"), "kind", "status", "status", 429, "headers",
					Map.of("Retry-After", "1"), "times", 1));

		read();

		assertThat(this.office.seen(this.anna)).isEqualTo(1);
	}

	private String says(String text) {
		return this.office.tenant().say(this.chat, Map.of("from", this.dan.address(), "text", text));
	}

	private void watch(Correspondent person) {
		this.office.bean(Watches.class).put(Connected.address(person), EnumSet.of(Folder.CHATS), "a test");
		untilRead(person);
	}

	private void read() {
		this.office.turn(this.anna);
		untilRead(this.anna);
	}

	private void untilRead(Correspondent person) {
		await().atMost(PATIENCE)
			.until(() -> this.office.count(
					"select count(*) from watch where mailbox = ? and read_at is not null and attempts = returns",
					person.address()) == 1);
	}

	private long seen(Correspondent person, String state) {
		return this.office.count("select count(*) from sighting where mailbox = ? and state = ?", person.address(),
				state);
	}

	private List<String> reasons() {
		return this.office.sql()
			.sql("select reason from sighting where mailbox = ? and reason is not null")
			.param(this.anna.address())
			.query((row, _) -> row.getString("reason"))
			.list();
	}

}
