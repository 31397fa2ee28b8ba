package io.countersign.documents;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.countersign.documents.s3.BucketAddress;
import io.countersign.documents.vault.MasterKeys;
import io.countersign.identity.Secret;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Where the bytes of files lie, and the keys that encrypt the keys that encrypt them.
 *
 * @param masterKey the one in use
 * @param otherMasterKeys those in use before it, and the one that is next
 */
@Validated
@ConfigurationProperties("countersign.content")
record ContentProperties(@DefaultValue("postgresql") Store store, @Valid @DefaultValue S3 s3,
		@NotNull(message = MASTER_KEY) Secret masterKey, @DefaultValue List<Secret> otherMasterKeys) {

	private static final String MASTER_KEY = "is the key without which no mail and no file can be read, 32 random bytes"
			+ " in hexadecimal as \"openssl rand -hex 32\" makes them; keep it outside the database, and never lose it";

	private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

	/** A kind of store. */
	enum Store {

		/** All in the database. */
		POSTGRESQL,
		/** Large files in a bucket, small ones in the database. */
		S3

	}

	/**
	 * The bucket for large files.
	 *
	 * @param endpoint the server; without it AWS's own of the region
	 * @param pathStyle whether the bucket's name stands in the path and not in the host
	 * @param accessKey without it the identity is used that the platform gives
	 * @param above files larger than this lie in the bucket
	 * @param timeout how long the server may be silent
	 * @param keepForgotten how long an object stays that no file refers to any more; at
	 * least as long as one may have to go back to a backup of the database
	 */
	record S3(@Nullable URI endpoint, @Nullable String region, @Nullable String bucket,
			@DefaultValue("true") boolean pathStyle, @Nullable String accessKey, @Nullable Secret secretKey,
			@DefaultValue("1MB") DataSize above, @DefaultValue("10s") Duration timeout,
			@DefaultValue("1d") Duration keepForgotten) {
	}

	@AssertTrue(message = "s3.bucket is the name of the bucket for large files, "
			+ "which countersign.content.store = s3 needs")
	boolean isBucketNamed() {
		return this.store != Store.S3 || isText(this.s3.bucket());
	}

	@AssertTrue(message = "s3.region is the bucket's region, for instance eu-north-1; "
			+ "a server of your own may call it what it likes")
	boolean isRegionNamed() {
		return this.store != Store.S3 || isText(this.s3.region());
	}

	@AssertTrue(message = "s3.endpoint must be an address that begins with https://, "
			+ "for the files are only as secret as their way; http:// serves this machine alone")
	boolean isEndpointSafe() {
		var uri = this.s3.endpoint();
		return uri == null || (uri.getHost() != null && uri.getUserInfo() == null && ("https".equals(uri.getScheme())
				|| ("http".equals(uri.getScheme()) && LOOPBACK.contains(uri.getHost()))));
	}

	@AssertTrue(
			message = "s3.secret-key belongs to countersign.content.s3.access-key, and neither goes without the other")
	boolean isLoginWhole() {
		return isText(this.s3.accessKey()) == (this.s3.secretKey() != null);
	}

	@AssertTrue(message = "s3.above must be a size of 64KB to 100MB")
	boolean isAboveBearable() {
		return this.s3.above().toKilobytes() >= 64 && this.s3.above().compareTo(DataSize.ofMegabytes(100)) <= 0;
	}

	@AssertTrue(message = "s3.timeout must be a time span of 1s to 20s")
	boolean isTimeoutBearable() {
		return this.s3.timeout().compareTo(Duration.ofSeconds(1)) >= 0
				&& this.s3.timeout().compareTo(Duration.ofSeconds(20)) <= 0;
	}

	@AssertTrue(message = "s3.keep-forgotten must be a time span of 1h or more")
	boolean isKeepingLongEnough() {
		return this.s3.keepForgotten().compareTo(Duration.ofHours(1)) >= 0;
	}

	@AssertTrue(message = "master-key " + MASTER_KEY)
	boolean isMasterKeyOne() {
		return this.masterKey == null || MasterKeys.isKey(this.masterKey.value());
	}

	@AssertTrue(message = "other-master-keys are keys like countersign.content.master-key")
	boolean isEachOtherMasterKeyOne() {
		return this.otherMasterKeys.stream().allMatch((key) -> MasterKeys.isKey(key.value()));
	}

	MasterKeys masterKeys() {
		return MasterKeys.of(this.masterKey.value(), this.otherMasterKeys.stream().map(Secret::value).toList());
	}

	/** Of an installation whose store is a bucket. */
	BucketAddress bucket() {
		var secret = Optional.ofNullable(this.s3.secretKey()).map(Secret::value);
		var login = Optional.ofNullable(this.s3.accessKey())
			.flatMap((key) -> secret.map((known) -> new BucketAddress.Login(key, known)));
		return new BucketAddress(Optional.ofNullable(this.s3.endpoint()), String.valueOf(this.s3.region()),
				String.valueOf(this.s3.bucket()), this.s3.pathStyle(), login, this.s3.timeout());
	}

	private static boolean isText(@Nullable String value) {
		return value != null && !value.isBlank();
	}

}
