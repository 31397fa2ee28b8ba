package io.countersign.documents;

import java.util.Locale;

/** A little to read in each language, with what other languages have no letters for. */
enum Prose {

	DA("Indstilling om letbanen",
			"Styregruppen skal godkende, at der bliver flyttet 12 mio. kr. fra reserven, og "
					+ "hvordan de ikke må bruges efter årets udgang på æbler, ører og ånd."),

	EN("Proposal for the tramway",
			"The board has to approve that 12 million are moved from the reserve, and how they "
					+ "can not be used after the end of this year or with an other one."),

	SV("Förslag om spårvägen",
			"Styrelsen ska godkänna att det flyttas 12 miljoner från reserven och hur de inte kan "
					+ "vara med efter årets slut på några sätt utan jag."),

	NB("Innstilling om bybanen",
			"Styret skal godkjenne at det flyttes 12 millioner fra reserven, og hvordan de ikke "
					+ "kan være med etter årets slutt uten noen eller mye."),

	DE("Vorlage zur Straßenbahn", "Der Ausschuss soll billigen, dass 12 Millionen aus der Rücklage verschoben werden, "
			+ "und wie sie nicht nach dem Ende des Jahres mit etwas oder wenn ohne einige sein kann.");

	private final String title;

	private final String sentence;

	Prose(String title, String sentence) {
		this.title = title;
		this.sentence = sentence;
	}

	String title() {
		return this.title;
	}

	String sentence() {
		return this.sentence;
	}

	String language() {
		return name().toLowerCase(Locale.ROOT);
	}

}
