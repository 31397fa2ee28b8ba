package io.countersign.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
				coalesce(set_unit, unit) as unit, left_at is null as present
			from person
			""";

	private static final String AS_OF = COLUMNS.replace("left_at is null", "coalesce(left_at > :at, true)");

	private final JdbcClient database;

	private final ApplicationEventPublisher events;

	People(JdbcClient database, ApplicationEventPublisher events) {
		this.database = database;
		this.events = events;
	}

	public Optional<Person> find(EmailAddress address) {
		return Optional.ofNullable(findAll(List.of(address)).get(address));
	}

	/** Those of the addresses who are in the directory, in their order, leaders first. */
	public List<Person> ofDirectory(Collection<EmailAddress> addresses) {
		var known = findAll(addresses);
		return addresses.stream()
			.distinct()
			.flatMap((address) -> Stream.ofNullable(known.get(address)))
			.filter(Person::inDirectory)
			.sorted((one, other) -> Boolean.compare(other.leads(), one.leads()))
			.toList();
	}

	/** Those of the addresses that belong to people we know. */
	public Map<EmailAddress, Person> findAll(Collection<EmailAddress> addresses) {
		if (addresses.isEmpty()) {
			return Map.of();
		}
		return this.database.sql(COLUMNS + "where address = any(:addresses)")
			.param("addresses", addresses.stream().map(EmailAddress::value).distinct().toArray(String[]::new))
			.query(People::person)
			.list()
			.stream()
			.collect(Collectors.toMap(Person::address, Function.identity()));
	}

	/** The same as it was at that time: who has left since was in the directory then. */
	public Map<EmailAddress, Person> findAll(Collection<EmailAddress> addresses, Instant at) {
		if (addresses.isEmpty()) {
			return Map.of();
		}
		return this.database.sql(AS_OF + "where address = any(:addresses)")
			.param("at", at.atOffset(ZoneOffset.UTC))
			.param("addresses", addresses.stream().map(EmailAddress::value).distinct().toArray(String[]::new))
			.query(People::person)
			.list()
			.stream()
			.collect(Collectors.toMap(Person::address, Function.identity()));
	}

	/**
	 * Everybody of that name: the whole of it or the first part, as people are called.
	 * @param limit how many at most; more than one is a doubt
	 */
	public List<Person> called(String name, int limit) {
		return this.database.sql(COLUMNS + """
				where left_at is null and (lower(coalesce(set_name, name)) = lower(:name)
					or starts_with(lower(coalesce(set_name, name)), lower(:name) || ' '))
				order by address limit :limit
				""").param("name", name.strip()).param("limit", limit).query(People::person).list();
	}

	/** Those of the people we know who have one of these ids. */
	public List<Person> findByIds(Collection<PersonId> ids) {
		return ids.isEmpty() ? List.of()
				: this.database.sql(COLUMNS + """
						where 'p_' || left(encode(sha256(convert_to(address, 'UTF8')), 'hex'), 20) = any(:ids)
						""")
					.param("ids", ids.stream().map(PersonId::value).distinct().toArray(String[]::new))
					.query(People::person)
					.list();
	}

	/** The person with this id in the organisation's directory, who has not left it. */
	Optional<Person> findByExternalId(String id) {
		return this.database.sql(COLUMNS + "where external_id = :id and left_at is null and disabled_at is null")
			.param("id", id)
			.query(People::person)
			.optional();
	}

	/**
	 * Those accounts the directory has told us of. Names and addresses that somebody else
	 * says of an account count for nothing here.
	 * @param ids of accounts in the directory
	 */
	public List<DirectoryEntry> entries(Collection<String> ids) {
		return ids.isEmpty() ? List.of() : this.database.sql("""
				select external_id, address, coalesce(set_name, name) as name,
					coalesce(lower(user_type) = 'member', false) and left_at is null as member
				from person where external_id = any(:ids)
				""")
			.param("ids", ids.stream().distinct().toArray(String[]::new))
			.query((row, _) -> new DirectoryEntry(row.getString("external_id"),
					new EmailAddress(row.getString("address")), row.getString("name"), row.getBoolean("member")))
			.list();
	}

	/** The people behind an address, in the order of addresses. */
	List<Person> after(String address, int limit) {
		return this.database.sql(COLUMNS + "where address > :address order by address limit :limit")
			.param("address", address)
			.param("limit", limit)
			.query(People::person)
			.list();
	}

	/**
	 * What an admin says about a person; the directory does not overwrite it. Whoever has
	 * left is vouched for by that again.
	 */
	@Transactional
	public Person put(EmailAddress address, String displayName, @Nullable Level level, @Nullable String unit,
			String actor) {
		var changed = this.database
			.sql("""
					insert into person as known (address, name, set_name, set_level, set_unit)
					values (:address, :name, :name, :level, :unit)
					on conflict (address) do update set set_name = :name, set_level = :level, set_unit = :unit, left_at = null
					where (known.set_name, known.set_level, known.set_unit)
						is distinct from (excluded.set_name, excluded.set_level, excluded.set_unit) or known.left_at is not null
					""")
			.param("address", address.value())
			.param("name", displayName)
			.param("level", (level != null) ? level.name() : null)
			.param("unit", unit)
			.update();
		if (changed > 0) {
			this.events.publishEvent(new PersonSet(id(address), address, displayName, level, unit, actor));
		}
		return find(address).orElseThrow();
	}

	/**
	 * What the directory says about a person; a job title that names a level sets it.
	 * @param userType member or guest; null where it says nothing of that this time
	 */
	@Transactional
	public void fromDirectory(EmailAddress address, String displayName, @Nullable String jobTitle,
			@Nullable String department, String externalId, @Nullable String userType) {
		barring(this.database
			.sql("update person set external_id = null where external_id = :external and address <> :address")
			.param("external", externalId)
			.param("address", address.value())
			.update());
		var level = (jobTitle != null) ? Level.parse(jobTitle).map(Level::name).orElse(null) : null;
		this.database
			.sql("""
					insert into person as known (address, name, level, unit, external_id, user_type)
					values (:address, :name, :level, :unit, :external, :type)
					on conflict (address) do update set name = :name, level = :level, unit = :unit, external_id = :external,
						left_at = null, user_type = coalesce(:type, case when known.external_id = :external then known.user_type end)
					""")
			.param("address", address.value())
			.param("name", displayName)
			.param("level", level)
			.param("unit", department)
			.param("external", externalId)
			.param("type", userType, Types.VARCHAR)
			.update();
	}

	/** The account is not in the directory any more. */
	@Transactional
	public void left(String externalId) {
		barring(this.database.sql("update person set left_at = now() where external_id = :id and left_at is null")
			.param("id", externalId)
			.update());
	}

	/**
	 * Whether anybody may sign in with the account. One that is disabled may be a mailbox
	 * that several share, so it stays somebody to write to.
	 */
	@Transactional
	public void enabled(String externalId, boolean enabled) {
		var changed = this.database.sql("""
				update person set disabled_at = case when :enabled then null else now() end
				where external_id = :id and (disabled_at is null) <> :enabled
				""").param("id", externalId).param("enabled", enabled).update();
		barring(enabled ? 0 : changed);
	}

	/** Of all accounts only these are in the directory. */
	@Transactional
	public void onlyIn(Collection<String> externalIds) {
		barring(this.database.sql("""
				update person set left_at = now()
				where external_id is not null and left_at is null and external_id <> all(:ids)
				""").param("ids", externalIds.toArray(String[]::new)).update());
	}

	private void barring(int accounts) {
		if (accounts > 0) {
			this.events.publishEvent(new AccountBarred());
		}
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

	private static Person person(ResultSet row, int number) throws SQLException {
		var address = new EmailAddress(row.getString("address"));
		return new Person(id(address), address, row.getString("name"),
				Optional.ofNullable(row.getString("level")).map(Level::valueOf),
				Optional.ofNullable(row.getString("unit")), row.getBoolean("present"));
	}

}
