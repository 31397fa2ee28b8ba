package io.countersign.identity;

import java.security.Principal;

import com.github.therapi.runtimejavadoc.RetainJavadoc;
import io.countersign.problem.InvalidField;
import io.countersign.problem.NotFound;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Which account of the identity provider belongs to a person. */
@RestController
@RetainJavadoc
class AccountController {

	private final Accounts accounts;

	AccountController(Accounts accounts) {
		this.accounts = accounts;
	}

	/**
	 * Forgets the account of a person. His next sign-in links the account it comes with.
	 * @param address the mail address of the person
	 * @throws NotFound when the person has no account that is linked
	 */
	@DeleteMapping("/api/v1/people/{address}/account")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void unlink(@PathVariable String address, Principal caller) {
		var person = EmailAddress.parse(address)
			.orElseThrow(() -> new InvalidField("address", "The path holds a plain mail address."));
		if (!this.accounts.unlink(person, caller.getName())) {
			throw new NotFound("account of", address);
		}
	}

}
