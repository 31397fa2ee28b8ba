package io.countersign.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import io.countersign.identity.EmailAddress;
import io.countersign.identity.Mandate;
import io.countersign.identity.Mandates;
import io.countersign.identity.People;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** What is told to an open page ends with the session and the rights it began with. */
@ResourceLock(providers = OneHouse.class)
@ExtendWith(OneHouse.class)
class OpenStreamsIT {

	private static final Duration AT_ONCE = Duration.ofSeconds(3);

	private final House house;

	private final Doorstep doorstep;

	OpenStreamsIT(House house) {
		this.house = house;
		List.of(Role.APPROVER, Role.DEPUTY, Role.SECRETARIAT)
			.forEach((role) -> house.employ(role, role.jobTitle(), "Jura"));
		this.doorstep = new Doorstep(house);
	}

	@Test
	void UI_08_signingOutEndsTheStreamsOfTheSessionAndOfNoOther() {
		var leaving = Knocker.of(Role.APPROVER, this.house);
		var ofBoard = stream(leaving, "/board/changes");
		var ofCase = stream(leaving, this.doorstep.fill("/cases/{id}/changes"));
		var ofAnother = stream(Knocker.of(Role.APPROVER, this.house), "/board/changes");

		assertThat(leaving.knock("POST", "/logout", "application/x-www-form-urlencoded", "")).isEqualTo(302);

		assertThat(ofBoard).succeedsWithin(AT_ONCE);
		assertThat(ofCase).succeedsWithin(AT_ONCE);
		assertThat(ofAnother).isNotDone();
	}

	@Test
	void UI_09_anAccountThatIsDisabledHearsNothingMore() {
		var ofSecretariat = stream(Knocker.of(Role.SECRETARIAT, this.house), "/board/changes");
		var ofAnother = stream(Knocker.of(Role.APPROVER, this.house), "/board/changes");

		this.house.bean(People.class).enabled(account(Role.SECRETARIAT), false);

		assertThat(ofSecretariat).succeedsWithin(AT_ONCE);
		assertThat(ofAnother).isNotDone();
		this.house.bean(People.class).enabled(account(Role.SECRETARIAT), true);
	}

	/**
	 * Another replica has read the directory: what it writes and says is all there is.
	 */
	@Test
	void UI_09_whatAnotherReplicaLearnsCountsHere() {
		var database = this.house.bean(JdbcClient.class);
		var stream = stream(Knocker.of(Role.SECRETARIAT, this.house), "/board/changes");

		database.sql("update person set left_at = now() where address = ?").param(Role.SECRETARIAT.address()).update();
		database.sql("select pg_notify('countersign', ?)")
			.param("account/ " + UUID.randomUUID())
			.query((row, _) -> "")
			.single();

		assertThat(stream).succeedsWithin(AT_ONCE);
		database.sql("update person set left_at = null where address = ?").param(Role.SECRETARIAT.address()).update();
	}

	@Test
	void UI_09_anAccountThatIsUnlinkedHearsNothingMore() {
		var stream = stream(Knocker.of(Role.APPROVER, this.house), "/board/changes");
		var admin = Knocker.of(Role.ADMIN_PROGRAM, this.house);

		var status = admin.knock("DELETE", "/api/v1/people/%s/account".formatted(Role.APPROVER.address()),
				"application/json", "");

		assertThat(status).isEqualTo(204);
		assertThat(stream).succeedsWithin(AT_ONCE);
	}

	@Test
	void UI_09_whoMayNoLongerSeeTheCaseHearsNothingMoreOfIt() {
		var mandate = "m-" + UUID.randomUUID();
		this.house.bean(Mandates.class)
			.put(new Mandate(mandate, new EmailAddress(Role.APPROVER.address()),
					new EmailAddress(Role.DEPUTY.address()), Instant.now().minusSeconds(60),
					Instant.now().plusSeconds(3600), List.of("decision"), null, "DKK"), "test");
		var deputy = Knocker.of(Role.DEPUTY, this.house);
		var ofCase = stream(deputy, this.doorstep.fill("/cases/{id}/changes"));
		var ofBoard = stream(deputy, "/board/changes");

		this.house.bean(Mandates.class).withdraw(mandate, "test");

		assertThat(ofCase).succeedsWithin(AT_ONCE);
		assertThat(ofBoard).isNotDone();
	}

	/** Done when the stream has ended. */
	private static CompletableFuture<Void> stream(Knocker knocker, String path) {
		var answer = knocker.listen(path);
		assertThat(answer.statusCode()).isEqualTo(200);
		return CompletableFuture.runAsync(() -> drain(answer), (task) -> Thread.ofVirtual().start(task));
	}

	private static void drain(HttpResponse<InputStream> answer) {
		try {
			answer.body().transferTo(OutputStream.nullOutputStream());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String account(Role role) {
		return UUID.nameUUIDFromBytes(role.address().getBytes(StandardCharsets.UTF_8)).toString();
	}

}
