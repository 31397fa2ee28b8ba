package io.countersign.journal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

import org.springframework.dao.DataAccessException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@Isolated("An open transaction of another test hides what is behind it, for a server has one line of them.")
class JournalTests {

	private final Facts facts = new Facts();

	@Test
	void AU_01_entriesOfAStreamAreNumberedWithoutAGap() {
		this.facts.commit(Facts.Fact.of("case/a", 1), Facts.Fact.of("case/b", 1), Facts.Fact.of("case/a", 2));

		assertThat(this.facts.journal.ofStream("case/a", 0, 10)).extracting(Entry::sequence).containsExactly(1L, 2L);
		assertThat(this.facts.journal.verify().fault()).isEmpty();
	}

	@Test
	void AU_01_anEntrySaysWhoDidWhatToWhatAndWhenAndIsSealedWithTheOneBefore() {
		this.facts.commit(Facts.Fact.of("case/a", 1), Facts.Fact.of("case/a", 2));
		var entries = this.facts.journal.ofStream("case/a", 0, 10);
		var first = entries.getFirst();
		var second = entries.getLast();

		assertThat(first.previous()).isEqualTo("0".repeat(64));
		assertThat(second.previous()).isEqualTo(first.hash());
		assertThat(second.at()).isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(60));
		var word = sha256("{\"salt\":\"%s\",\"value\":\"ændring 2\"}".formatted(salt(second)));
		assertThat(second.hash()).isEqualTo(sha256(("{\"actor\":\"system\",\"at\":\"%s\",\"data\":"
				+ "{\"number\":2,\"word\":{\"words_sha256\":\"%s\"}},\"id\":\"%s\",\"mode\":\"live\",\"prev\":\"%s\","
				+ "\"sequence\":2,\"stream\":\"case/a\",\"type\":\"note.added\"}")
			.formatted(second.at(), word, second.eventId(), first.hash())));
	}

	private String salt(Entry entry) {
		return this.facts.database.sql("select words #>> '{word,salt}' from entry_words where position = ?")
			.param(entry.position())
			.query(String.class)
			.single();
	}

	private static String sha256(String text) {
		try {
			return HexFormat.of()
				.formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new AssertionError(ex);
		}
	}

	@Test
	void transactionsThatWriteTheSameStreamsInOppositeOrderDoNotBlockEachOther() throws Exception {
		try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
			var work = IntStream.range(0, 40).mapToObj((number) -> pool.submit(() -> {
				var streams = (number % 2 == 0) ? new String[] { "case/a", "case/b" }
						: new String[] { "case/b", "case/a" };
				this.facts.commit(Facts.Fact.of(streams[0], number), Facts.Fact.of(streams[1], number));
			})).toList();
			for (var writer : work) {
				writer.get();
			}
		}
		assertThat(this.facts.journal.verify()).isEqualTo(new Verification(80, Optional.empty()));
	}

	@Test
	void theSameChangeTriedByManyAtOnceLeavesOneEntry() throws Exception {
		try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
			var work = IntStream.range(0, 20)
				.mapToObj((_) -> pool.submit(() -> this.facts.commit(Facts.Fact.of("case/a", 1))))
				.toList();
			for (var writer : work) {
				writer.get();
			}
		}
		assertThat(this.facts.journal.verify()).isEqualTo(new Verification(1, Optional.empty()));
	}

	@Test
	void whatASavepointUndoesLeavesNoEntry() {
		this.facts.transactions.executeWithoutResult((status) -> {
			this.facts.journal.append(Facts.Fact.of("case/a", 1));
			var savepoint = status.createSavepoint();
			this.facts.journal.append(Facts.Fact.of("case/a", 2));
			status.rollbackToSavepoint(savepoint);
		});

		assertThat(this.facts.journal.ofStream("case/a", 0, 10)).hasSize(1);
	}

	@Test
	void aFactOutsideATransactionIsRefused() {
		assertThatThrownBy(() -> this.facts.journal.append(Facts.Fact.of("case/a", 1)))
			.isInstanceOf(IllegalStateException.class)
			.hasMessageContaining("there is none");
	}

	@Test
	void theSameChangeLeavesOneEntry() {
		this.facts.commit(Facts.Fact.of("case/a", 1));
		this.facts.commit(Facts.Fact.of("case/a", 1), Facts.Fact.of("case/a", 2));

		assertThat(this.facts.journal.ofStream("case/a", 0, 10)).hasSize(2);
	}

	@Test
	void AU_01_aFactWhoseEffectFailsLeavesNoEntryAndNoGap() {
		assertThatThrownBy(() -> this.facts.transactions.executeWithoutResult((_) -> {
			this.facts.journal.append(Facts.Fact.of("case/a", 1));
			throw new IllegalStateException("the effect failed");
		})).isInstanceOf(IllegalStateException.class);

		assertThat(this.facts.journal.after(Cursor.START, 10)).isEmpty();
		this.facts.commit(Facts.Fact.of("case/a", 2));
		assertThat(this.facts.journal.ofStream("case/a", 0, 10)).extracting(Entry::sequence).containsExactly(1L);
	}

	@Test
	void AU_02_changesAreRefusedByTheDatabase() {
		this.facts.commit(Facts.Fact.of("case/a", 1));

		for (var sql : new String[] { "update entry set actor = 'x'", "delete from entry", "truncate entry cascade",
				"delete from stream_head", "update tree_head set root = ''" }) {
			assertThatThrownBy(() -> this.facts.database.sql(sql).update()).as(sql)
				.isInstanceOf(DataAccessException.class)
				.rootCause()
				.hasMessageContaining("only ever added to");
		}
	}

	@Test
	void aReaderMissesNoEntryThatCommitsLate() throws Exception {
		var read = new ArrayList<Long>();
		var holding = new CountDownLatch(1);
		var release = new CountDownLatch(1);
		try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
			var late = pool.submit(() -> this.facts.transactions.executeWithoutResult((_) -> {
				this.facts.journal.append(Facts.Fact.of("case/late", 1));
				onceWritten(() -> {
					holding.countDown();
					await(release);
				});
			}));
			holding.await();
			this.facts.commit(Facts.Fact.of("case/early", 1));

			var cursor = Cursor.START;
			for (var entry : this.facts.journal.after(cursor, 10)) {
				read.add(entry.position());
				cursor = entry.cursor();
			}
			release.countDown();
			late.get();
			assertThat(read).as("nothing behind an open transaction shows").isEmpty();
			this.facts.journal.after(cursor, 10).forEach((entry) -> read.add(entry.position()));
		}
		assertThat(read).hasSize(2);
	}

	@Test
	void manyWritersAndOneReaderAgree() throws Exception {
		var writers = 6;
		var each = 60;
		var seen = new ArrayList<String>();
		try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
			var work = IntStream.range(0, writers).mapToObj((writer) -> pool.submit(() -> {
				var random = new Random(writer);
				for (var number = 0; number < each; number++) {
					this.facts.commit(Facts.Fact.of("case/shared-" + random.nextInt(3), writer * 1_000 + number));
				}
			})).toList();
			var cursor = Cursor.START;
			while (seen.size() < writers * each) {
				for (var entry : this.facts.journal.after(cursor, 20)) {
					seen.add(entry.eventId());
					cursor = entry.cursor();
				}
			}
			for (var writer : work) {
				writer.get();
			}
		}
		assertThat(seen).hasSize(writers * each).doesNotHaveDuplicates();
		assertThat(this.facts.journal.verify()).isEqualTo(new Verification(writers * each, Optional.empty()));
	}

	/** Entries are written just before the commit; this comes between the two. */
	private static void onceWritten(Runnable task) {
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

			@Override
			public void beforeCommit(boolean readOnly) {
				task.run();
			}

		});
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
