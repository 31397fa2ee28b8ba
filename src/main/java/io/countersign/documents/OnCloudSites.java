package io.countersign.documents;

import java.util.List;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Holds where sites are named, whichever way a list is written. */
class OnCloudSites implements Condition {

	@Override
	public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
		return !Binder.get(context.getEnvironment())
			.bind("countersign.cloud-links.sites", Bindable.listOf(String.class))
			.orElse(List.of())
			.isEmpty();
	}

}
