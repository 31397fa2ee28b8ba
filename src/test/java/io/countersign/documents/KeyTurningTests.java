package io.countersign.documents;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.countersign.documents.vault.MasterKeys;
import io.countersign.support.MasterKey;
import io.countersign.support.TestDatabase;
import org.junit.jupiter.api.Test;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Keys of arrival end with their day, and all keys get a new master key. */
class KeyTurningTests extends FiledContents {

	private static final TestDatabase DATABASE = TestDatabase.fresh();

	KeyTurningTests() {
		super(DATABASE);
	}

	@Test
	void whatIsFiledIsOpenedByItsCaseAloneAfterADayAndTheRestByAYoungerKey() {
		var filed = put("filed by now");
		var waiting = put("still waits for a person");
		hold(this.oneCase, message(filed));
		message(waiting);
		var backups = List.of(backup(filed), backup(waiting));

		this.turning.turn(Duration.ZERO);

		assertThat(wraps(filed)).isOne();
		assertThat(wraps(waiting)).isOne();
		assertThat(read(filed)).isEqualTo("filed by now");
		assertThat(read(waiting)).isEqualTo("still waits for a person");
		assertThat(opens(backups.get(1))).as("by the key of yesterday").isFalse();
	}

	@Test
	void aProcessWhoseKeyAnotherHasDestroyedGetsANewOne() {
		var other = Vaults.keys(DATABASE.dataSource(), this.clock, MasterKey.HEX);
		this.rows.arrivalsOlderThan(Duration.ZERO)
			.forEach((key) -> this.transaction.executeWithoutResult((_) -> other.turn(key)));
		assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(() -> put("refused once"));

		this.keys.refresh();

		assertThat(read(put("refused once"))).isEqualTo("refused once");
	}

	@Test
	void aKeyOfArrivalIsUsedForHalfADay() {
		put("in the morning");
		var before = arrivals();
		this.now = this.now.plus(Duration.ofHours(11));
		this.keys.refresh();
		put("at noon");
		assertThat(arrivals()).isEqualTo(before);

		this.now = this.now.plus(Duration.ofHours(2));
		this.keys.refresh();
		put("in the evening");

		assertThat(arrivals()).isEqualTo(before + 1);
	}

	@Test
	void SE_02_aNewMasterKeyWrapsAllAndTheOldOneIsNeededNoMore() {
		var database = TestDatabase.fresh();
		var old = MasterKey.another();
		var young = MasterKey.another();
		var jdbc = new JdbcTemplate(database.dataSource());
		var blobs = new BlobRepository(jdbc);
		var before = new DatabaseContents(blobs, Vaults.keys(database.dataSource(), this.clock, old));
		var file = Spool.of("kept while keys change".getBytes(StandardCharsets.UTF_8));
		TestDatabase.transactions(database.dataSource()).executeWithoutResult((_) -> before.add(List.of(file), false));

		var keyRows = new ContentKeyRepository(jdbc);
		var both = MasterKeys.of(young, List.of(old));
		new KeyTurning(keyRows, Vaults.keys(database.dataSource(), this.clock, young), both,
				TestDatabase.transactions(database.dataSource()))
			.rewrap();

		assertThat(keyRows.masters()).containsExactly(both.newest());
		assertThat(keyRows.countNotWrappedBy(both.newest())).isZero();
		var after = new DatabaseContents(blobs, Vaults.keys(database.dataSource(), this.clock, young));
		assertThat(after.open(file.id(), 0))
			.hasValueSatisfying((stream) -> assertThat(stream).hasContent("kept while keys change"));
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> before.open(file.id(), 0));
	}

	@Test
	void SE_02_withoutTheMasterKeyOfBeforeNothingStarts() {
		var database = TestDatabase.fresh().jdbcUrl();
		new Shelf(database, Map.of()).close();
		var another = Map.<String, Object>of("countersign.content.master-key", MasterKey.another());

		assertThatException().isThrownBy(() -> new Shelf(database, another))
			.withStackTraceContaining("countersign.content.master-key: it is not the one")
			.withStackTraceContaining(masters(MasterKey.HEX).newest());
	}

}
