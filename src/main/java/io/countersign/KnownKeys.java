package io.countersign;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.util.ClassUtils;

/**
 * Every key the product reads, also those of a connector that is not in use. A key in
 * which {@code *} stands for an element has any name there.
 */
final class KnownKeys {

	private static final String ANY = "*";

	/** Methods by which Spring makes a value of a text. */
	private static final Set<String> FACTORIES = Set.of("valueOf", "of", "from");

	private static final Pattern INDEX = Pattern.compile("\\[\\d+]");

	/** An element that has other letters than keys have. */
	private static final Pattern QUOTED = Pattern.compile("\\[([^]]+)]");

	private final Map<String, Class<?>> types = new TreeMap<>();

	KnownKeys(Collection<Class<?>> types) {
		for (var type : types) {
			add(type.getAnnotation(ConfigurationProperties.class).value(), type);
		}
	}

	/** Those of the product's own records. */
	static KnownKeys ofTheProduct() {
		return new KnownKeys(records());
	}

	/** The records the product's keys are bound to. */
	static List<Class<?>> records() {
		return new Records().found();
	}

	/** The type of each value, of a list that of its elements. */
	Map<String, Class<?>> types() {
		return Map.copyOf(this.types);
	}

	/** Whether this is a key, or what a key begins with. */
	boolean has(String key) {
		var asked = bare(QUOTED.matcher(INDEX.matcher(key).replaceAll("")).replaceAll(".$1"));
		return this.types.keySet()
			.stream()
			.map(KnownKeys::bare)
			.anyMatch((known) -> known.equals(asked) || known.startsWith(asked + ".")
					|| (known.endsWith(ANY) && asked.startsWith(begun(known))));
	}

	/** The key that is written most like it. */
	String nearest(String key) {
		var asked = letters(key);
		return this.types.keySet()
			.stream()
			.filter((known) -> !known.endsWith(ANY))
			.min(Comparator.comparingInt((known) -> distance(asked, letters(known))))
			.orElse("");
	}

	/** How many letters have to be changed, added or taken away. */
	int distanceTo(String key) {
		return distance(letters(key), letters(nearest(key)));
	}

	/** Whether this is how the environment writes a key. */
	boolean hasAsVariable(String key) {
		var asked = letters(INDEX.matcher(key).replaceAll(""));
		return this.types.keySet()
			.stream()
			.map(KnownKeys::letters)
			.anyMatch((known) -> known.equals(asked) || (known.endsWith(ANY) && asked.startsWith(begun(known))));
	}

	private void add(String prefix, Class<?> type) {
		for (var component : type.getRecordComponents()) {
			var key = prefix + "." + dashed(component.getName());
			var inner = inner(component);
			if (Map.class.isAssignableFrom(component.getType())) {
				this.types.put(key + "." + ANY, Map.class);
			}
			else if (isNested(inner)) {
				add(key, inner);
			}
			else {
				this.types.put(key, inner);
			}
		}
	}

	/** Of a list the type of what is in it. */
	private static Class<?> inner(RecordComponent component) {
		Type type = component.getGenericType();
		if (Collection.class.isAssignableFrom(component.getType()) && type instanceof ParameterizedType list
				&& list.getActualTypeArguments()[0] instanceof Class<?> element) {
			return element;
		}
		return component.getType();
	}

	/** What can be made of one text is a value. */
	private static boolean isNested(Class<?> type) {
		return type.isRecord() && type.getPackageName().startsWith(KnownKeys.class.getPackageName())
				&& Stream.concat(Stream.of(type.getDeclaredConstructors()), Stream.of(type.getDeclaredMethods()))
					.filter((maker) -> maker instanceof Constructor<?> || FACTORIES.contains(maker.getName()))
					.noneMatch((maker) -> Arrays.equals(maker.getParameterTypes(), new Class<?>[] { String.class }));
	}

	private static String begun(String known) {
		return known.substring(0, known.length() - ANY.length());
	}

	private static String dashed(String name) {
		return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
	}

	/** Without what may be written in several ways. */
	private static String bare(String key) {
		return key.replace("-", "").toLowerCase(Locale.ROOT);
	}

	private static String letters(String key) {
		return bare(key).replace(".", "");
	}

	/** Levenshtein's. */
	private static int distance(String one, String other) {
		var row = new int[other.length() + 1];
		for (var column = 0; column < row.length; column++) {
			row[column] = column;
		}
		for (var line = 1; line <= one.length(); line++) {
			var diagonal = row[0];
			row[0] = line;
			for (var column = 1; column < row.length; column++) {
				var changed = diagonal + ((one.charAt(line - 1) == other.charAt(column - 1)) ? 0 : 1);
				diagonal = row[column];
				row[column] = Math.min(changed, Math.min(row[column], row[column - 1]) + 1);
			}
		}
		return row[other.length()];
	}

	/** Looks for them in all packages, whatever a configuration turns off. */
	private static final class Records extends ClassPathScanningCandidateComponentProvider {

		private Records() {
			super(false);
		}

		List<Class<?>> found() {
			return findCandidateComponents(KnownKeys.class.getPackageName()).stream()
				.<Class<?>>map((bean) -> ClassUtils.resolveClassName(String.valueOf(bean.getBeanClassName()),
						KnownKeys.class.getClassLoader()))
				.filter(Class::isRecord)
				.toList();
		}

		@Override
		protected boolean isCandidateComponent(MetadataReader type) {
			return type.getAnnotationMetadata().hasAnnotation(ConfigurationProperties.class.getName());
		}

		@Override
		protected boolean isCandidateComponent(AnnotatedBeanDefinition bean) {
			return bean.getMetadata().isIndependent();
		}

	}

}
