package io.countersign.reading;

/** The languages there is a file of phrases for. */
public enum Language {

	DA, EN, SV, NB, DE;

	/** The code as in BCP 47. */
	public String code() {
		return name().toLowerCase(java.util.Locale.ROOT);
	}

}
