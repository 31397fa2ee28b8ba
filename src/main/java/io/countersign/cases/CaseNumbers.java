package io.countersign.cases;

import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Gives out the numbers of each year. Nobody waits for a case that is being opened: a
 * number that is taken and not used is a gap.
 */
@Component
class CaseNumbers {

	private final JdbcClient database;

	CaseNumbers(JdbcClient database) {
		this.database = database;
	}

	CaseNumber next(int year) {
		return taken(year).orElseGet(() -> {
			begin(year);
			return taken(year).orElseThrow();
		});
	}

	private Optional<CaseNumber> taken(int year) {
		return this.database.sql("select nextval('case_number') - before from case_year where year = :year")
			.param("year", year)
			.query(Integer.class)
			.optional()
			.map((number) -> CaseNumber.of(year, number));
	}

	/** Does nothing in a year that has begun. */
	private void begin(int year) {
		this.database
			.sql("insert into case_year (year, before) values (:year, nextval('case_number')) on conflict do nothing")
			.param("year", year)
			.update();
	}

}
