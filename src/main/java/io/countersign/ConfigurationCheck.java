package io.countersign;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import javax.sql.DataSource;

import jakarta.validation.Validation;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.validation.ValidationBindHandler;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.core.env.Environment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import org.springframework.validation.beanvalidation.SpringValidatorAdapter;

/**
 * Reads the whole configuration before anything starts, so that one start names all that
 * is missing or wrong and not the first of it.
 */
@Component
class ConfigurationCheck implements BeanFactoryPostProcessor {

	private static final ConfigurationFault DATABASE = new ConfigurationFault("spring.datasource.url", null,
			"is the PostgreSQL database, for instance jdbc:postgresql://db.example.org/countersign");

	private static final ConfigurationPropertyName OURS = ConfigurationPropertyName.of("countersign");

	/** Letters that are wrong in a word somebody meant to write right. */
	private static final int SLIP = 3;

	@Override
	public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
		var environment = beans.getBean(Environment.class);
		var faults = new ArrayList<ConfigurationFault>();
		if (!StringUtils.hasText(environment.getProperty("spring.datasource.url")) && !hasOwnDataSource(beans)) {
			faults.add(DATABASE);
		}
		for (var name : beans.getBeanNamesForAnnotation(ConfigurationProperties.class)) {
			faults.addAll(faults(environment, beans.getType(name, false)));
		}
		faults.addAll(unknown(environment));
		if (!faults.isEmpty()) {
			throw new ConfigurationIncomplete(faults);
		}
	}

	/**
	 * Keys nobody reads. A platform puts variables of its own into the environment, so
	 * there only what is almost a key counts as one.
	 */
	private static List<ConfigurationFault> unknown(Environment environment) {
		var known = KnownKeys.ofTheProduct();
		var faults = new ArrayList<ConfigurationFault>();
		for (var source : ConfigurationPropertySources.get(environment)) {
			if (source instanceof IterableConfigurationPropertySource keys) {
				var isEnvironment = source.getUnderlyingSource() instanceof SystemEnvironmentPropertySource;
				keys.stream()
					.filter(OURS::isAncestorOf)
					.map(ConfigurationPropertyName::toString)
					.filter((key) -> isEnvironment ? isSlip(known, key) : !known.has(key))
					.map((key) -> ConfigurationFault.unknown(key, known.nearest(key)))
					.forEach(faults::add);
			}
		}
		return faults.stream().distinct().toList();
	}

	private static boolean isSlip(KnownKeys known, String key) {
		return !known.hasAsVariable(key) && known.distanceTo(key) <= SLIP;
	}

	/** One that does not come from Spring Boot, which would need the url. */
	private static boolean hasOwnDataSource(ConfigurableListableBeanFactory beans) {
		return Arrays.stream(beans.getBeanNamesForType(DataSource.class, true, false))
			.map(beans::getBeanDefinition)
			.map(BeanDefinition::getFactoryBeanName)
			.anyMatch((factory) -> factory == null || !factory.startsWith("org.springframework.boot"));
	}

	static List<ConfigurationFault> faults(Environment environment, @Nullable Class<?> type) {
		if (type == null || !type.getPackageName().startsWith("io.countersign")) {
			return List.of();
		}
		var prefix = type.getAnnotation(ConfigurationProperties.class).value();
		try (var validation = Validation.buildDefaultValidatorFactory()) {
			Binder.get(environment)
				.bindOrCreate(prefix, Bindable.of(type),
						new ValidationBindHandler(new SpringValidatorAdapter(validation.getValidator())));
			return List.of();
		}
		catch (BindException ex) {
			return ConfigurationFault.of(ex, environment::getProperty);
		}
	}

}
