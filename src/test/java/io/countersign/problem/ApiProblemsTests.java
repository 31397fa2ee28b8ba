package io.countersign.problem;

import java.sql.SQLException;
import java.util.List;

import io.countersign.support.CoreApi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.MediaType;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.JwtRequestPostProcessor;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;

@CoreApi
class ApiProblemsTests {

	@Autowired
	private MockMvcTester api;

	@ParameterizedTest(name = "{0} names {1}")
	@CsvSource(delimiter = '|', textBlock = """
			{"displayName": "Anna", "rank": 1}             | rank
			{"displayName": "Anna", "level": "kejser"}     | level
			{"displayName": {"first": "Anna"}}             | displayName
			{"level": "minister"}                          | displayName
			{"displayName": " "}                           | displayName
			""")
	void WH_10_aWrongBodyIsAProblemThatNamesTheField(String body, String field) {
		assertProblem(put("/api/v1/people/anna.holm@min.example", body), 400, field);
	}

	@ParameterizedTest(name = "{0} names {1}")
	@CsvSource({ "/api/v1/people?cursor=***, cursor", "/api/v1/events?after=abc, after",
			"/api/v1/events?limit=many, limit", "/api/v1/events?limit=0, limit",
			"/api/v1/cases/cs_1/events?after=-1, after" })
	void WH_10_aWrongParameterIsAProblemThatNamesIt(String path, String field) {
		assertProblem(get(path), 400, field);
	}

	@ParameterizedTest(name = "{0} names {1}")
	@CsvSource(delimiter = '|', textBlock = """
			/api/v1/events?cursor=x              | cursor | after, limit
			/api/v1/events?limit=1&%63ursor=x    | cursor | after, limit
			/api/v1/events?Limit=1               | Limit  | after, limit
			/api/v1/people?q                     | q      | cursor
			/api/v1/cases/cs_1/proof?limit=1     | limit  | takes no parameter
			""")
	void WH_10_aParameterThatTheCallDoesNotKnowIsAProblemThatNamesIt(String path, String name, String known) {
		var answer = get(path);

		assertProblem(answer, 400, name);
		assertThat(answer).bodyJson().extractingPath("$.detail").asString().contains(name, known);
	}

	@Test
	void aBodyIsNoParameter() {
		assertThat(this.api.put()
			.uri("/api/v1/people/anna.holm@min.example")
			.with(manager())
			.contentType(MediaType.APPLICATION_FORM_URLENCODED)
			.content("displayName=Anna")).hasStatus(415);
	}

	@Test
	void whatIsNotJsonIsToldTheLine() {
		assertThat(put("/api/v1/people/anna.holm@min.example", "{\"displayName\":\n \"Anna\",,}")).hasStatus(400)
			.bodyJson()
			.extractingPath("$.detail")
			.asString()
			.contains("line 2");
	}

	@Test
	void aWrongAddressInThePathIsNamed() {
		assertProblem(put("/api/v1/people/nobody", "{\"displayName\":\"Anna\"}"), 400, "address");
	}

	@Test
	void aMandateThatEndsBeforeItBeginsNamesTheField() {
		assertProblem(put("/api/v1/mandates/m1", """
				{"principal": "anna.holm@min.example", "delegate": "eva.skov@min.example",
				 "from": "2026-11-30T00:00:00Z", "to": "2026-11-01T00:00:00Z"}"""), 400, "to");
	}

	@Test
	void WH_10_anUnknownPathAWrongVerbAndAWrongTypeAreProblemsToo() {
		assertThat(get("/api/v1/nothing")).hasStatus(404).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
		assertThat(get("/api/v1/cases/cs_none/events")).hasStatus(404)
			.hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
		assertThat(this.api.delete().uri("/api/v1/people/anna.holm@min.example").with(manager())).hasStatus(405)
			.hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
			.containsHeader("Allow");
		assertThat(this.api.put()
			.uri("/api/v1/people/anna.holm@min.example")
			.with(manager())
			.contentType(MediaType.TEXT_PLAIN)
			.content("Anna")).hasStatus(415).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
	}

	@Test
	void WH_10_whatBreaksInsideIsNotTold() {
		var problems = new ApiProblems();
		var fault = new BadSqlGrammarException("read", "select key from secret_table",
				new SQLException("db-1.internal"));

		for (var problem : List.of(problems.unexpected(fault),
				problems.away(new QueryTimeoutException("db-1.internal")))) {
			assertThat(problem.getStatus()).isGreaterThanOrEqualTo(500);
			assertThat(problem.toString()).doesNotContain("secret_table", "db-1", "SQL", "Exception", "java");
		}
	}

	private static void assertProblem(MvcTestResult result, int status, String field) {
		assertThat(result).hasStatus(status).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
		assertThat(result).bodyJson().extractingPath("$.field").isEqualTo(field);
		assertThat(result).bodyJson().extractingPath("$.detail").asString().isNotBlank();
	}

	private MvcTestResult get(String path) {
		return this.api.get()
			.uri(java.net.URI.create(path))
			.with(jwt().authorities(new SimpleGrantedAuthority("Countersign.Read")))
			.exchange();
	}

	private MvcTestResult put(String path, String body) {
		return this.api.put()
			.uri(path)
			.with(manager())
			.contentType(MediaType.APPLICATION_JSON)
			.content(body)
			.exchange();
	}

	private static JwtRequestPostProcessor manager() {
		return jwt().authorities(new SimpleGrantedAuthority("Countersign.Manage"));
	}

}
