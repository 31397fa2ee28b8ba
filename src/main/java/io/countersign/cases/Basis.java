package io.countersign.cases;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * By what a verdict was taken for one (VA-20).
 *
 * @param policy the version of the policy that held
 * @param software the version of the product
 * @param judgement the SHA-256 of what was judged of its message, with all that this
 * rested on, in hex; empty where it was taken from no message
 */
public record Basis(String policy, String software, Optional<String> judgement) {

	Map<String, String> data() {
		var data = new LinkedHashMap<>(Map.of("policy", this.policy, "software", this.software));
		this.judgement.ifPresent((hash) -> data.put("judgement", "sha256:" + hash));
		return data;
	}

}
