package io.countersign.identity;

import java.security.Principal;

import com.github.therapi.runtimejavadoc.RetainJavadoc;
import io.countersign.problem.InvalidField;
import io.countersign.problem.Page;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The people who write, ask and decide. */
@RestController
@RetainJavadoc
@RequestMapping("/api/v1/people")
class PeopleController {

	private final People people;

	PeopleController(People people) {
		this.people = people;
	}

	/** Lists the people who are known, by mail address. */
	@GetMapping
	Page<PersonView> list(@RequestParam @Nullable String cursor) {
		return Page.of((limit) -> this.people.after(Page.key(cursor), limit), (person) -> person.address().value())
			.map(PersonView::of);
	}

	/**
	 * Adds a person, or changes what is known of one.
	 * @param address the mail address of the person
	 */
	@PutMapping("/{address}")
	PersonView put(@PathVariable String address, @RequestBody @Valid NewPerson person, Principal caller) {
		var mail = EmailAddress.parse(address)
			.orElseThrow(() -> new InvalidField("address", "The path ends in a plain mail address."));
		var word = person.level();
		var level = (word == null) ? null
				: Level.parse(word)
					.orElseThrow(() -> new InvalidField("level",
							"A level is one of sagsbehandler, kontorchef, afdelingschef, departementschef, minister."));
		return PersonView.of(this.people.put(mail, person.displayName(), level, person.unit(), caller.getName()));
	}

	/**
	 * What is to be known of a person.
	 *
	 * @param displayName as people write it
	 * @param level sagsbehandler, kontorchef, afdelingschef, departementschef or
	 * minister; null for somebody without one
	 * @param unit the part of the organisation; null where it is not known
	 */
	record NewPerson(@NotBlank @Size(max = 200) String displayName, @Nullable String level,
			@Nullable @Size(max = 200) String unit) {
	}

	/**
	 * Somebody the product knows.
	 *
	 * @param id stays when the address changes
	 * @param address in small letters
	 * @param displayName as people write it
	 * @param level sagsbehandler, kontorchef, afdelingschef, departementschef or
	 * minister; null for somebody without one
	 * @param unit the part of the organisation; null where it is not known
	 */
	record PersonView(String id, String address, String displayName, @Nullable String level, @Nullable String unit) {

		static PersonView of(Person person) {
			return new PersonView(person.id().value(), person.address().value(), person.displayName(),
					person.level().map(Level::word).orElse(null), person.unit().orElse(null));
		}

	}

}
