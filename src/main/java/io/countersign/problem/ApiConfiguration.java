package io.countersign.problem;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.responses.ApiResponse;
import org.springdoc.core.customizers.OperationCustomizer;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What holds for every call of the API. */
@Configuration(proxyBeanMethods = false)
class ApiConfiguration implements WebMvcConfigurer {

	@Override
	public void addInterceptors(InterceptorRegistry interceptors) {
		interceptors.addInterceptor(new KnownParameters());
	}

	@Bean
	OperationCustomizer sayWhatIsRefused() {
		return (operation, _) -> refused(operation);
	}

	private static Operation refused(Operation operation) {
		operation.getResponses()
			.addApiResponse("400", new ApiResponse()
				.description("A value that cannot be used, or a parameter that the call does not know: a problem "
						+ "(RFC 9457) whose field names it.")
				.content(new Content().addMediaType(MediaType.APPLICATION_PROBLEM_JSON_VALUE,
						new io.swagger.v3.oas.models.media.MediaType())));
		return operation;
	}

}
