package io.countersign.crash;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.function.Supplier;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A data source whose process is killed where its doom says. */
class DyingDataSource extends DelegatingDataSource {

	private final Supplier<Doom> doom;

	DyingDataSource(DataSource target, Supplier<Doom> doom) {
		super(target);
		this.doom = doom;
	}

	@Override
	public Connection getConnection() throws SQLException {
		return proxy(Connection.class, new Session(super.getConnection()));
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
			var sql = (arguments != null) ? (String) arguments[0] : "";
			if (statement == null || !doom().lurksIn(sql)) {
				return statement;
			}
			return proxy(PreparedStatement.class, (_, inner, values) -> inner.getName().startsWith("execute")
					? execute((PreparedStatement) statement, inner, values) : call(statement, inner, values));
		}

		private @Nullable Object execute(PreparedStatement statement, Method method, Object @Nullable [] values)
				throws Throwable {
			var alone = this.connection.getAutoCommit();
			doom().pass(CrashPoint.Side.BEFORE_STATEMENT);
			if (alone) {
				doom().pass(CrashPoint.Side.BEFORE_COMMIT);
			}
			var result = call(statement, method, values);
			if (alone) {
				doom().pass(CrashPoint.Side.AFTER_COMMIT);
			}
			this.touched = !alone;
			return result;
		}

		private @Nullable Object commit(Method method, Object @Nullable [] arguments) throws Throwable {
			if (this.touched) {
				doom().pass(CrashPoint.Side.BEFORE_COMMIT);
			}
			var result = call(this.connection, method, arguments);
			if (this.touched) {
				doom().pass(CrashPoint.Side.AFTER_COMMIT);
			}
			this.touched = false;
			return result;
		}

		private Doom doom() {
			return DyingDataSource.this.doom.get();
		}

	}

}
