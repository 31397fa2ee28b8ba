package io.countersign.pages;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.countersign.support.FreePort;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * With a second host name files come from there, by links that are no right by
 * themselves.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DownloadHostIT {

	private static final Duration STANDS = Duration.ofSeconds(8);

	private final int port = FreePort.next();

	private final URI files = URI.create("http://127.0.0.1:" + this.port);

	private final House house = House.open(this.port,
			Map.of("countersign.downloads.base-uri", this.files.toString(), "countersign.downloads.key",
					"a key that is known to this test alone", "countersign.downloads.links-stand",
					STANDS.toSeconds() + "s"));

	private final HttpClient stranger = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final Doorstep step;

	private final Knocker approver;

	DownloadHostIT() {
		for (var role : List.of(Role.APPROVER, Role.WORKER, Role.SECRETARIAT)) {
			this.house.employ(role, role.jobTitle(), "Jura");
		}
		this.step = new Doorstep(this.house);
		this.approver = Knocker.of(Role.APPROVER, this.house);
	}

	@AfterAll
	void close() {
		this.stranger.close();
		this.house.close();
	}

	@Test
	void AT_07_filesComeFromASecondHostThatKnowsNoCookie() {
		var answer = this.approver.get(file());
		assertThat(answer.statusCode()).as("the pages' own host gives out no file").isEqualTo(303);
		assertThat(answer.body()).isEmpty();
		var link = link(answer);
		assertThat(link.toString()).startsWith(this.files + "/d/");

		var file = follow(link);

		assertThat(file.statusCode()).isEqualTo(200);
		assertThat(file.body()).isNotEmpty();
		assertThat(file.headers().firstValue("Content-Disposition"))
			.hasValueSatisfying((value) -> assertThat(value).startsWith("attachment;"));
		assertThat(file.headers().firstValue("Content-Security-Policy")).contains("sandbox; default-src 'none'");
		assertThat(file.headers().firstValue("Cross-Origin-Resource-Policy")).contains("same-origin");
		assertThat(file.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
		assertThat(file.headers().firstValue("Referrer-Policy")).contains("no-referrer");
		assertThat(file.headers().firstValue("Cache-Control"))
			.hasValueSatisfying((value) -> assertThat(value).contains("no-store"));
		assertThat(file.headers().allValues("Set-Cookie")).isEmpty();
		assertThat(follow(URI.create(link + "?lang=en&theme=dark")).headers().allValues("Set-Cookie")).isEmpty();
	}

	@Test
	void AT_07_theSecondHostHasNoOtherDoorAndThePagesHaveNotThisOne() {
		for (var path : List.of("/", "/mine", "/cases/x", "/api/v1/cases", "/api/v1/openapi.json",
				"/assets/countersign.css", "/oauth2/authorization/organisation", "/d/none", "/d/a.b")) {
			var answer = follow(this.files.resolve(path));
			assertThat(answer.statusCode()).as(path).isEqualTo(404);
			assertThat(answer.headers().allValues("Set-Cookie")).as(path).isEmpty();
		}
		var link = link(this.approver.get(file()));
		assertThat(this.approver.get(URI.create(link.getRawPath())).statusCode()).isEqualTo(404);
	}

	@Test
	void AT_08_aLinkIsForOneFileAndEnds() {
		var link = link(this.approver.get(file())).toString();
		var dot = link.lastIndexOf('.');

		for (var other : List.of(link.substring(0, dot), link.substring(0, dot) + ".", link + "A",
				link.substring(0, dot - 4) + "AAAA" + link.substring(dot), this.files + "/d/" + "x".repeat(3_000))) {
			assertThat(follow(URI.create(other)).statusCode()).as(other).isEqualTo(404);
		}
		assertThat(follow(URI.create(link)).statusCode()).isEqualTo(200);

		await().atMost(STANDS.plusSeconds(5)).until(() -> follow(URI.create(link)).statusCode() == 404);
		assertThat(new String(follow(URI.create(link)).body())).contains("Fetch the file from its case once more.");
	}

	@Test
	void AT_08_whoMayNotSeeTheCaseGetsNoLink() {
		assertThat(Knocker.of(Role.WORKER, this.house).get(file()).statusCode()).isEqualTo(404);
		assertThat(follow(this.house.uri().resolve(file())).headers().firstValue("Location"))
			.hasValueSatisfying((place) -> assertThat(place).doesNotContain("/d/"));
	}

	@Test
	void AT_08_theRightIsAskedForAgainWhenALinkIsFollowed() {
		var secretary = Knocker.of(Role.SECRETARIAT, this.house);
		assertThat(follow(link(secretary.get(file()))).statusCode()).isEqualTo(200);
		var link = link(secretary.get(file()));

		this.house.bean(JdbcClient.class)
			.sql("delete from account where directory_id = (select external_id from person where address = ?)")
			.param(Role.SECRETARIAT.address())
			.update();

		assertThat(follow(link).statusCode()).as("his account is nobody's any more").isEqualTo(404);
	}

	@Test
	void AT_08_whoHasNoPartInTheCaseAnyMoreGetsNothingByHisLink() {
		var other = new Doorstep(this.house);
		var link = link(this.approver.get(URI.create(other.fill("/cases/{id}/documents/{sha256}"))));
		assertThat(follow(link).statusCode()).isEqualTo(200);

		var id = other.fill("{id}");
		var database = this.house.bean(JdbcClient.class);
		database.sql("delete from participant where case_id = ?").param(id).update();
		database.sql("update case_file set holder = null where id = ?").param(id).update();
		database.sql("delete from ask where case_id = ?").param(id).update();

		assertThat(follow(link).statusCode()).isEqualTo(404);
	}

	@Test
	void AT_07_aMailInQuarantineComesFromTheSecondHostToo() {
		var kept = URI.create(this.step.fill("/quarantine/{kept}/original"));

		var mail = follow(link(Knocker.of(Role.APPROVER, this.house).get(kept)));

		assertThat(mail.statusCode()).isEqualTo(200);
		assertThat(mail.headers().firstValue("Content-Security-Policy")).contains("sandbox; default-src 'none'");
		assertThat(Knocker.of(Role.WORKER, this.house).get(kept).statusCode()).isEqualTo(404);
	}

	private URI file() {
		return URI.create(this.step.fill("/cases/{id}/documents/{sha256}"));
	}

	private static URI link(HttpResponse<byte[]> answer) {
		return URI.create(answer.headers().firstValue("Location").orElseThrow());
	}

	/** As a browser that has no cookie of this host. */
	private HttpResponse<byte[]> follow(URI link) {
		try {
			return this.stranger.send(HttpRequest.newBuilder(link).build(), BodyHandlers.ofByteArray());
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new AssertionError(ex);
		}
	}

}
