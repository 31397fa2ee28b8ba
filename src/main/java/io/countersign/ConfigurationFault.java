package io.countersign;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import jakarta.validation.constraints.AssertTrue;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.core.convert.ConversionFailedException;
import org.springframework.core.convert.ConverterNotFoundException;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.FieldError;

/**
 * One key of the configuration that cannot be used.
 *
 * @param sentence what is allowed there
 */
record ConfigurationFault(String key, @Nullable String value, String sentence) {

	private static final Pattern SECRET = Pattern.compile("key|secret|password|token$");

	/**
	 * @param values what the environment has for a key
	 */
	static List<ConfigurationFault> of(BindException failure, Function<String, @Nullable String> values) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof BindValidationException invalid) {
				var errors = invalid.getValidationErrors();
				return errors.getAllErrors()
					.stream()
					.map(FieldError.class::cast)
					.map((error) -> isAboutSeveral(error) ? rule(errors.getName(), error, values)
							: of(errors.getName(), error))
					.toList();
			}
		}
		return List.of(unreadable(failure));
	}

	@Override
	public String toString() {
		if (this.value == null) {
			return "%s is missing: it %s".formatted(this.key, this.sentence);
		}
		var shown = SECRET.matcher(this.key).find() ? "(not shown)" : "\"%s\"".formatted(this.value);
		return "%s = %s: it %s".formatted(this.key, shown, this.sentence);
	}

	private static ConfigurationFault of(ConfigurationPropertyName prefix, FieldError error) {
		var value = error.getRejectedValue();
		var key = prefix.append(ConfigurationPropertyName.adapt(dashed(error.getField()), '.'));
		return new ConfigurationFault(key.toString(), (value != null) ? value.toString() : null,
				String.valueOf(error.getDefaultMessage()));
	}

	private static boolean isAboutSeveral(FieldError error) {
		return AssertTrue.class.getSimpleName().equals(error.getCode());
	}

	/** The message of a rule over several keys begins with the one to look at. */
	private static ConfigurationFault rule(ConfigurationPropertyName prefix, FieldError error,
			Function<String, @Nullable String> values) {
		var message = String.valueOf(error.getDefaultMessage()).split(" ", 2);
		var key = prefix.append(message[0]).toString();
		return new ConfigurationFault(key, values.apply(key), message[1]);
	}

	private static ConfigurationFault unreadable(BindException failure) {
		var property = failure.getProperty();
		var value = (property != null) ? String.valueOf(property.getValue()) : null;
		return new ConfigurationFault(failure.getName().toString(), value, "must be " + allowed(failure));
	}

	private static String allowed(BindException failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof ConversionFailedException wrong) {
				return allowed(wrong.getTargetType());
			}
			if (cause instanceof ConverterNotFoundException wrong) {
				return allowed(wrong.getTargetType());
			}
		}
		return "set";
	}

	private static String allowed(@Nullable TypeDescriptor target) {
		var type = (target != null) ? target.getObjectType() : Object.class;
		if (type.isEnum()) {
			return Arrays.stream(type.getEnumConstants())
				.map((constant) -> dashed(constant.toString().toLowerCase().replace('_', '-')))
				.collect(Collectors.joining(", ", "one of ", ""));
		}
		if (type == Duration.class) {
			return "a time span, for instance 250ms, 30s, 5m or 2h";
		}
		if (type == DataSize.class) {
			return "a size, for instance 64KB or 150MB";
		}
		if (type == URI.class) {
			return "an address, for instance https://graph.microsoft.com/v1.0";
		}
		if (type == Boolean.class) {
			return "true or false";
		}
		return Number.class.isAssignableFrom(type) ? "a whole number" : "a " + type.getSimpleName();
	}

	private static String dashed(String field) {
		return field.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase();
	}

}
