package io.countersign.intake;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;

import io.countersign.identity.EmailAddress;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * How far each folder has been read. That a copy is missing in a folder means something
 * only when the folder has been read past the time of the mail.
 */
@Service
public class ReadingProgress {

	private final JdbcClient database;

	ReadingProgress(JdbcClient database) {
		this.database = database;
	}

	/**
	 * Everything the folder showed before this moment is on record; it never goes back.
	 */
	public void reached(EmailAddress mailbox, Folder folder, Instant readUpTo) {
		this.database.sql("""
				insert into reading_progress as known (mailbox, folder, read_up_to) values (:mailbox, :folder, :upTo)
				on conflict (mailbox, folder) do update set read_up_to = greatest(known.read_up_to, :upTo)
				""")
			.param("mailbox", mailbox.value())
			.param("folder", folder.name())
			.param("upTo", OffsetDateTime.ofInstant(readUpTo, ZoneOffset.UTC))
			.update();
	}

	/**
	 * The folder is read from now on. Until it has been read to its end for the first
	 * time, that something is missing in it means nothing.
	 */
	public void begins(EmailAddress mailbox, Folder folder) {
		reached(mailbox, folder, Instant.EPOCH);
	}

	/** The folder is not read any more. */
	public void ends(EmailAddress mailbox, Folder folder) {
		this.database.sql("delete from reading_progress where mailbox = :mailbox and folder = :folder")
			.param("mailbox", mailbox.value())
			.param("folder", folder.name())
			.update();
	}

	/**
	 * Whether every folder of these mailboxes that is read has been read past this
	 * moment.
	 */
	public boolean isPast(Collection<EmailAddress> mailboxes, Instant moment) {
		return this.database.sql("""
				select not exists (
					select 1 from reading_progress where mailbox = any(:mailboxes) and read_up_to <= :moment
				)
				""")
			.param("mailboxes", mailboxes.stream().map(EmailAddress::value).toArray(String[]::new))
			.param("moment", OffsetDateTime.ofInstant(moment, ZoneOffset.UTC))
			.query(Boolean.class)
			.single();
	}

	/**
	 * Nothing when the folder is not watched; long ago when it has not been read to its
	 * end yet.
	 */
	public Optional<Instant> of(EmailAddress mailbox, Folder folder) {
		return this.database
			.sql("select read_up_to from reading_progress where mailbox = :mailbox and folder = :folder")
			.param("mailbox", mailbox.value())
			.param("folder", folder.name())
			.query(OffsetDateTime.class)
			.optional()
			.map(OffsetDateTime::toInstant);
	}

}
