package io.countersign.problem;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.BinarySchema;
import io.swagger.v3.oas.models.servers.Server;
import org.springdoc.core.utils.SpringDocUtils;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** What holds for every call of the API. */
@Configuration(proxyBeanMethods = false)
class ApiConfiguration implements WebMvcConfigurer {

	@Override
	public void addInterceptors(InterceptorRegistry interceptors) {
		interceptors.addInterceptor(new KnownParameters());
	}

	/** It says no host: whoever reads it has just called one. */
	@Bean
	OpenAPI description(@Value("classpath:/io/countersign/problem/api.md") Resource text,
			ObjectProvider<BuildProperties> build) throws IOException {
		SpringDocUtils.getConfig().replaceWithSchema(StreamingResponseBody.class, new BinarySchema());
		return new OpenAPI()
			.info(new Info().title("Countersign")
				.version(build.stream().map(BuildProperties::getVersion).findFirst().orElse("1"))
				.description(text.getContentAsString(StandardCharsets.UTF_8).strip()))
			.servers(List.of(new Server().url("/").description("The host this description came from.")))
			.components(new Components());
	}

}
