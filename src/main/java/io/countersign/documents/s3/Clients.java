package io.countersign.documents.s3;

import java.time.Duration;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;

/**
 * Makes clients that any S3 server understands: no trailing checksums and no signed
 * chunks, which many do not know. What is sent is verified by its MD5, what is read by
 * whoever reads it. TLS is verified as the JDK does it; nothing here can turn that off.
 */
final class Clients {

	private static final Duration CONNECTING = Duration.ofSeconds(3);

	private static final int ATTEMPTS = 3;

	/** With all attempts, and for one part on a slow line: less than any lease. */
	private static final Duration WHOLE_CALL = Duration.ofSeconds(25);

	private Clients() {
	}

	static S3Client of(BucketAddress address) {
		var client = S3Client.builder()
			.region(Region.of(address.region()))
			.forcePathStyle(address.inPath())
			.credentialsProvider(credentials(address))
			.requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
			.responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
			.serviceConfiguration(S3Configuration.builder().chunkedEncodingEnabled(false).build())
			.httpClientBuilder(
					UrlConnectionHttpClient.builder().connectionTimeout(CONNECTING).socketTimeout(address.timeout()))
			.overrideConfiguration((call) -> call.apiCallTimeout(WHOLE_CALL)
				.retryStrategy(StandardRetryStrategy.builder().maxAttempts(ATTEMPTS).build()));
		address.endpoint().ifPresent(client::endpointOverride);
		return client.build();
	}

	private static AwsCredentialsProvider credentials(BucketAddress address) {
		return address.login()
			.<AwsCredentialsProvider>map((login) -> StaticCredentialsProvider
				.create(AwsBasicCredentials.create(login.accessKey(), login.secretKey())))
			.orElseGet(() -> DefaultCredentialsProvider.builder().build());
	}

}
