package io.countersign.overview;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;

import javax.sql.DataSource;

import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Says which streams of the journal have grown, on whichever machine. The database tells
 * us after each commit; one connection listens for all open pages.
 */
@Component
public class Changes implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(Changes.class);

	private static final int LISTEN_MILLIS = 500;

	private static final Duration BEFORE_LISTENING_AGAIN = Duration.ofSeconds(1);

	private final Set<Follower> followers = new CopyOnWriteArraySet<>();

	private final DataSource database;

	private volatile boolean running;

	Changes(DataSource database) {
		this.database = database;
	}

	/** Follows from now on, until it is closed. */
	public Follower follow() {
		var follower = new Follower(this.followers::remove);
		this.followers.add(follower);
		if (!this.running) {
			follower.close();
		}
		return follower;
	}

	@Override
	public void start() {
		this.running = true;
		Thread.ofVirtual().name("changes").start(this::listen);
	}

	/** Lets open pages go, so that the server need not wait for them. */
	@Override
	public void stop() {
		this.running = false;
		this.followers.forEach(Follower::close);
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	private void listen() {
		while (this.running) {
			try (var connection = this.database.getConnection()) {
				listen(connection);
			}
			catch (SQLException ex) {
				log.atDebug().setCause(ex).log("Listening for changes again");
				pause();
			}
		}
	}

	private void listen(Connection connection) throws SQLException {
		try (var statement = connection.createStatement()) {
			statement.execute("listen journal");
			announce(Set.of(Follower.ANYTHING));
			var notifications = connection.unwrap(PGConnection.class);
			while (this.running) {
				announce(streams(notifications.getNotifications(LISTEN_MILLIS)));
			}
			statement.execute("unlisten journal");
		}
	}

	private static Set<String> streams(PGNotification[] notifications) {
		return (notifications.length == 0) ? Set.of()
				: Set.copyOf(Arrays.stream(notifications).map(PGNotification::getParameter).distinct().toList());
	}

	private void announce(Set<String> streams) {
		if (!streams.isEmpty()) {
			this.followers.forEach((follower) -> follower.tell(streams));
		}
	}

	private void pause() {
		try {
			Thread.sleep(BEFORE_LISTENING_AGAIN);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			this.running = false;
		}
	}

}
