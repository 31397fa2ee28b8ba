package io.countersign.documents;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

import io.countersign.documents.s3.BucketUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the bucket, and after it has not answered leaves it alone for a while, whoever
 * wants something of it.
 */
final class Reaching {

	private static final Logger log = LoggerFactory.getLogger(Reaching.class);

	private final Outage outage;

	Reaching(Outage outage) {
		this.outage = outage;
	}

	/** Something that the bucket is asked to do. */
	@FunctionalInterface
	interface Asking<T> {

		T ask() throws IOException;

	}

	<T> T reach(Asking<T> asking) throws IOException {
		var rest = this.outage.rest();
		if (rest.isPresent()) {
			throw away(rest.get(), Optional.empty());
		}
		return ask(asking);
	}

	/** Asks also while it is left alone. */
	<T> T ask(Asking<T> asking) throws IOException {
		try {
			var answer = asking.ask();
			if (this.outage.ends()) {
				log.atInfo().log("The object store answers again");
			}
			return answer;
		}
		catch (BucketUnavailable ex) {
			if (this.outage.begins()) {
				log.atError().setCause(ex).log("The object store cannot be used; what needs it waits");
			}
			throw away(this.outage.rest().orElse(Duration.ZERO), Optional.of(ex));
		}
	}

	boolean isAway() {
		return this.outage.isOn();
	}

	private static ContentsAway away(Duration rest, Optional<BucketUnavailable> cause) {
		return new ContentsAway("It waits until the store of large files answers again.", rest, cause.orElse(null));
	}

}
