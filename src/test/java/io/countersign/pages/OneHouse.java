package io.countersign.pages;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives every test that asks the same house and the same browser. Both open with the
 * first and close after the last test of the run, because opening takes longer than most
 * tests.
 */
final class OneHouse implements ParameterResolver {

	/** Those who are in it come one after the other. */
	static final String LOCK = "house";

	@Override
	public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
		var type = parameter.getParameter().getType();
		return type == House.class || type == Window.class;
	}

	@Override
	public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
		var open = test.getRoot()
			.getStore(Namespace.create(OneHouse.class))
			.computeIfAbsent(Open.class, (_) -> new Open(House.open()), Open.class);
		return (parameter.getParameter().getType() == House.class) ? open.house : open.window;
	}

	/** The house, and the browser that looks at it. */
	private static final class Open implements AutoCloseable {

		private final House house;

		private final Window window;

		Open(House house) {
			this.house = house;
			this.window = new Window(house.uri());
		}

		@Override
		public void close() {
			this.window.close();
			this.house.close();
		}

	}

}
