package io.countersign.documents.s3;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.function.Supplier;

import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Objects of one bucket. What it writes becomes visible whole or not at all. */
public final class Bucket implements AutoCloseable {

	/** S3 takes 5 MB to 5 GB, and at most 10,000 of them. */
	static final long PART = 8L << 20;

	private static final int NOT_FOUND = 404;

	private static final int BEYOND_ITS_END = 416;

	private static final String PROBE = "countersign-probe";

	private static final byte[] PROBED = "Countersign can write here.".getBytes(StandardCharsets.US_ASCII);

	private final S3Client client;

	private final String name;

	public Bucket(BucketAddress address) {
		this.client = Clients.of(address);
		this.name = address.name();
	}

	/**
	 * Writes an object, over one of that name if there is one.
	 * @param goingOn run behind each part
	 * @throws IOException when the content cannot be read to its end
	 * @throws BucketUnavailable when it cannot be written
	 */
	public void put(String key, long size, Opening content, Runnable goingOn) throws IOException {
		if (size <= PART) {
			var whole = Part.of(content, 0, size);
			reach(() -> this.client.putObject((put) -> put.bucket(this.name).key(key).contentMD5(whole.md5()),
					whole.body()));
		}
		else {
			putInParts(key, size, content, goingOn);
		}
	}

	private void putInParts(String key, long size, Opening content, Runnable goingOn) throws IOException {
		var upload = reach(() -> this.client.createMultipartUpload((begin) -> begin.bucket(this.name).key(key)))
			.uploadId();
		var complete = false;
		try {
			var parts = new ArrayList<CompletedPart>();
			for (var from = 0L; from < size; from += PART) {
				var part = Part.of(content, from, Math.min(PART, size - from));
				parts.add(send(key, upload, parts.size() + 1, part));
				goingOn.run();
			}
			reach(() -> this.client.completeMultipartUpload((end) -> end.bucket(this.name)
				.key(key)
				.uploadId(upload)
				.multipartUpload((all) -> all.parts(parts))));
			complete = true;
		}
		finally {
			if (!complete) {
				abandon(key, upload);
			}
		}
	}

	private CompletedPart send(String key, String upload, int number, Part part) {
		var sent = reach(() -> this.client.uploadPart(
				(one) -> one.bucket(this.name).key(key).uploadId(upload).partNumber(number).contentMD5(part.md5()),
				part.body()));
		return CompletedPart.builder().partNumber(number).eTag(sent.eTag()).build();
	}

	/** Parts that stay behind are never seen; a rule of the bucket takes them away. */
	private void abandon(String key, String upload) {
		try {
			this.client.abortMultipartUpload((abort) -> abort.bucket(this.name).key(key).uploadId(upload));
		}
		catch (SdkException ex) {
			// The failure that led here says more.
		}
	}

	/** Nothing when there is no such object. */
	public OptionalLong size(String key) {
		return reach(() -> {
			try {
				return OptionalLong
					.of(this.client.headObject((head) -> head.bucket(this.name).key(key)).contentLength());
			}
			catch (S3Exception ex) {
				if (ex.statusCode() == NOT_FOUND) {
					return OptionalLong.empty();
				}
				throw ex;
			}
		});
	}

	/**
	 * Bytes of an object; fewer when it ends before.
	 * @throws ObjectMissing when there is no such object
	 */
	public byte[] read(String key, long from, int length) {
		var range = "bytes=%d-%d".formatted(from, from + length - 1);
		return reach(() -> {
			try {
				return this.client.getObject((get) -> get.bucket(this.name).key(key).range(range), (_, stream) -> {
					var bytes = new byte[length];
					var count = stream.readNBytes(bytes, 0, length);
					return (count == length) ? bytes : Arrays.copyOf(bytes, count);
				});
			}
			catch (S3Exception ex) {
				if (ex.statusCode() == BEYOND_ITS_END) {
					return new byte[0];
				}
				throw ex;
			}
		});
	}

	/** It is no fault when there is none. */
	public void remove(String key) {
		reach(() -> this.client.deleteObject((delete) -> delete.bucket(this.name).key(key)));
	}

	/** Writes and reads a small object of its own. */
	public void check() {
		try {
			put(PROBE, PROBED.length, () -> new ByteArrayInputStream(PROBED), () -> {
			});
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		ping();
	}

	/** Reads the small object that a check has left. */
	public void ping() {
		read(PROBE, 0, PROBED.length);
	}

	private static <T> T reach(Supplier<T> call) {
		try {
			return call.get();
		}
		catch (NoSuchKeyException ex) {
			throw new ObjectMissing(ex);
		}
		catch (SdkException ex) {
			throw BucketUnavailable.of(ex);
		}
	}

	@Override
	public void close() {
		this.client.close();
	}

}
