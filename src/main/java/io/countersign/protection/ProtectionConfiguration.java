package io.countersign.protection;

import io.countersign.identity.ApiCaller;
import io.countersign.identity.CurrentPerson;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class ProtectionConfiguration implements WebMvcConfigurer {

	private final ObjectProvider<AccessLog> log;

	private final ObjectProvider<CurrentPerson> person;

	private final ObjectProvider<ApiCaller> program;

	ProtectionConfiguration(ObjectProvider<AccessLog> log, ObjectProvider<CurrentPerson> person,
			ObjectProvider<ApiCaller> program) {
		this.log = log;
		this.person = person;
		this.program = program;
	}

	@Override
	public void addInterceptors(InterceptorRegistry interceptors) {
		interceptors
			.addInterceptor(new AccessNoting(this.log.getObject(), this.person.getObject(), this.program.getObject()));
	}

}
