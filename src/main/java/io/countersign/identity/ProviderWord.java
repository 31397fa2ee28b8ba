package io.countersign.identity;

import java.util.List;

import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;

/** What the identity provider says of somebody who has signed in before. */
sealed interface ProviderWord {

	/**
	 * He still may, with these roles.
	 *
	 * @param client to ask with the next time
	 */
	record Confirmed(List<String> roles, OAuth2AuthorizedClient client) implements ProviderWord {

		public Confirmed {
			roles = List.copyOf(roles);
		}

	}

	/** His sign-in counts no more. */
	record Ended() implements ProviderWord {
	}

	/** It did not answer, or its answer says nothing of him. */
	record Unknown() implements ProviderWord {
	}

}
