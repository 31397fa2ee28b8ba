package io.countersign.triage;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives every test that asks the same bureau, which closes after the last of them. */
final class OneBureau implements ParameterResolver {

	/** Those who are in it come one after the other. */
	static final String LOCK = "bureau";

	@Override
	public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
		return parameter.getParameter().getType() == Bureau.class;
	}

	@Override
	public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
		return test.getRoot()
			.getStore(Namespace.create(OneBureau.class))
			.computeIfAbsent(Bureau.class, (_) -> new Bureau(), Bureau.class);
	}

}
