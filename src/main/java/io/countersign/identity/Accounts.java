package io.countersign.identity;

import java.util.Optional;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whose account is whose: by issuer and subject, never by a name or an address, which may
 * pass from one person to another (UI-8).
 */
@Service
class Accounts {

	private final JdbcClient database;

	private final ApplicationEventPublisher events;

	Accounts(JdbcClient database, ApplicationEventPublisher events) {
		this.database = database;
		this.events = events;
	}

	/**
	 * Links the account at its first sign-in.
	 * @return whether it is this person's; not when it was another's before, or the
	 * person has had another
	 */
	@Transactional
	boolean link(Account account, String directoryId) {
		var linked = this.database
			.sql("insert into account (issuer, subject, directory_id) values (?, ?, ?) on conflict do nothing")
			.params(account.issuer(), account.subject(), directoryId)
			.update();
		if (linked > 0) {
			this.events.publishEvent(new AccountLinked(account, directoryId));
		}
		return directoryId(account).filter(directoryId::equals).isPresent();
	}

	Optional<String> directoryId(Account account) {
		return this.database.sql("select directory_id from account where issuer = ? and subject = ?")
			.params(account.issuer(), account.subject())
			.query(String.class)
			.optional();
	}

	/** The person signs in with another account from now on; an admin says so. */
	@Transactional
	boolean unlink(EmailAddress person, String actor) {
		var ids = this.database.sql("""
				delete from account where directory_id = (select external_id from person where address = ?)
				returning directory_id
				""").param(person.value()).query((row, _) -> row.getString("directory_id")).list();
		ids.stream().distinct().forEach((id) -> this.events.publishEvent(new AccountUnlinked(id, actor)));
		return !ids.isEmpty();
	}

}
