package io.countersign.verdicts;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import io.countersign.intake.Evidence;
import io.countersign.intake.HeaderField;
import io.countersign.verdicts.header.ReceivedField;

/**
 * Where a mail came in from outside. What stands above was written by our own side; below
 * it anybody may have written anything.
 *
 * @param above the fields above the hop over the border, or above every hop where none is
 */
record Border(boolean crossed, List<HeaderField> above) {

	/** The first hop from the top of which this is true is the border. */
	static Border of(Evidence evidence, Predicate<ReceivedField> isBorder) {
		var above = new ArrayList<HeaderField>();
		for (var field : evidence.header()) {
			if (field.is("Received") && isBorder.test(ReceivedField.parse(field.value()))) {
				return new Border(true, List.copyOf(above));
			}
			above.add(field);
		}
		return new Border(false, List.copyOf(above));
	}

	List<String> all(String name) {
		return this.above.stream().filter((field) -> field.is(name)).map(HeaderField::value).toList();
	}

}
