package io.countersign.documents.s3;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * Where a bucket is and how it is reached.
 *
 * @param endpoint the server; without one AWS's own of the region
 * @param inPath whether the bucket's name stands in the path and not in the host
 * @param login without one the identity is used that the platform gives to the process
 * @param timeout how long the server may be silent
 */
public record BucketAddress(Optional<URI> endpoint, String region, String name, boolean inPath, Optional<Login> login,
		Duration timeout) {

	/** Who we are there. */
	public record Login(String accessKey, String secretKey) {

		@Override
		public String toString() {
			return "(secret)";
		}

	}

}
