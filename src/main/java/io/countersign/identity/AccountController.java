package io.countersign.identity;

import java.security.Principal;

import io.countersign.problem.InvalidField;
import io.countersign.problem.NotFound;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class AccountController {

	private final Accounts accounts;

	AccountController(Accounts accounts) {
		this.accounts = accounts;
	}

	/** The person's next sign-in links the account it comes with. */
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
