package io.countersign.connector.graph;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;

/** Is there only where mailboxes are reached through Microsoft Graph. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ConditionalOnProperty(name = "countersign.connector.kind", havingValue = "graph", matchIfMissing = true)
@interface ThroughGraph {

}
