package io.countersign.sandbox.tenant;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** People, folders, and what the control API tells. */
@ResourceLock(Probe.LOCK)
class TenantTests {

	private static final String USER = "/v1.0/users/anna@min.example";

	private final Probe probe = new Probe();

	@AfterEach
	void close() {
		this.probe.close();
	}

	@Test
	void peopleAreListedPageByPageAndFoundByIdOrAddress() {
		var first = this.probe.get("/v1.0/users?$top=2&$select=mail").json();
		var second = this.probe.get(first.path("@odata.nextLink").asString()).json();
		var id = this.probe.get("/v1.0/users?$filter=mail eq 'anna@min.example'")
			.json()
			.path("value")
			.path(0)
			.path("id")
			.asString();

		assertThat(first.path("value")).hasSize(2);
		assertThat(second.path("value")).hasSize(1);
		assertThat(this.probe.get("/v1.0/users/" + id).json().path("displayName").asString()).isEqualTo("Anna Holm");
		assertThat(this.probe.get("/v1.0/users/" + id + "/messages").status()).isEqualTo(200);
	}

	@Test
	void thePeopleDeltaTellsWhoIsNewOrDifferent() {
		var link = this.probe.get("/v1.0/users/delta()").json().path("@odata.deltaLink").asString();
		this.probe.put("/control/people/eva@min.example",
				Map.of("displayName", "Eva Skov", "manager", "anna@min.example", "id", "eva-1"));

		var changed = this.probe.get(link).json().path("value");

		assertThat(changed.valueStream().map((one) -> one.path("mail").asString())).containsExactly("eva@min.example");
		assertThat(this.probe.get("/v1.0/users/eva-1/manager").json().path("mail").asString())
			.isEqualTo("anna@min.example");
		assertThat(this.probe.get(USER + "/manager").status()).isEqualTo(404);
	}

	@Test
	void somebodyWithOtherFactsKeepsTheirMail() {
		this.probe.received(Probe.letter("Lease", "May we sign?"));
		this.probe.put("/control/people/anna@min.example", Map.of("displayName", "Anna Holm-Juhl"));

		assertThat(this.probe.get(USER).json().path("displayName").asString()).isEqualTo("Anna Holm-Juhl");
		assertThat(this.probe.get(USER + "/messages").json().path("value")).hasSize(1);
	}

	@Test
	void theProductHasAMailboxOfItsOwn() {
		assertThat(this.probe.get("/v1.0/users/countersign@min.example/mailFolders/drafts").status()).isEqualTo(200);
	}

	@Test
	void foldersHaveNamesThatAreKnownEverywhereAndStableIds() {
		var inbox = this.probe.get(USER + "/mailFolders/inbox").json();
		var top = this.probe.get(USER + "/mailFolders").json().path("value");

		assertThat(this.probe.get(USER + "/mailFolders/" + inbox.path("id").asString()).json()).isEqualTo(inbox);
		assertThat(names(top)).contains("Inbox", "Sent Items", "Drafts", "Deleted Items")
			.doesNotContain("msgfolderroot");
		for (var name : List.of("junkemail", "archive", "outbox", "msgfolderroot", "recoverableitemsdeletions")) {
			assertThat(this.probe.get(USER + "/mailFolders/" + name).status()).describedAs(name).isEqualTo(200);
		}
		assertThat(this.probe.get(USER + "/mailFolders/nowhere").code()).isEqualTo("ErrorItemNotFound");
	}

	@Test
	void aFolderInAFolderIsFoundThroughItsParentOnly() {
		var child = this.probe.post(USER + "/mailFolders/inbox/childFolders", Map.of("displayName", "Leases"))
			.json()
			.path("id")
			.asString();
		var id = this.probe.received(Probe.letter("Lease", "May we sign?"));
		this.probe.post(USER + "/messages/" + id + "/move", Map.of("destinationId", child));

		assertThat(names(this.probe.get(USER + "/mailFolders?$top=100").json().path("value"))).doesNotContain("Leases");
		assertThat(names(this.probe.get(USER + "/mailFolders/inbox/childFolders").json().path("value")))
			.containsExactly("Leases");
		assertThat(this.probe.get(USER + "/mailFolders/" + child + "/messages").json().path("value")).hasSize(1);
	}

	@Test
	void requestsAreOnRecordAsTheyWereMade() {
		this.probe.get("/v1.0/users('anna@min.example')/messages?%24top=3", "Prefer", "IdType=\"ImmutableId\"");

		var request = this.probe.control.requests().getLast();

		assertThat(request.path("method").asString()).isEqualTo("GET");
		assertThat(request.path("decoded").asString()).isEqualTo("/users/anna@min.example/messages");
		assertThat(request.path("query").path("$top").asString()).isEqualTo("3");
		assertThat(request.path("prefer").asString()).contains("ImmutableId");
		assertThat(request.path("status").asInt()).isEqualTo(200);
	}

	@Test
	void aMailboxThatIsOnlyReadStaysAsItIs() {
		this.probe.received(Probe.letter("Lease", "May we sign?"));
		var before = this.probe.control.snapshot(Probe.ANNA);
		this.probe.round(USER + "/mailFolders/inbox/messages/delta");
		this.probe.get(USER + "/messages");

		assertThat(this.probe.control.snapshot(Probe.ANNA)).isEqualTo(before);
	}

	private static List<String> names(JsonNode folders) {
		return folders.valueStream().map((one) -> one.path("displayName").asString()).toList();
	}

}
