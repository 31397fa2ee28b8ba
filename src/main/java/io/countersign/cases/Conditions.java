package io.countersign.cases;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;

import io.countersign.identity.PersonId;
import io.countersign.problem.NotFound;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The conditions of approvals as a list to work off. Ticking one off changes nothing of
 * the verdict; who has done so is journaled.
 */
@Service
public class Conditions {

	private final JdbcClient database;

	private final CaseRepository cases;

	private final CaseReader reader;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Conditions(JdbcClient database, CaseRepository cases, CaseReader reader, ApplicationEventPublisher events,
			Clock clock) {
		this.database = database;
		this.cases = cases;
		this.reader = reader;
		this.events = events;
		this.clock = clock;
	}

	/** A condition that is met. */
	public record Met(String verdict, int number, PersonId by, Instant at) {
	}

	public List<Met> of(CaseId id) {
		return this.database
			.sql("select m.* from condition_met m join verdict v on v.id = m.verdict where v.case_id = :case")
			.param("case", id.value())
			.query((row, _) -> new Met(row.getString("verdict"), row.getInt("number"),
					new PersonId(row.getString("met_by")), row.getObject("met_at", OffsetDateTime.class).toInstant()))
			.list();
	}

	/**
	 * @param met false when it is not met after all
	 * @throws NotFound when no verdict that counts has such a condition
	 */
	@Transactional
	public void say(CaseId id, String verdict, int number, boolean met, PersonId by) {
		var locked = this.cases.lock(id);
		var text = this.reader.verdicts(id)
			.stream()
			.filter((one) -> one.id().equals(verdict) && one.counts())
			.flatMap((one) -> one.decision().conditions().stream().skip(Math.max(0, number)).limit(1))
			.findFirst()
			.filter((_) -> number >= 0)
			.orElseThrow(() -> new NotFound("condition", verdict));
		var now = this.clock.instant().truncatedTo(ChronoUnit.MICROS);
		if (met ? keep(verdict, number, by, now) : forget(verdict, number)) {
			this.events.publishEvent(new ConditionMet(id, verdict, number, text, met, by, now, locked.mode()));
		}
	}

	private boolean keep(String verdict, int number, PersonId by, Instant at) {
		return this.database.sql("""
				insert into condition_met (verdict, number, met_by, met_at) values (:verdict, :number, :by, :at)
				on conflict do nothing
				""")
			.param("verdict", verdict)
			.param("number", number)
			.param("by", by.value())
			.param("at", CaseRepository.utc(at))
			.update() == 1;
	}

	private boolean forget(String verdict, int number) {
		return this.database.sql("delete from condition_met where verdict = :verdict and number = :number")
			.param("verdict", verdict)
			.param("number", number)
			.update() == 1;
	}

}
