package io.countersign.intake;

import java.util.concurrent.atomic.AtomicLong;

import io.countersign.documents.Spool;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Which mail is kept at hand until it is read. */
class FreshMailTests {

	private static final int LARGE = 3_000_000;

	private final AtomicLong now = new AtomicLong();

	private final FreshMail fresh = new FreshMail(this.now::get);

	@Test
	void whatIsStoredIsAtHandOnce() {
		var mail = mail(1, 100);
		this.fresh.keep(mail);
		assertThat(this.fresh.take(mail.id())).contains(mail);
		assertThat(this.fresh.take(mail.id())).isEmpty();
	}

	@Test
	void whatIsReadNextKeepsItsPlaceBeforeWhatComesLater() {
		var first = mail(1, LARGE);
		var second = mail(2, LARGE);
		var third = mail(3, LARGE);
		this.fresh.keep(first);
		this.fresh.keep(second);
		this.fresh.keep(third);
		assertThat(this.fresh.take(first.id())).contains(first);
		assertThat(this.fresh.take(third.id())).isEmpty();
		this.fresh.keep(third);
		assertThat(this.fresh.take(third.id())).contains(third);
		assertThat(this.fresh.take(second.id())).contains(second);
	}

	@Test
	void whatNobodyComesForMakesRoom() {
		var forgotten = mail(1, LARGE);
		this.fresh.keep(forgotten);
		this.fresh.keep(mail(2, LARGE));
		this.now.addAndGet(61_000_000_000L);
		var third = mail(3, LARGE);
		this.fresh.keep(third);
		assertThat(this.fresh.take(forgotten.id())).isEmpty();
		assertThat(this.fresh.take(third.id())).contains(third);
	}

	private static Spool mail(int number, int size) {
		var bytes = new byte[size];
		bytes[0] = (byte) number;
		return Spool.of(bytes);
	}

}
