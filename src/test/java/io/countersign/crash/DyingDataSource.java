package io.countersign.crash;

import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * A data source whose process is killed when it reaches a crash point for the n-th time.
 */
class DyingDataSource extends DelegatingDataSource {

	private final CrashPoint point;

	private final AtomicInteger lives;

	DyingDataSource(DataSource target, CrashPoint point, int lives) {
		super(target);
		this.point = point;
		this.lives = new AtomicInteger(lives);
	}

	@Override
	public Connection getConnection() throws SQLException {
		return proxy(Connection.class, new Session(super.getConnection()));
	}

	private void reach() {
		if (this.lives.decrementAndGet() <= 0) {
			die();
		}
	}

	/** As an operator's {@code kill -9} does it: no hook, no finally, no goodbye. */
	private static void die() {
		try {
			new ProcessBuilder("kill", "-9", Long.toString(ProcessHandle.current().pid())).start().waitFor();
		}
		catch (IOException ex) {
			Runtime.getRuntime().halt(137);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		Runtime.getRuntime().halt(137);
	}

	private static <T> T proxy(Class<T> type, InvocationHandler handler) {
		return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type }, handler));
	}

	private static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
		try {
			return method.invoke(target, arguments);
		}
		catch (InvocationTargetException ex) {
			throw ex.getCause();
		}
	}

	/** One connection and whether its open transaction has touched the point. */
	private final class Session implements InvocationHandler {

		private final Connection connection;

		private boolean touched;

		private Session(Connection connection) {
			this.connection = connection;
		}

		@Override
		public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
			return switch (method.getName()) {
				case "prepareStatement" -> statement(method, arguments);
				case "commit" -> commit(method, arguments);
				default -> call(this.connection, method, arguments);
			};
		}

		private @Nullable Object statement(Method method, Object @Nullable [] arguments) throws Throwable {
			var statement = call(this.connection, method, arguments);
			if (statement == null || arguments == null
					|| !DyingDataSource.this.point.isReachedBy((String) arguments[0])) {
				return statement;
			}
			return proxy(PreparedStatement.class, (_, inner, values) -> inner.getName().startsWith("execute")
					? execute((PreparedStatement) statement, inner, values) : call(statement, inner, values));
		}

		private @Nullable Object execute(PreparedStatement statement, Method method, Object @Nullable [] values)
				throws Throwable {
			var alone = this.connection.getAutoCommit();
			var side = DyingDataSource.this.point.side();
			if (side == CrashPoint.Side.BEFORE_STATEMENT || (alone && side == CrashPoint.Side.BEFORE_COMMIT)) {
				reach();
			}
			var result = call(statement, method, values);
			if (alone && side == CrashPoint.Side.AFTER_COMMIT) {
				reach();
			}
			this.touched = !alone;
			return result;
		}

		private @Nullable Object commit(Method method, Object @Nullable [] arguments) throws Throwable {
			if (this.touched && DyingDataSource.this.point.side() == CrashPoint.Side.BEFORE_COMMIT) {
				reach();
			}
			var result = call(this.connection, method, arguments);
			if (this.touched && DyingDataSource.this.point.side() == CrashPoint.Side.AFTER_COMMIT) {
				reach();
			}
			this.touched = false;
			return result;
		}

	}

}
