package io.countersign.documents;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.countersign.documents.ContentProperties.S3;
import io.countersign.documents.ContentProperties.Store;
import io.countersign.documents.s3.BucketAddress;
import io.countersign.identity.Secret;
import io.countersign.support.Configured;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

class ContentPropertiesTests {

	private static final String KEY = "0f".repeat(32);

	@Test
	void byDefaultAllLiesInTheDatabase() {
		var properties = Configured.from(ContentProperties.class, Map.of("master-key", KEY));

		assertThat(properties)
			.isEqualTo(new ContentProperties(Store.POSTGRESQL, new S3(null, null, null, true, null, null,
					DataSize.ofMegabytes(1), Duration.ofSeconds(10), Duration.ofDays(1)), new Secret(KEY), List.of()));
		assertThat(properties.isBucketNamed()).isTrue();
		assertThat(properties.isRegionNamed()).isTrue();
		assertThat(properties.isLoginWhole()).isTrue();
	}

	@Test
	void everyPropertyBinds() {
		var properties = properties(Map.of("s3.path-style", "false", "s3.above", "5MB", "s3.timeout", "7s",
				"s3.keep-forgotten", "30d", "other-master-keys[0]", "aa".repeat(32)));

		assertThat(properties).isEqualTo(new ContentProperties(Store.S3,
				new S3(URI.create("https://s3.min.example"), "here", "files", false, "key", new Secret("secret"),
						DataSize.ofMegabytes(5), Duration.ofSeconds(7), Duration.ofDays(30)),
				new Secret(KEY), List.of(new Secret("aa".repeat(32)))));
		assertThat(properties.bucket()).isEqualTo(new BucketAddress(Optional.of(URI.create("https://s3.min.example")),
				"here", "files", false, Optional.of(new BucketAddress.Login("key", "secret")), Duration.ofSeconds(7)));
	}

	@Test
	void SE_01_aSecretIsNotPrinted() {
		assertThat(properties(Map.of()).toString()).doesNotContain("secret-key=secret", "value=secret", "0f0f");
		assertThat(properties(Map.of()).bucket().toString()).doesNotContain("secret]", "secretKey");
	}

	@ParameterizedTest
	@CsvSource({ "https://s3.min.example, true", "https://s3.min.example:9000, true", "http://localhost:9000, true",
			"http://127.0.0.1:9000, true", "http://s3.min.example, false", "http://127.0.0.1.min.example, false",
			"https://key:secret@s3.min.example, false", "s3.min.example, false", "ftp://localhost, false" })
	void IN_17_onlyThisMachineIsTalkedToWithoutTls(String endpoint, boolean safe) {
		assertThat(properties(Map.of("s3.endpoint", endpoint)).isEndpointSafe()).isEqualTo(safe);
	}

	@Test
	void aBucketThatIsNotWhollyNamedIsRefused() {
		assertThat(properties(Map.of("s3.bucket", "")).isBucketNamed()).isFalse();
		assertThat(properties(Map.of("s3.region", "")).isRegionNamed()).isFalse();
		assertThat(properties(Map.of("s3.access-key", "")).isLoginWhole()).isFalse();
		assertThat(properties(Map.of("s3.above", "1KB")).isAboveBearable()).isFalse();
		assertThat(properties(Map.of("s3.above", "1GB")).isAboveBearable()).isFalse();
		assertThat(properties(Map.of("s3.timeout", "1m")).isTimeoutBearable()).isFalse();
		assertThat(properties(Map.of("s3.keep-forgotten", "1m")).isKeepingLongEnough()).isFalse();
	}

	@Test
	void DP_03_aMasterKeyIs32BytesInHexadecimal() {
		assertThat(properties(Map.of()).isMasterKeyOne()).isTrue();
		assertThat(properties(Map.of("master-key", "0f".repeat(31))).isMasterKeyOne()).isFalse();
		assertThat(properties(Map.of("master-key", "zz".repeat(32))).isMasterKeyOne()).isFalse();
		assertThat(properties(Map.of("other-master-keys[0]", "geheim")).isEachOtherMasterKeyOne()).isFalse();
	}

	private static ContentProperties properties(Map<String, String> more) {
		var all = new HashMap<>(Map.of("store", "s3", "s3.endpoint", "https://s3.min.example", "s3.region", "here",
				"s3.bucket", "files", "s3.access-key", "key", "s3.secret-key", "secret", "master-key", KEY));
		all.putAll(more);
		return Configured.from(ContentProperties.class, all);
	}

}
