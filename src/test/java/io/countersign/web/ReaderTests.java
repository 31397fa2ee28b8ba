package io.countersign.web;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

import static org.assertj.core.api.Assertions.assertThat;

class ReaderTests {

	/** Otherwise a person would be made from whatever the request says. */
	@Test
	void whoeverReadsAPageIsToldToEveryControllerThatAsks() {
		var told = List.of(Reader.class.getAnnotation(ControllerAdvice.class).assignableTypes());

		var asking = controllers().stream().filter(ReaderTests::asksWhoReads).toList();

		assertThat(asking).hasSizeGreaterThan(10).allMatch(told::contains);
	}

	private static List<Class<?>> controllers() {
		var scanner = new ClassPathScanningCandidateComponentProvider(false);
		scanner.addIncludeFilter(new AnnotationTypeFilter(Controller.class));
		return scanner.findCandidateComponents("io.countersign.web")
			.stream()
			.map(BeanDefinition::getBeanClassName)
			.<Class<?>>map(ReaderTests::named)
			.toList();
	}

	private static boolean asksWhoReads(Class<?> controller) {
		return Arrays.stream(controller.getDeclaredMethods())
			.map(Method::getParameters)
			.flatMap(Arrays::stream)
			.anyMatch((parameter) -> parameter.isAnnotationPresent(ModelAttribute.class));
	}

	private static Class<?> named(@Nullable String name) {
		try {
			return Class.forName(String.valueOf(name));
		}
		catch (ClassNotFoundException ex) {
			throw new AssertionError(ex);
		}
	}

}
