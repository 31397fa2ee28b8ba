package io.countersign.problem;

import java.lang.reflect.Method;
import java.util.Map;

import io.swagger.v3.oas.models.Operation;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.providers.JavadocProvider;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import org.springframework.web.method.HandlerMethod;

/**
 * Describes of each call what its Javadoc says it throws, as the problem that
 * {@link ApiProblems} makes of it, and names it after its controller and method, so that
 * the name stays when another call is added.
 */
@Component
class ThrownProblems implements OperationCustomizer {

	private static final Map<String, HttpStatus> STATUS = Map.of(NotFound.class.getSimpleName(), HttpStatus.NOT_FOUND,
			Conflict.class.getSimpleName(), HttpStatus.CONFLICT, AccessDeniedException.class.getSimpleName(),
			HttpStatus.FORBIDDEN);

	private final ObjectProvider<JavadocProvider> javadoc;

	ThrownProblems(ObjectProvider<JavadocProvider> javadoc) {
		this.javadoc = javadoc;
	}

	@Override
	public Operation customize(Operation call, HandlerMethod method) {
		this.javadoc.ifAvailable((said) -> describe(call, said, method.getMethod()));
		return call.operationId(name(method));
	}

	private static void describe(Operation call, JavadocProvider said, Method method) {
		said.getMethodJavadocThrows(method).forEach((thrown, when) -> {
			var status = STATUS.get(thrown);
			if (status != null) {
				call.getResponses()
					.addApiResponse(Integer.toString(status.value()), ProblemResponse
						.because("%s %s.".formatted(status.getReasonPhrase(), when.replaceAll("\\s+", " "))));
			}
		});
	}

	private static String name(HandlerMethod method) {
		var controller = method.getBeanType().getSimpleName().replaceFirst("Controller$", "");
		return StringUtils.uncapitalize(controller) + StringUtils.capitalize(method.getMethod().getName());
	}

}
