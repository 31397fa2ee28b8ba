package io.countersign.verdicts;

import java.util.List;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

import org.jsoup.Jsoup;

import io.countersign.cases.Ask;
import io.countersign.intake.Content;

/**
 * VA-4: what it answers is what was asked, and no later version that nobody was asked
 * about.
 */
class VersionGate implements Gate {

	/** In characters; what a longer one repeats is not known. */
	private static final int LONGEST_PAGE = 1_000_000;

	@Override
	public String category() {
		return "version";
	}

	@Override
	public String requirement() {
		return "VA-4";
	}

	@Override
	public List<String> fields() {
		return List.of("From", "In-Reply-To", "References");
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

	private static boolean namesAnother(Reply reply) {
		var named = Choices.in(reply.own().text());
		return !named.isEmpty() && !known(reply).containsAll(named);
	}

	/**
	 * What the request is called: by its titles, by the mail that its author answers, or
	 * else by its number here. Where that mail speaks of two versions, either may be
	 * meant; the first one has no number as long as nobody speaks of another.
	 */
	private static Set<String> known(Reply reply) {
		var known = new HashSet<>(Choices.in(String.join("\n", reply.matter().thread().titles())));
		var shown = Choices.beside(reply.own().text(), shown(reply.message().content()));
		var onlyOne = shown.stream().filter(Choices::isVersion).count() == 1
				&& known.stream().noneMatch(Choices::isVersion);
		shown.stream().filter((one) -> onlyOne || !Choices.isVersion(one)).forEach(known::add);
		if (known.stream().noneMatch(Choices::isVersion)) {
			reply.ask().map(Ask::revision).filter((number) -> number > 1).map(Choices::version).ifPresent(known::add);
		}
		return known;
	}

	/** With what it repeats of older mails. */
	private static String shown(Content content) {
		return content.text()
			.or(() -> content.html()
				.filter((page) -> page.length() < LONGEST_PAGE)
				.map((page) -> Jsoup.parse(page).text()))
			.orElse("");
	}

}
