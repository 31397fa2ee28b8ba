package io.countersign.pages;

import java.util.List;
import java.util.Map;

import io.countersign.identity.Mandates;
import io.countersign.identity.EmailAddress;
import io.countersign.identity.Mandate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import org.springframework.jdbc.core.simple.JdbcClient;

import static java.time.Instant.now;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Whoever reads something of a case is known for it, on pages and by the API. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessesIT {

	private static final String FORM = "application/x-www-form-urlencoded";

	private final House house = House.open(0, Map.of("countersign.sign-in.roles-stand", "1s"));

	private final JdbcClient database = this.house.bean(JdbcClient.class);

	private final Doorstep doorstep;

	AccessesIT() {
		for (var role : List.of(Role.APPROVER, Role.DEPUTY, Role.WORKER, Role.SECRETARIAT, Role.AUDITOR)) {
			this.house.employ(role, role.jobTitle(), "Jura");
		}
		this.house.bean(Mandates.class)
			.put(new Mandate("m-deputy", new EmailAddress(Role.APPROVER.address()),
					new EmailAddress(Role.DEPUTY.address()), now().minusSeconds(60), now().plusSeconds(3600),
					List.of("decision"), null, "DKK"), "test");
		this.doorstep = new Doorstep(this.house);
	}

	@AfterAll
	void closes() {
		this.house.close();
	}

	@Test
	void DP_04_whoReadsACaseIsNotedWithTimeAndPurposeAndWhoIsTurnedAwayToo() {
		var page = this.doorstep.fill("/cases/{id}");
		for (var role : List.of(Role.APPROVER, Role.DEPUTY, Role.SECRETARIAT, Role.AUDITOR, Role.WORKER)) {
			Knocker.of(role, this.house).knock("GET", page, FORM, "");
		}

		awaitNoted("GET /cases/{id}", 5);
		assertThat(noted("GET /cases/{id}")).containsExactly(line(Role.APPROVER, "OWN_CASE", 200),
				line(Role.DEPUTY, "OWN_CASE", 200), line(Role.SECRETARIAT, "SECRETARIAT", 200),
				line(Role.AUDITOR, "AUDIT", 200), line(Role.WORKER, "OTHER", 404));
	}

	@Test
	void DP_04_whoFetchesAFileAMailOrAnExportIsNotedWithWhatItWas() {
		var approver = Knocker.of(Role.APPROVER, this.house);
		approver.knock("GET", this.doorstep.fill("/cases/{id}/documents/{sha256}"), FORM, "");
		approver.knock("GET", this.doorstep.fill("/cases/{id}/messages/{message}"), FORM, "");
		approver.knock("GET", this.doorstep.fill("/cases/{id}/case.pdf"), FORM, "");
		approver.knock("GET", "/board.csv", FORM, "");
		approver.knock("GET", "/search?q=hemmeligt", FORM, "");

		awaitNoted("GET /search", 1);
		assertThat(this.database.sql("""
				select kind || ' ' || coalesce(case_id, '') || ' ' || coalesce(subject, '') from access
				where person = ? and door <> 'GET /cases/{id}' and kind <> 'LIST' order by position
				""").param(Role.APPROVER.address()).query(String.class).list()).containsExactly(
				this.doorstep.fill("FILE {id} {sha256}"), this.doorstep.fill("MESSAGE {id} {message}"),
				this.doorstep.fill("EXPORT {id} "), "EXPORT  ", "SEARCH  ");
		assertThat(this.database.sql("select count(*) from access t where t::text like '%hemmeligt%'")
			.query(Long.class)
			.single()).isZero();
	}

	@Test
	void DP_04_aProgramIsNotedByItsNameAndItsReadingOfTheLogIsToo() {
		var program = Knocker.of(Role.CASE_SYSTEM, this.house);

		assertThat(program.knock("GET", this.doorstep.fill("/api/v1/blobs/{sha256}"), FORM, "")).isEqualTo(200);
		assertThat(program.knock("GET", "/api/v1/accesses", FORM, "")).isEqualTo(403);

		awaitNoted("GET /api/v1/blobs/{sha256}", 1);
		assertThat(this.database.sql("select purpose || ' ' || kind || ' ' || subject from access where door = ?")
			.param("GET /api/v1/blobs/{sha256}")
			.query(String.class)
			.list()).containsExactly(this.doorstep.fill("PROGRAM FILE {sha256}"));
	}

	@Test
	void UI_09_whoeverHasLostHisRoleReadsNothingMoreByIt() {
		var page = this.doorstep.fill("/cases/{id}/documents/{sha256}");
		var secretary = Knocker.of(Role.SECRETARIAT, this.house);
		assertThat(secretary.knock("GET", page, FORM, "")).isEqualTo(200);

		this.house.employ(Role.SECRETARIAT, "Sagsbehandler", "Jura");

		await().until(() -> secretary.knock("GET", page, FORM, "") == 404);
		assertThat(secretary.knock("GET", "/mine", FORM, "")).as("he is signed in as before").isEqualTo(200);
		this.house.employ(Role.SECRETARIAT, Role.SECRETARIAT.jobTitle(), "Jura");
	}

	private String line(Role role, String purpose, int status) {
		return "%s %s CASE %s %d".formatted(role.address(), purpose, this.doorstep.fill("{id}"), status);
	}

	private void awaitNoted(String door, int count) {
		await().until(() -> this.database.sql("select count(*) from access where door = ? and status is not null")
			.param(door)
			.query(Integer.class)
			.single() >= count);
	}

	private List<String> noted(String door) {
		return this.database
			.sql("select person || ' ' || purpose || ' ' || kind || ' ' || case_id || ' ' || status from access"
					+ " where door = ? and at <= now() order by position")
			.param(door)
			.query((row, _) -> row.getString(1))
			.list();
	}

}
