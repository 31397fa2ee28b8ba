package io.countersign.work;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import javax.sql.DataSource;

import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Passes wake-ups between the replicas by LISTEN and NOTIFY. A committing NOTIFY holds a
 * lock of the whole server while it flushes, so topics are gathered and sent by a
 * transaction of their own and never by the one that did the work.
 */
@Component
class Replicas {

	private static final Logger log = LoggerFactory.getLogger(Replicas.class);

	private static final Duration GATHERING = Duration.ofMillis(100);

	private static final Duration PAUSE = Duration.ofSeconds(1);

	private static final int PATIENCE_MILLIS = 250;

	private final String self = UUID.randomUUID().toString();

	private final Set<String> topics = ConcurrentHashMap.newKeySet();

	private final Bell told = new Bell();

	private final DataSource source;

	private final JdbcClient database;

	private volatile boolean listening;

	private List<Thread> threads = List.of();

	Replicas(DataSource source) {
		this.source = source;
		this.database = JdbcClient.create(source);
	}

	void tell(String topic) {
		this.topics.add(topic);
		this.told.ring();
	}

	/**
	 * @param heard takes the topics other replicas told
	 * @param unsure is called when some may have been missed
	 */
	void listen(Consumer<String> heard, Runnable unsure) {
		this.listening = true;
		this.threads = List.of(forever("wake-up-sender", this::send), forever("wake-up-listener", () -> {
			unsure.run();
			hear(heard);
		}));
	}

	/**
	 * Waits until both threads have given their connection back: one that is interrupted
	 * while it listens closes it under the pool.
	 */
	void hangUp() {
		this.listening = false;
		this.told.ring();
		try {
			for (var thread : this.threads) {
				thread.join(PAUSE);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	boolean isListening() {
		return this.listening;
	}

	private void send() throws InterruptedException {
		this.told.await(PAUSE);
		var told = Set.copyOf(this.topics);
		this.topics.removeAll(told);
		if (!told.isEmpty()) {
			this.database
				.sql("select pg_notify('countersign', topic || ' ' || :self) from unnest(:topics::text[]) as topic")
				.param("self", this.self)
				.param("topics", told.toArray(String[]::new))
				.query((_) -> {
				});
		}
		Thread.sleep(GATHERING);
	}

	private void hear(Consumer<String> heard) throws SQLException {
		try (var connection = this.source.getConnection(); var listening = connection.createStatement()) {
			listening.execute("listen countersign");
			while (this.listening) {
				for (var notification : connection.unwrap(PGConnection.class).getNotifications(PATIENCE_MILLIS)) {
					var message = notification.getParameter().split(" ", 2);
					if (!message[1].equals(this.self)) {
						heard.accept(message[0]);
					}
				}
			}
		}
	}

	private Thread forever(String name, Task task) {
		return Thread.ofVirtual().name(name).start(() -> {
			while (this.listening) {
				try {
					task.run();
				}
				catch (InterruptedException ex) {
					return;
				}
				catch (SQLException | DataAccessException ex) {
					pauseAfter(ex);
				}
			}
		});
	}

	private void pauseAfter(Exception failure) {
		if (!this.listening) {
			return;
		}
		log.atDebug().setCause(failure).log("Wake-ups of other replicas are not heard for a moment");
		try {
			Thread.sleep(PAUSE);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private interface Task {

		void run() throws SQLException, InterruptedException;

	}

}
