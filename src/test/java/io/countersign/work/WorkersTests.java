package io.countersign.work;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** How many rows a flow takes at a time. */
class WorkersTests {

	private static final WorkSettings TWO = WorkSettings.of(2, Duration.ofMinutes(1), Duration.ofSeconds(1));

	@Test
	void whoClaimsAheadClaimsManyAtATime() throws Exception {
		var workers = new Workers("mail", TWO.claimingAhead(6));
		assertThat(workers.room()).isEqualTo(8);
		workers.giveBack(2);
		var next = room(workers);
		assertThat(next).isNotDone();
		workers.giveBack(1);
		assertThat(next.get(10, TimeUnit.SECONDS)).isEqualTo(3);
	}

	/** Each worker has a row that takes long, and none waits behind it. */
	@Test
	void workersThatAreAllHeldUpDoNotKeepOthersFromBeingClaimed() throws Exception {
		var workers = new Workers("mail", TWO.claimingAhead(6));
		assertThat(workers.room()).isEqualTo(8);
		workers.giveBack(6);
		assertThat(workers.room()).isEqualTo(6);
	}

	@Test
	void whoClaimsNothingAheadClaimsAsSoonAsOneIsFree() throws Exception {
		var workers = new Workers("mail", TWO);
		assertThat(workers.room()).isEqualTo(2);
		workers.giveBack(1);
		assertThat(workers.room()).isEqualTo(1);
	}

	private static CompletableFuture<Integer> room(Workers workers) {
		return CompletableFuture.supplyAsync(() -> {
			try {
				return workers.room();
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
		});
	}

}
