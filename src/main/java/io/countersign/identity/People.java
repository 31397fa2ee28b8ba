package io.countersign.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The people the organisation's directory or an admin has named. */
@Service
public class People {

	private static final String COLUMNS = """
			select address, coalesce(set_name, name) as name, coalesce(set_level, level) as level,
				coalesce(set_unit, unit) as unit
			from person
			""";

	private final JdbcClient database;

	private final ApplicationEventPublisher events;

	People(JdbcClient database, ApplicationEventPublisher events) {
		this.database = database;
		this.events = events;
	}

	public Optional<Person> find(EmailAddress address) {
		return Optional.ofNullable(findAll(List.of(address)).get(address));
	}

	/** Those of the addresses that belong to people we know. */
	public Map<EmailAddress, Person> findAll(Collection<EmailAddress> addresses) {
		if (addresses.isEmpty()) {
			return Map.of();
		}
		return this.database.sql(COLUMNS + "where address = any(:addresses)")
			.param("addresses", addresses.stream().map(EmailAddress::value).distinct().toArray(String[]::new))
			.query((row, _) -> person(row.getString("address"), row.getString("name"), row.getString("level"),
					row.getString("unit")))
			.stream()
			.collect(Collectors.toMap(Person::address, Function.identity()));
	}

	public List<Person> all() {
		return this.database.sql(COLUMNS + "order by address")
			.query((row, _) -> person(row.getString("address"), row.getString("name"), row.getString("level"),
					row.getString("unit")))
			.list();
	}

	/** What an admin says about a person; the directory does not overwrite it. */
	@Transactional
	public Person put(EmailAddress address, String displayName, @Nullable Level level, @Nullable String unit,
			String actor) {
		this.database.sql("""
				insert into person (address, name, set_name, set_level, set_unit)
				values (:address, :name, :name, :level, :unit)
				on conflict (address) do update set set_name = :name, set_level = :level, set_unit = :unit
				""")
			.param("address", address.value())
			.param("name", displayName)
			.param("level", (level != null) ? level.name() : null)
			.param("unit", unit)
			.update();
		this.events.publishEvent(new PersonSet(id(address), address, displayName, level, unit, actor));
		return person(address.value(), displayName, (level != null) ? level.name() : null, unit);
	}

	/** What the directory says about a person; a job title that names a level sets it. */
	@Transactional
	public void fromDirectory(EmailAddress address, String displayName, @Nullable String jobTitle,
			@Nullable String department, String externalId) {
		var level = (jobTitle != null) ? Level.parse(jobTitle).map(Level::name).orElse(null) : null;
		this.database.sql("""
				insert into person (address, name, level, unit, external_id)
				values (:address, :name, :level, :unit, :external)
				on conflict (address) do update set name = :name, level = :level, unit = :unit, external_id = :external
				""")
			.param("address", address.value())
			.param("name", displayName)
			.param("level", level)
			.param("unit", department)
			.param("external", externalId)
			.update();
	}

	/** The same address has the same id at every bridge. */
	static PersonId id(EmailAddress address) {
		try {
			var digest = MessageDigest.getInstance("SHA-256").digest(address.value().getBytes(StandardCharsets.UTF_8));
			return new PersonId("p_" + HexFormat.of().formatHex(digest, 0, 10));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Person person(String address, String name, @Nullable String level, @Nullable String unit) {
		var mail = new EmailAddress(address);
		return new Person(id(mail), mail, name, Optional.ofNullable(level).map(Level::valueOf),
				Optional.ofNullable(unit), true);
	}

}
