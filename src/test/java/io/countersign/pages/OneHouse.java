package io.countersign.pages;

import java.util.Set;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.parallel.ResourceLocksProvider;

/**
 * Gives every test that asks the house and the browser of its street. Both open with the
 * first and close after the last test of the run, because opening takes longer than most
 * tests. Those in one house come one after the other; two streets, of about as many
 * minutes, lie beside each other.
 */
final class OneHouse implements ParameterResolver, ResourceLocksProvider {

	/** Classes named from here on are in the second street. */
	private static final String SECOND_FROM = "N";

	@Override
	public Set<Lock> provideForClass(Class<?> test) {
		return Set.of(new Lock(street(test)));
	}

	@Override
	public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
		var type = parameter.getParameter().getType();
		return type == House.class || type == Window.class;
	}

	@Override
	public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
		var open = test.getRoot()
			.getStore(Namespace.create(OneHouse.class))
			.computeIfAbsent(street(test.getRequiredTestClass()), (_) -> new Open(House.open()), Open.class);
		return (parameter.getParameter().getType() == House.class) ? open.house : open.window;
	}

	private static String street(Class<?> test) {
		return (test.getSimpleName().compareTo(SECOND_FROM) < 0) ? "first house" : "second house";
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
