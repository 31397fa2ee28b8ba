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
import org.springframework.core.env.Environment;
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
		if (!faults.isEmpty()) {
			throw new ConfigurationIncomplete(faults);
		}
	}

	/** One that does not come from Spring Boot, which would need the url. */
	private static boolean hasOwnDataSource(ConfigurableListableBeanFactory beans) {
		return Arrays.stream(beans.getBeanNamesForType(DataSource.class, true, false))
			.map(beans::getBeanDefinition)
			.map(BeanDefinition::getFactoryBeanName)
			.anyMatch((factory) -> factory == null || !factory.startsWith("org.springframework.boot"));
	}

	private static List<ConfigurationFault> faults(Environment environment, @Nullable Class<?> type) {
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
