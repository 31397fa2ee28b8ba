package io.countersign.triage;

import java.math.BigDecimal;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.countersign.cases.Ask;
import io.countersign.cases.CaseView;
import io.countersign.intake.Message;
import io.countersign.intake.MessageId;
import io.countersign.intake.Messages;
import io.countersign.reading.Amount;
import io.countersign.reading.Amounts;
import io.countersign.reading.Reader;

import org.springframework.stereotype.Component;

/**
 * Mails in which the requester changes in words what he has asked, and brings no file: a
 * yes to such a mail may be one to what it says, and not to what was asked.
 */
@Component
class Corrections {

	private static final int MOST = 50;

	private static final Pattern WORDS = Pattern.compile(
			"\\b(?:rettelse|rettet|korrektion|korriger|ændr|i stedet|correction|correct(?:ed|ing)|instead|revised|changed"
					+ "|rättelse|rättat|ändra|ändring|istället|rettelse|endr(?:et|ing)|berichtig|korrektur|geändert"
					+ "|änderung|stattdessen)",
			Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

	private final Messages messages;

	private final Reader reader;

	private final TriageProperties properties;

	Corrections(Messages messages, Reader reader, TriageProperties properties) {
		this.messages = messages;
		this.reader = reader;
		this.properties = properties;
	}

	/** The Message-IDs of those that a reply names. */
	Set<String> namedBy(Message reply, CaseView view) {
		var asking = view.asks().stream().map(Ask::message).collect(Collectors.toSet());
		var joined = view.messages().stream().map(CaseView.JoinedMessage::message).collect(Collectors.toSet());
		return reply.threading()
			.ancestors()
			.stream()
			.limit(MOST)
			.flatMap((named) -> this.messages.byInternetMessageId(named).stream())
			.filter((id) -> joined.contains(id) && !asking.contains(id))
			.flatMap((id) -> this.messages.find(id).stream())
			.filter((mail) -> isOfRequester(mail, view) && corrects(mail, asking))
			.flatMap((mail) -> mail.internetMessageId().stream())
			.collect(Collectors.toSet());
	}

	private static boolean isOfRequester(Message mail, CaseView view) {
		return mail.from()
			.filter((from) -> view.requester().filter((one) -> one.address().equals(from.address())).isPresent())
			.isPresent();
	}

	/** It says so, or names a sum that stood in nothing that was asked. */
	private boolean corrects(Message mail, Set<MessageId> asking) {
		var own = own(mail);
		var known = asking.stream()
			.flatMap((id) -> this.messages.find(id).stream())
			.flatMap((message) -> sums(message.subject() + "\n" + own(message)))
			.collect(Collectors.toSet());
		return WORDS.matcher(own).find() || sums(own).anyMatch((sum) -> !known.contains(sum));
	}

	private String own(Message message) {
		return this.reader.read(Letters.of(message, this.properties.zone())).own().text();
	}

	private static Stream<BigDecimal> sums(String words) {
		return Amounts.in(words)
			.stream()
			.filter(Amount::money)
			.map((amount) -> amount.value().map(BigDecimal::stripTrailingZeros).orElse(BigDecimal.ONE.negate()));
	}

}
