package io.countersign;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
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
import org.springframework.validation.FieldError;

/**
 * One key of the configuration that cannot be used.
 *
 * @param sentence what is allowed there
 */
record ConfigurationFault(String key, @Nullable String value, String sentence) {

	private static final Pattern SECRET = Pattern.compile("(keys?|secret|password|token)(\\[\\d+])?$");

	/**
	 * What of it may be secret stands in no group; an @ that is not the login's fits
	 * nowhere.
	 */
	private static final Pattern ADDRESS = Pattern.compile("(?<scheme>[a-zA-Z][a-zA-Z0-9+.-]*://)(?:[^/?#@]*@)?"
			+ "(?<place>(?:\\[[^/?#@\\]]*]|[^/?#@:]*)(?::\\d*)?(?:/[^?#@]*)?)(?:[?#][^@]*)?");

	private static final String UNKNOWN = "is no key of Countersign's; the nearest one is ";

	/** By the simple name of a type, for some of them are their module's alone. */
	private static final Map<String, String> FORMS = Map.ofEntries(
			Map.entry("Duration", "a time span, for instance 250ms, 30s, 5m or 2h"),
			Map.entry("DataSize", "a size, for instance 64KB or 150MB"),
			Map.entry("URI", "an address, for instance https://graph.microsoft.com/v1.0"),
			Map.entry("Boolean", "true or false"), Map.entry("Double", "a number"), Map.entry("BigDecimal", "a number"),
			Map.entry("EmailAddress", "a mail address, for instance countersign@min.example"),
			Map.entry("ZoneId", "a time zone, for instance Europe/Copenhagen"),
			Map.entry("Path", "a file or directory, for instance /var/lib/countersign/seal"),
			Map.entry("Period", "a number of days, months or years, for instance 90d, 18m or 5y"),
			Map.entry("LocalTime", "a time of day, for instance 07:30"),
			Map.entry("MonthDay", "a day of the year, for instance --12-24"),
			Map.entry("IpRange", "a range of addresses, for instance 40.92.0.0/15"));

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
							: of(errors.getName(), error, values))
					.toList();
			}
		}
		return List.of(unreadable(failure));
	}

	/** A key nobody reads. Its value is not shown: the key may be a secret's. */
	static ConfigurationFault unknown(String key, String nearest) {
		return new ConfigurationFault(key, null, UNKNOWN + nearest);
	}

	@Override
	public String toString() {
		if (this.sentence.startsWith(UNKNOWN)) {
			return "%s %s".formatted(this.key, this.sentence);
		}
		if (this.value == null) {
			return "%s is missing: it %s".formatted(this.key, this.sentence);
		}
		var shown = SECRET.matcher(this.key).find() ? "(not shown)" : "\"%s\"".formatted(shown(this.value));
		return "%s = %s: it %s".formatted(this.key, shown, this.sentence);
	}

	/** Of an address its login and its query may be secret. */
	private static String shown(String value) {
		var scheme = value.indexOf("://");
		if (scheme < 0) {
			return value;
		}
		var known = ADDRESS.matcher(value);
		return known.matches() ? known.group("scheme") + known.group("place")
				: value.substring(0, scheme) + "://(not shown)";
	}

	/** The value as somebody has written it, where it is not the default. */
	private static ConfigurationFault of(ConfigurationPropertyName prefix, FieldError error,
			Function<String, @Nullable String> values) {
		var key = prefix.append(ConfigurationPropertyName.adapt(dashed(error.getField()), '.')).toString();
		var rejected = error.getRejectedValue();
		var written = values.apply(key);
		var value = (written != null || rejected == null) ? written : rejected.toString();
		return new ConfigurationFault(key, value, String.valueOf(error.getDefaultMessage()));
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
		return FORMS.getOrDefault(type.getSimpleName(),
				Number.class.isAssignableFrom(type) ? "a whole number" : "a " + type.getSimpleName());
	}

	private static String dashed(String field) {
		return field.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase();
	}

}
