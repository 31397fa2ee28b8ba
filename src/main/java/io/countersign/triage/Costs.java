package io.countersign.triage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jsoup.Jsoup;

import io.countersign.cases.Ask;
import io.countersign.cases.CaseView;
import io.countersign.documents.DocumentId;
import io.countersign.documents.Documents;
import io.countersign.identity.Mandate;
import io.countersign.intake.Content;
import io.countersign.intake.Messages;
import io.countersign.reading.Amount;
import io.countersign.reading.Amounts;
import io.countersign.reading.Reader;
import io.countersign.verdicts.Cost;
import io.countersign.verdicts.Judgements;

import org.springframework.stereotype.Component;

/** Reads what the requests of a case cost (VA-9, VA-23). */
@Component
class Costs {

	private static final int LONGEST = 1_000_000;

	private final Messages messages;

	private final Documents documents;

	private final Reader reader;

	private final Judgements judgements;

	private final TriageProperties properties;

	Costs(Messages messages, Documents documents, Reader reader, Judgements judgements, TriageProperties properties) {
		this.messages = messages;
		this.documents = documents;
		this.reader = reader;
		this.judgements = judgements;
		this.properties = properties;
	}

	/** Read only where it matters: by a mandate with a limit, or by the policy. */
	Optional<Cost> of(CaseView view, List<Mandate> mandates, List<String> kinds) {
		var limited = mandates.stream().anyMatch((mandate) -> mandate.maxAmount() != null);
		return (limited || this.judgements.weighCost(kinds)) ? of(view) : Optional.empty();
	}

	/** Nothing where a request or one of its files cannot be read. */
	Optional<Cost> of(CaseView view) {
		var asked = new ArrayList<List<Amount>>();
		var beside = new ArrayList<Amount>();
		for (var id : view.asks().stream().map(Ask::message).distinct().toList()) {
			var message = this.messages.find(id);
			if (message.isEmpty()) {
				return Optional.empty();
			}
			asked.add(Amounts.in(message.get().subject()));
			asked.add(Amounts.in(this.reader.read(Letters.of(message.get(), this.properties.zone())).own().text()));
			var around = around(message.get().content());
			if (around.isEmpty()) {
				return Optional.empty();
			}
			beside.addAll(around.get());
		}
		for (var file : view.asks().stream().flatMap((ask) -> ask.documents().stream()).distinct().toList()) {
			var text = text(file);
			if (text.isEmpty()) {
				return Optional.empty();
			}
			beside.addAll(Amounts.in(text.get()));
		}
		return Optional.of(new Cost(asked, beside));
	}

	/**
	 * Telephone numbers are found there too, so only what says that it is money. A page
	 * takes many times its length in memory (IN-11), so a longer one is not read.
	 */
	private static Optional<List<Amount>> around(Content content) {
		var html = content.html().orElse("");
		if (html.length() > LONGEST) {
			return Optional.empty();
		}
		var amounts = new ArrayList<>(Amounts.in(content.text().orElse("")));
		amounts.addAll(Amounts.in(Jsoup.parse(html).text()));
		return Optional.of(amounts.stream().filter(Amount::money).toList());
	}

	/** A scanned page has none, and of a longer text nobody knows the rest. */
	private Optional<String> text(DocumentId file) {
		return this.documents.text(file).filter((text) -> !text.isBlank() && text.length() <= LONGEST);
	}

}
