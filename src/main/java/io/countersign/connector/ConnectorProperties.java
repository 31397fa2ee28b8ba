package io.countersign.connector;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where the mailboxes of this installation are.
 *
 * @param kind what they are reached through
 */
@Validated
@ConfigurationProperties("countersign.connector")
record ConnectorProperties(@DefaultValue("graph") Kind kind) {

	/** A kind of mail server. */
	enum Kind {

		/** Exchange Online through Microsoft Graph. */
		GRAPH,
		/** Any server with IMAP and SMTP. */
		MAIL

	}

}
