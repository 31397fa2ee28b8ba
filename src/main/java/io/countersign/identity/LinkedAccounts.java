package io.countersign.identity;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

import org.springframework.transaction.annotation.Transactional;

/** Lets a person in only with the account that is his. */
@Component
class LinkedAccounts implements OAuth2UserService<OidcUserRequest, OidcUser> {

	private final OidcUserService provider = new OidcUserService();

	private final Accounts accounts;

	private final ApplicationEventPublisher events;

	LinkedAccounts(Accounts accounts, ApplicationEventPublisher events) {
		this.accounts = accounts;
		this.events = events;
	}

	@Override
	@Transactional(noRollbackFor = OAuth2AuthenticationException.class)
	public OidcUser loadUser(OidcUserRequest request) {
		var user = this.provider.loadUser(request);
		if (user == null) {
			throw refused();
		}
		admit(user);
		return user;
	}

	/** Whoever has no id in the directory is nobody here, and is told so by the pages. */
	private void admit(OidcUser user) {
		var account = Account.of(user).orElseThrow(LinkedAccounts::refused);
		var directoryId = user.getClaimAsString(CurrentPerson.DIRECTORY_ID);
		if (directoryId != null && !this.accounts.link(account, directoryId)) {
			this.events.publishEvent(new SignInRefused(account, directoryId));
			throw refused();
		}
	}

	private static OAuth2AuthenticationException refused() {
		return new OAuth2AuthenticationException(new OAuth2Error("account_mismatch"),
				"The account is not the one this person has signed in with before.");
	}

}
