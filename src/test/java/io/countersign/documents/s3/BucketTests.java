package io.countersign.documents.s3;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What is wrong is said by the name of the setting. */
class BucketTests {

	private static final S3Server SERVER = S3Server.running();

	private static final String NAME = SERVER.bucket("settings");

	@Test
	void aBucketThatCanBeUsedPassesTheCheck() {
		try (var bucket = new Bucket(SERVER.address(NAME))) {
			assertThatCode(bucket::check).doesNotThrowAnyException();
			assertThatCode(bucket::ping).doesNotThrowAnyException();
			assertThat(bucket.size("nothing")).isEmpty();
		}
	}

	@Test
	void aWrongBucketIsNamed() {
		assertThat(refusal(SERVER.address("elsewhere")))
			.isEqualTo("countersign.content.s3.bucket: there is no such bucket");
	}

	@Test
	void aWrongAccessKeyIsNamed() {
		assertThat(refusal(SERVER.address(NAME, "somebody", "else"))).startsWith("countersign.content.s3.access-key: ");
	}

	@Test
	void aWrongSecretKeyIsNamed() {
		assertThat(refusal(SERVER.address(NAME, "countersign", "guessed")))
			.isEqualTo("countersign.content.s3.secret-key: it is not the one of this access key");
	}

	@Test
	void anEndpointWithoutAnAnswerIsNamedAndMayComeBack() {
		var address = new BucketAddress(Optional.of(URI.create("http://127.0.0.1:1")), "here", NAME, true,
				Optional.of(new BucketAddress.Login("a", "b")), Duration.ofSeconds(1));
		try (var bucket = new Bucket(address)) {
			assertThatExceptionOfType(BucketUnavailable.class).isThrownBy(bucket::check)
				.withMessageStartingWith("countersign.content.s3.endpoint: ")
				.matches((ex) -> !ex.isMisconfigured());
		}
	}

	private static String refusal(BucketAddress address) {
		try (var bucket = new Bucket(address)) {
			bucket.check();
			return "";
		}
		catch (BucketUnavailable ex) {
			assertThat(ex.isMisconfigured()).isTrue();
			return String.valueOf(ex.getMessage());
		}
	}

}
