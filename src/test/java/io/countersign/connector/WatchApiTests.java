package io.countersign.connector;

import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import com.jayway.jsonpath.JsonPath;
import io.countersign.identity.EmailAddress;
import io.countersign.intake.Folder;
import io.countersign.intake.ReadingProgress;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

@ResourceLock(Connected.LOCK)
class WatchApiTests {

	private static final String BOTH = "{\"folders\":[\"inbox\",\"sentitems\"],\"mode\":\"read-only\"}";

	private final Connected office = Connected.office();

	private final MockMvcTester api = MockMvcTester.from((WebApplicationContext) this.office.context(),
			(builder) -> builder.apply(springSecurity()).build());

	@Test
	void aMailboxIsWatchedAndItsReadingShown() {
		var person = this.office.somebody();

		assertThat(put(person.address(), BOTH)).hasStatusOk().bodyJson().isLenientlyEqualTo("""
				{"mailbox": "%s", "folders": ["inbox", "sentitems"], "mode": "read-only",
				 "reading": [{"folder": "inbox", "problem": null}, {"folder": "sentitems", "problem": null}]}
				""".formatted(person.address()));
		assertThat(put(person.address(), "{\"folders\":[\"inbox\"]}")).hasStatusOk()
			.bodyJson()
			.extractingPath("$.folders")
			.isEqualTo(List.of("inbox"));
	}

	@Test
	void aFolderIsLeftWhileItsReadingComesToItsEnd() {
		var person = this.office.watched();
		var address = new EmailAddress(person.address());
		var finishing = this.office.bean(TransactionTemplate.class);
		var left = finishing.execute((_) -> {
			this.office.sql()
				.sql("update watch set read_at = now() where mailbox = ? and folder = 'SENT'")
				.param(person.address())
				.update();
			var put = CompletableFuture.supplyAsync(() -> put(person.address(), "{\"folders\":[\"inbox\"]}"));
			await().until(this::somebodyWaits);
			this.office.bean(ReadingProgress.class).reached(address, Folder.SENT, Instant.now());
			return put;
		});

		assertThat(left.join()).hasStatusOk();
		assertThat(this.office.bean(ReadingProgress.class).of(address, Folder.SENT)).isEmpty();
	}

	@Test
	void whatAnAdminSaysTwiceIsOneEntryOfTheJournal() {
		var person = this.office.somebody();
		put(person.address(), BOTH);
		put(person.address(), BOTH);

		assertThat(this.office.count("select count(*) from entry where stream = ?", "watch/" + person.address()))
			.isOne();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '\'',
			value = { "a@min.example | {\"folders\":[\"trash\"]} | folders",
					"a@min.example | {\"folders\":[null]} | folders", "a@min.example | {\"folders\":[]} | folders",
					"a@min.example | {} | folders", "a@min.example | {\"folders\":7} | folders",
					"a@min.example | {\"folders\":[\"inbox\"],\"mode\":\"read-write\"} | mode",
					"a@min.example | {\"folders\":[\"inbox\"],\"color\":1} | color",
					"Anna | {\"folders\":[\"inbox\"]} | address" })
	void aWrongValueIsNamed(String address, String body, String field) {
		assertThat(put(address, body)).hasStatus(400)
			.hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
			.bodyJson()
			.extractingPath("$.field")
			.asString()
			.isEqualTo(field);
	}

	@Test
	void aBodyThatIsMissingOrBrokenIsToldSo() {
		for (var body : List.of("", "{", "nonsense")) {
			assertThat(put("a@min.example", body)).hasStatus(400).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
		}
	}

	@Test
	void theListIsPagedByMailbox() {
		IntStream.range(0, 120)
			.mapToObj("paged%03d@elsewhere.example"::formatted)
			.forEach((address) -> this.office.sql()
				.sql("insert into watch (id, mailbox, folder, due_at) values (?, ?, 'INBOX', null)")
				.params(address + "/inbox", address)
				.update());
		try {
			var seen = new ArrayList<String>();
			String cursor = null;
			do {
				var page = get("/api/v1/watches" + ((cursor != null) ? "?cursor=" + cursor : ""));
				List<String> items = JsonPath.read(page, "$.items[*].mailbox");
				seen.addAll(items);
				cursor = JsonPath.<@Nullable String>read(page, "$.next");
			}
			while (cursor != null);

			assertThat(seen).doesNotHaveDuplicates().isSorted();
			assertThat(seen).filteredOn((one) -> one.startsWith("paged")).hasSize(120);
		}
		finally {
			this.office.sql().sql("delete from watch where mailbox like 'paged%'").update();
		}
		assertThat(this.api.get()
			.uri("/api/v1/watches?cursor=x")
			.with(jwt().authorities(new SimpleGrantedAuthority("Countersign.Read")))).hasStatus(400)
			.bodyJson()
			.extractingPath("$.field")
			.isEqualTo("cursor");
	}

	@Test
	void aMailboxThatIsNoLongerWatchedProvesNothingByWhatItLacks() {
		var person = this.office.watched();
		var address = new EmailAddress(person.address());

		assertThat(call(HttpMethod.DELETE, person.address(), "")).hasStatus(204);
		assertThat(this.office.bean(Watches.class).of(address)).isEmpty();
		assertThat(this.office.count("select count(*) from reading_progress where mailbox = ?", person.address()))
			.isZero();
		assertThat(call(HttpMethod.DELETE, person.address(), "")).hasStatus(404)
			.hasContentType(MediaType.APPLICATION_PROBLEM_JSON);

		this.office.bean(Watches.class).put(address, EnumSet.of(Folder.INBOX), "a test");
		assertThat(this.office.bean(Watches.class).of(address)).hasSize(1);
	}

	private boolean somebodyWaits() {
		return this.office.count("select count(*) from pg_stat_activity where datname = current_database()"
				+ " and wait_event_type = 'Lock' and query like '%watch where mailbox = $1%'") > 0;
	}

	private MvcTestResult put(String address, String body) {
		return call(HttpMethod.PUT, address, body);
	}

	private MvcTestResult call(HttpMethod method, String address, String body) {
		return this.api.method(method)
			.uri("/api/v1/watches/{address}", address)
			.contentType(MediaType.APPLICATION_JSON)
			.content(body)
			.with(jwt().authorities(new SimpleGrantedAuthority("Countersign.Manage")))
			.exchange();
	}

	private String get(String uri) {
		try {
			return this.api.get()
				.uri(uri)
				.with(jwt().authorities(new SimpleGrantedAuthority("Countersign.Read")))
				.exchange()
				.getResponse()
				.getContentAsString();
		}
		catch (UnsupportedEncodingException ex) {
			throw new AssertionError(ex);
		}
	}

}
