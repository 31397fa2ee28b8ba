package io.countersign.support;

import java.util.Map;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** A configuration record as the product would bind it. */
public final class Configured {

	private Configured() {
	}

	/**
	 * Binds the record from these values, each under its key behind the prefix.
	 * @throws org.springframework.boot.context.properties.bind.BindException when a value
	 * is of the wrong type or belongs to no property
	 */
	public static <T> T from(Class<T> record, Map<String, ?> values) {
		var prefix = record.getAnnotation(ConfigurationProperties.class).value();
		var source = new MapConfigurationPropertySource();
		values.forEach((name, value) -> source.put(prefix + "." + name, value));
		return new Binder(source).bindOrCreate(prefix, Bindable.of(record),
				new NoUnboundElementsBindHandler(BindHandler.DEFAULT));
	}

}
