package io.countersign.verdicts;

import java.util.Random;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The way a mail is written out never turns what must not count into a verdict, nor a
 * good reply into none.
 */
class ForgeryProperties {

	@Property(tries = 6_000, seed = "20261124")
	void VA_02_noWayOfWritingItMakesAForgeryCount(@ForAll("forgeries") Forgery forgery, @ForAll("ways") Way way) {
		var mail = way.write(forgery.mail());

		assertThat(forgery.trial(mail).judged()).as(mail).isNotInstanceOf(Judgement.Accepted.class);
	}

	@Property(tries = 1_500, seed = "20261124")
	void VA_02_aGoodReplyCountsHoweverItIsWritten(@ForAll("ways") Way way) {
		var mail = way.write(Trial.REPLY);

		assertThat(Trial.of(mail).judged()).as(mail).isInstanceOf(Judgement.Accepted.class);
	}

	@Property(tries = 6_000, seed = "20261125")
	void VA_10_noWayOfWritingARawReplyMakesItCount(@ForAll("forgedReplies") CorpusReply reply,
			@ForAll("ways") Way way) {
		var mail = way.beside(reply.mail());

		assertThat(reply.trial(mail).judged()).as(mail).isNotInstanceOf(Judgement.Accepted.class);
	}

	@Property(tries = 1_500, seed = "20261125")
	void VA_12_aGenuineRawReplyCountsWhateverStandsBesideIt(@ForAll("genuineReplies") CorpusReply reply,
			@ForAll("ways") Way way) {
		var mail = way.beside(reply.mail());

		assertThat(reply.trial(mail).judged()).as(mail).isInstanceOf(Judgement.Accepted.class);
	}

	@Provide
	Arbitrary<CorpusReply> forgedReplies() {
		return Arbitraries.of(CorpusReply.all().stream().filter((reply) -> !reply.isGenuine()).toList());
	}

	@Provide
	Arbitrary<CorpusReply> genuineReplies() {
		return Arbitraries.of(CorpusReply.all().stream().filter(CorpusReply::isGenuine).toList());
	}

	@Provide
	Arbitrary<Forgery> forgeries() {
		return Arbitraries.of(Forgery.ALL);
	}

	@Provide
	Arbitrary<Way> ways() {
		return Arbitraries.randomValue(Random::nextLong).map(Way::new);
	}

}
