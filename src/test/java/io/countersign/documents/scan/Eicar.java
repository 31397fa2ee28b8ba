package io.countersign.documents.scan;

import java.nio.charset.StandardCharsets;

/** The file every virus scanner knows and that does no harm, as eicar.org has it. */
public final class Eicar {

	public static final String NAME = "Eicar-Test.UNOFFICIAL";

	private Eicar() {
	}

	/** Put together here, so that no scanner takes the source for it. */
	public static byte[] bytes() {
		return ("X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-" + "ANTIVIRUS-TEST-FILE!$H+H*")
			.getBytes(StandardCharsets.US_ASCII);
	}

}
