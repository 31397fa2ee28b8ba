package io.countersign.cases;

/** Knows by what a decision is taken for one. */
public interface Grounds {

	/** As it stands in the transaction that records the decision. */
	Basis of(Decision decision);

}
