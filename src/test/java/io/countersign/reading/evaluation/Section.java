package io.countersign.reading.evaluation;

import java.io.PrintStream;

/** A part of the evaluation: it reads its own examples and prints what it measured. */
interface Section {

	/** What it measures, as a heading. */
	String title();

	void evaluate(Folders folders, PrintStream out);

}
