package io.countersign.documents;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import io.countersign.support.TestDatabase;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Whose key opens which file, and what is left when one is destroyed. */
class ContentKeysTests extends FiledContents {

	private static final TestDatabase DATABASE = TestDatabase.fresh();

	private static final String READ = """
			select seq_tup_read + idx_tup_fetch from pg_stat_xact_user_tables where relname = 'content_wrap'
			""";

	ContentKeysTests() {
		super(DATABASE);
	}

	@Test
	void DP_03_aFileOfOneCaseIsGoneWithItsKeyAndCannotBeReadFromABackup() {
		var file = put("the words of the minister");
		hold(this.oneCase, message(file));
		var backup = backup(file);
		assertThat(opens(backup)).isTrue();

		assertThat(destroy(this.oneCase)).containsExactly(file);

		assertThat(this.contents.open(file, 0)).isEmpty();
		assertThat(opens(backup)).isFalse();
	}

	@Test
	void DP_03_aFileThatAnotherCaseHoldsStaysItsOwn() {
		var file = put("a form of the house");
		hold(this.oneCase, message(file));
		hold(this.otherCase, message(file));

		assertThat(destroy(this.oneCase)).isEmpty();
		assertThat(read(file)).isEqualTo("a form of the house");

		assertThat(destroy(this.otherCase)).containsExactly(file);
		assertThat(this.contents.open(file, 0)).isEmpty();
	}

	@Test
	void DP_03_aFileThatAMailOnTheReviewListHoldsStaysReadable() {
		var file = put("also sent by somebody we do not know");
		hold(this.oneCase, message(file));
		var backup = backup(file);
		message(file);
		put("also sent by somebody we do not know");

		assertThat(destroy(this.oneCase)).isEmpty();

		assertThat(read(file)).isEqualTo("also sent by somebody we do not know");
		assertThat(opens(backup)).as("by the keys of before").isFalse();
	}

	@Test
	void whatACaseTakesOverIsLookedUpAndNotSearchedForAmongAllFiles() {
		var message = message(put("a letter among many"));
		this.database.update("""
				insert into blob (sha256, size, bytes) select sha256(convert_to('other ' || n, 'UTF8')), 0, ''
				from generate_series(1, 5000) n
				""");
		this.database.update("""
				insert into content_wrap (sha256, key, wrapped) select sha256, (select min(key) from content_wrap), ''
				from blob where size = 0
				""");
		this.database.execute("analyze content_wrap");

		assertThat(readWhile(() -> this.keys.hold(this.oneCase, message))).isLessThan(100);
		assertThat(readWhile(() -> this.keys.hold(this.oneCase, message))).isLessThan(100);
		this.database.update("delete from content_wrap where wrapped = ''");
	}

	/**
	 * How many rows of {@code content_wrap} are read, by the plans a mail is read with.
	 */
	private int readWhile(Runnable work) {
		return Objects.requireNonNull(this.transaction.execute((_) -> {
			this.database.execute("set local plan_cache_mode = force_generic_plan");
			var before = number(READ);
			work.run();
			return number(READ) - before;
		}));
	}

	@Test
	void aFileWithinAFileIsHeldWithIt() {
		var mail = put("a mail with a zip");
		var zip = put("a zip");
		var inner = put("a letter in the zip");
		document(zip);
		document(inner);
		hold(this.oneCase, message(mail, zip));
		part(zip, inner);

		this.transaction.executeWithoutResult((_) -> this.keys.share(List.of(inner)));
		hold(this.otherCase, message(zip));
		this.turning.turn(Duration.ZERO);

		assertThat(wraps(inner)).isEqualTo(2);
		assertThat(destroy(this.oneCase)).containsExactly(mail);
		assertThat(read(inner)).isEqualTo("a letter in the zip");
		assertThat(destroy(this.otherCase)).containsExactlyInAnyOrder(zip, inner);
	}

	@Test
	void whatJoinedACaseWhileItWasReadIsFoundWhenAnotherKeyIsDestroyed() {
		var zip = put("a zip in two cases");
		var inner = put("found in it too late");
		document(zip);
		document(inner);
		hold(this.oneCase, message(zip));
		part(zip, inner);
		this.transaction.executeWithoutResult((_) -> this.keys.share(List.of(inner)));
		hold(this.otherCase, message(zip));
		this.database.update(
				"delete from content_wrap w using content_key k where k.id = w.key and case_id = ? and sha256 = ?",
				this.otherCase, inner.bytes());

		assertThat(destroy(this.oneCase)).isEmpty();

		assertThat(read(inner)).isEqualTo("found in it too late");
	}

	@Test
	void aMailThatIsMovedToAnotherCaseIsHeldByThatAlone() {
		var moved = put("a mail in the wrong case");
		var logo = put("a file of both mails");
		var message = message(moved, logo);
		hold(this.oneCase, message);
		hold(this.oneCase, message(logo));

		hold(this.otherCase, message);
		this.transaction.executeWithoutResult((_) -> this.keys.release(this.oneCase, message));

		assertThat(destroy(this.otherCase)).containsExactly(moved);
		assertThat(read(logo)).isEqualTo("a file of both mails");
	}

	@Test
	void twoCasesThatTakeTheSameFilesAtOnceBothOpenThem() throws Exception {
		var files = new ArrayList<DocumentId>();
		for (var number = 0; number < 20; number++) {
			files.add(put("shared by many " + number));
		}
		var cases = List.of(this.oneCase, this.otherCase, this.oneCase + "b", this.otherCase + "b");
		try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
			var all = workers.invokeAll(cases.stream().<Callable<Boolean>>map((one) -> () -> {
				hold(one, message(files.toArray(DocumentId[]::new)));
				return true;
			}).toList());
			for (var one : all) {
				assertThat(one.get()).isTrue();
			}
		}

		cases.subList(0, 3).forEach((one) -> assertThat(destroy(one)).isEmpty());
		files.forEach((file) -> assertThat(read(file)).startsWith("shared by many"));
		assertThat(destroy(cases.getLast())).hasSize(20);
	}

}
