package io.countersign.documents;

import java.io.IOException;
import java.time.Clock;

import io.countersign.documents.s3.Bucket;
import io.countersign.documents.s3.BucketUnavailable;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Chooses where the bytes of files lie, and has them encrypted. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ContentProperties.class)
class ContentConfiguration {

	/** Without the key that has wrapped a key of the database, that one is lost. */
	@Bean
	ContentKeys contentKeys(ContentKeyRepository keys, ContentWrapRepository wraps, ContentProperties properties,
			Clock clock, PlatformTransactionManager transactions) {
		var masters = properties.masterKeys();
		var missing = keys.masters();
		missing.removeAll(masters.names());
		if (!missing.isEmpty()) {
			throw new IllegalStateException(
					("countersign.content.master-key: it is not the one that mails and files were"
							+ " stored under; set that one too, here or under countersign.content.other-master-keys (its name is"
							+ " %s)")
						.formatted(String.join(", ", missing)));
		}
		return new ContentKeys(keys, wraps, masters, new ArrivalKey(keys, masters, clock, transactions));
	}

	@Bean
	KeyTurning keyTurning(ContentKeyRepository keys, ContentKeys contents, ContentProperties properties,
			PlatformTransactionManager transactions) {
		return new KeyTurning(keys, contents, properties.masterKeys(), new TransactionTemplate(transactions));
	}

	@Bean
	ClearBacklog clearBacklog(BlobRepository blobs, ContentStore contents, ContentKeys keys,
			PlatformTransactionManager transactions, MeterRegistry meters) {
		var backlog = new ClearBacklog(blobs, contents, keys, new TransactionTemplate(transactions));
		Gauge.builder("countersign.content.clear", backlog, ClearBacklog::left)
			.description("Files that are not encrypted yet")
			.register(meters);
		return backlog;
	}

	/** All in the database, which is what holds when nothing is said. */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnProperty(name = "countersign.content.store", havingValue = "postgresql", matchIfMissing = true)
	static class InDatabase {

		@Bean
		ContentStore databaseContents(BlobRepository blobs, ContentKeys keys) {
			if (blobs.hasObjects()) {
				throw new IllegalStateException("countersign.content.store = postgresql: the bytes of some files lie in"
						+ " an object store by now, so it must stay s3, with the bucket of before");
			}
			return new DatabaseContents(blobs, keys);
		}

	}

	/** Large files in a bucket. */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnProperty(name = "countersign.content.store", havingValue = "s3")
	static class InBucket {

		@Bean
		Bucket bucket(ContentProperties properties) {
			return new Bucket(properties.bucket());
		}

		@Bean
		Reaching reaching(Clock clock, MeterRegistry meters) {
			var reaching = new Reaching(new Outage(clock));
			Gauge.builder("countersign.content.away", reaching, (known) -> known.isAway() ? 1 : 0)
				.description("1 while the store of large files cannot be used")
				.register(meters);
			return reaching;
		}

		/**
		 * A setting that the server says is wrong ends the start. A server that does not
		 * answer does not: mail waits for it, as it does later.
		 */
		@Bean
		ContentStore objectContents(BlobRepository blobs, ObjectRepository objects, Bucket bucket, Reaching reaching,
				ContentKeys keys, ContentProperties properties) throws IOException {
			try {
				reaching.ask(() -> {
					bucket.check();
					return true;
				});
			}
			catch (ContentsAway ex) {
				if (ex.getCause() instanceof BucketUnavailable cause && cause.isMisconfigured()) {
					throw new IllegalStateException(cause.getMessage(), ex);
				}
			}
			return new ObjectContents(blobs, objects, bucket, reaching, keys, properties.s3().above().toBytes());
		}

		@Bean
		UnusedObjects unusedObjects(ObjectRepository objects, Bucket bucket, Reaching reaching,
				ContentProperties properties, PlatformTransactionManager transactions) {
			return new UnusedObjects(objects, bucket, reaching, properties.s3().keepForgotten(),
					new TransactionTemplate(transactions));
		}

		@Bean
		ContentHealth contentStoreHealthIndicator(Bucket bucket, Reaching reaching, Clock clock) {
			return new ContentHealth(bucket, reaching, clock);
		}

	}

}
