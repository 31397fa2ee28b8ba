package io.countersign.verdicts;

import org.springframework.beans.factory.BeanFactory;

/** Lets tests of other modules ask what judging everything again comes to. */
public final class RejudgedDatabase {

	private RejudgedDatabase() {
	}

	/** Whether all of it comes out as recorded, in the transaction of the caller. */
	public static boolean isSound(BeanFactory product) {
		var report = product.getBean(Rejudging.class).all();
		return report.different().isEmpty() && report.unfounded().isEmpty();
	}

}
