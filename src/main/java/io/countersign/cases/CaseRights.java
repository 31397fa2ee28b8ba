package io.countersign.cases;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import io.countersign.identity.Clearance;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Who may see which case. Every page, fragment, list, count, stream and file asks here or
 * has this condition in its statement; the view {@code case_reader} says who a case's
 * people are (UI-9).
 */
@Service
public class CaseRights {

	/** Holds for a row of {@code case_file} as {@code c} that this person may see. */
	public static final String SEEN = """
			(:everything or exists (select from case_reader r where r.case_id = c.id and r.person = :reader))
			""";

	/** For programs, whose permission is for all cases. */
	public static final Map<String, Object> EVERYTHING = Map.of("everything", true, "reader", "");

	private final JdbcClient database;

	CaseRights(JdbcClient database) {
		this.database = database;
	}

	/** What the condition needs to know. */
	public static Map<String, Object> of(Clearance clearance) {
		return Map.of("everything", clearance.everything(), "reader", clearance.person().value());
	}

	public boolean maySee(Clearance clearance, CaseId id) {
		return maySeeOneOf(clearance, List.of(id));
	}

	public boolean maySeeOneOf(Clearance clearance, Collection<CaseId> ids) {
		return this.database
			.sql("select exists (select from case_file c where c.id = any(:ids) and %s)".formatted(SEEN))
			.param("ids", ids.stream().map(CaseId::value).toArray(String[]::new))
			.params(of(clearance))
			.query(Boolean.class)
			.single();
	}

}
