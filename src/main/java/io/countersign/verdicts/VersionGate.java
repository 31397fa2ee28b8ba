package io.countersign.verdicts;

import java.util.HashSet;
import java.util.Optional;
import java.util.stream.Collectors;

import io.countersign.cases.Ask;

/**
 * VA-4: what it answers is what was asked, and no later version that nobody was asked
 * about.
 */
class VersionGate implements Gate {

	@Override
	public String category() {
		return "version";
	}

	@Override
	public String requirement() {
		return "VA-4";
	}

	/**
	 * The nearest mail that it names and that put files is the one its author has read.
	 */
	@Override
	public Finding judge(Reply reply) {
		if (reply.matter().digest().filter((one) -> one.state() == DigestAnswer.State.OVERTAKEN).isPresent()) {
			return Finding.hold("Another version of what was asked has come since the digest was sent.");
		}
		if (reply.matter().question().filter((one) -> one.state() == Question.State.AGAIN).isPresent()) {
			return Finding.pass("It answers our question about a newer version.");
		}
		var asking = reply.ask().flatMap(Ask::internetMessageId);
		for (var named : reply.message().threading().ancestors()) {
			if (Optional.of(named).equals(asking)) {
				break;
			}
			if (reply.matter().thread().unseen().contains(named)) {
				return Finding.hold("It answers a mail that nobody here has seen, and may mean that one.");
			}
			if (reply.matter().unasked().contains(named)) {
				return Finding
					.hold("It answers a mail that brought another version of what was asked, or asked something else.");
			}
		}
		if (namesAnother(reply)) {
			return Finding.hold("It names a version or an option that the request does not have.");
		}
		return Finding.pass("It answers no other version than the one that was asked about.");
	}

	/**
	 * The request is as its titles call it, or else by its number here. The first one has
	 * none as long as nobody speaks of another.
	 */
	private static boolean namesAnother(Reply reply) {
		var known = reply.matter()
			.thread()
			.titles()
			.stream()
			.flatMap((title) -> Choices.in(title).stream())
			.collect(Collectors.toCollection(HashSet::new));
		if (known.stream().noneMatch(Choices::isVersion)) {
			reply.ask().map(Ask::revision).filter((number) -> number > 1).map(Choices::version).ifPresent(known::add);
		}
		return !known.containsAll(Choices.in(reply.own().text()));
	}

}
