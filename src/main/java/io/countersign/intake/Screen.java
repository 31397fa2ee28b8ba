package io.countersign.intake;

import java.util.List;
import java.util.Map;

/** Says of listed items which are certainly none of our business. */
public interface Screen {

	/**
	 * The arrivals ruled out, each with the reason in one sentence. An arrival that is
	 * not in the answer is fetched and read.
	 */
	Map<Arrival, String> ruledOut(List<Arrival> arrivals);

}
