package io.countersign.journal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import javax.sql.DataSource;

import io.countersign.support.TestDatabase;
import io.countersign.work.TestWork;
import io.countersign.work.WakeUps;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.awaitility.Awaitility.await;

/** A journal on a database of its own, and facts for it. */
final class Facts {

	static final Origin ORIGIN = new Origin("min", "bridge-1");

	final JdbcClient database;

	final TransactionTemplate transactions;

	final WakeUps wakeUps;

	final EntryRepository entries;

	final Journal journal;

	final Verifier verifier;

	final TreeHeadRepository heads;

	final TreeHeads growing;

	final HeadExport carrying;

	final JournalExport export;

	final Sealing sealing;

	Facts() {
		this(new SealProperties(directory(), null, Duration.ZERO));
	}

	private final DataSource source;

	private final SealProperties seal;

	Facts(SealProperties seal) {
		this(TestDatabase.fresh().dataSource(), seal);
	}

	private Facts(DataSource source, SealProperties seal) {
		this.source = source;
		this.seal = seal;
		this.database = JdbcClient.create(source);
		this.transactions = TestDatabase.transactions(source);
		this.wakeUps = TestWork.wakeUps(source);
		this.entries = new EntryRepository(this.database);
		this.heads = new TreeHeadRepository(this.database);
		this.sealing = new Sealing(ORIGIN, seal, this.heads, this.transactions, Clock.systemUTC());
		this.verifier = new Verifier(this.database, this.entries, this.heads, this.sealing, seal);
		this.journal = new Journal(new EntryWriter(this.database, ORIGIN), this.entries, this.verifier, this.wakeUps);
		this.growing = new TreeHeads(this.heads, this.entries, this.sealing, seal, Clock.systemUTC());
		this.carrying = new HeadExport(this.heads, seal, new SimpleMeterRegistry());
		this.export = new JournalExport(this.entries, this.heads, this.sealing, Clock.systemUTC());
	}

	/** The product has been started again. */
	Facts restarted() {
		return new Facts(this.source, this.seal);
	}

	/** Heads leave the database. */
	void carry() {
		try {
			this.carrying.carry();
		}
		catch (InterruptedException ex) {
			throw new AssertionError(ex);
		}
	}

	/** An export of one stream, or of all. */
	byte[] exported(Optional<String> stream) {
		var into = new ByteArrayOutputStream();
		this.transactions.executeWithoutResult((_) -> {
			try {
				if (stream.isPresent()) {
					this.export.stream(stream.get(), into);
				}
				else {
					this.export.whole(into);
				}
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		});
		return into.toByteArray();
	}

	private static Path directory() {
		try {
			return Files.createTempDirectory("seals");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	void commit(Journaled... facts) {
		this.transactions.executeWithoutResult((_) -> {
			for (var fact : facts) {
				this.journal.append(fact);
			}
		});
	}

	/**
	 * What a transaction that still runs anywhere on the server might come before is not
	 * sealed yet, so it waits for the other tests'.
	 */
	void seal() {
		await().atMost(Duration.ofSeconds(60)).until(() -> this.database.sql("""
				select not exists (select from entry where transaction >= pg_snapshot_xmin(pg_current_snapshot()))
				""").query(Boolean.class).single());
		this.transactions.executeWithoutResult((_) -> this.growing.grow());
	}

	record Fact(String stream, String key, Map<String, ?> data) implements Journaled {

		static Fact of(String stream, int number) {
			return new Fact(stream, "change-" + number, Map.of("number", number, "word", "ændring " + number));
		}

		@Override
		public String type() {
			return "note.added";
		}

		@Override
		public Set<String> words() {
			return Set.of("word");
		}

		@Override
		public String actor() {
			return "system";
		}

	}

}
