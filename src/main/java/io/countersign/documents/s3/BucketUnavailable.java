package io.countersign.documents.s3;

import java.util.Map;
import java.util.Optional;

import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * The bucket did not do what it was asked. It may later, by itself or when somebody has
 * put right what the sentence names.
 */
public final class BucketUnavailable extends RuntimeException {

	private static final String PREFIX = "countersign.content.s3.";

	private static final String NO_ANSWER = PREFIX + "endpoint: the object store gives no answer there";

	private static final String REGION = PREFIX + "region: the object store says that the bucket is in another region";

	private static final String NO_RIGHT = PREFIX + "access-key: the object store does not let it read and write there";

	/** The codes of S3's error responses that say which setting is wrong. */
	private static final Map<String, String> SETTINGS = Map.of("NoSuchBucket",
			PREFIX + "bucket: there is no such bucket", "InvalidBucketName",
			PREFIX + "bucket: no bucket can have this name", "InvalidAccessKeyId",
			PREFIX + "access-key: the object store does not know it", "SignatureDoesNotMatch",
			PREFIX + "secret-key: it is not the one of this access key", "AccessDenied", NO_RIGHT,
			"AuthorizationHeaderMalformed", REGION, "PermanentRedirect", REGION, "AllAccessDisabled", NO_RIGHT);

	private final boolean answered;

	private BucketUnavailable(String sentence, boolean answered, SdkException cause) {
		super(sentence, cause);
		this.answered = answered;
	}

	static BucketUnavailable of(SdkException failure) {
		if (failure instanceof S3Exception said) {
			var code = Optional.ofNullable(said.awsErrorDetails()).map((details) -> details.errorCode()).orElse("");
			var known = Optional.ofNullable(SETTINGS.get(code)).or(() -> byStatus(said.statusCode()));
			return new BucketUnavailable(
					known.orElse("The object store refuses, with status %d %s".formatted(said.statusCode(), code)),
					known.isPresent(), failure);
		}
		if (String.valueOf(failure.getMessage()).startsWith("Unable to load credentials")) {
			return new BucketUnavailable(
					PREFIX + "access-key: neither it nor the platform says who we are at the object store", true,
					failure);
		}
		return new BucketUnavailable(NO_ANSWER, false, failure);
	}

	private static Optional<String> byStatus(int status) {
		return switch (status) {
			case 301, 307 -> Optional.of(REGION);
			case 401, 403 -> Optional.of(NO_RIGHT);
			default -> Optional.empty();
		};
	}

	/** Whether the server itself has said that a setting is wrong. */
	public boolean isMisconfigured() {
		return this.answered;
	}

}
