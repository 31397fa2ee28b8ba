package io.countersign.sandbox.tenant;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** The people of the tenant. */
final class DirectoryDoor {

	private static final int PAGE = 100;

	private static final Pattern BY_ADDRESS = Pattern.compile("(?i)(?:mail|userPrincipalName) eq '([^']*)'");

	private final PostOffice office;

	private final Supplier<URI> tenant;

	DirectoryDoor(PostOffice office, Supplier<URI> tenant) {
		this.office = office;
		this.tenant = tenant;
	}

	Answer answer(Call call, List<String> path) {
		return path.isEmpty() ? list(call) : delta(call);
	}

	Answer person(Employee person, Call call, List<String> path) {
		if (path.isEmpty()) {
			return Answer.json(200, selected(person.json(), call));
		}
		return this.office.find(person.manager())
			.map((manager) -> Answer.json(200, selected(manager.owner.json(), call)))
			.orElseGet(() -> Answer.error(404, "Request_ResourceNotFound",
					"Resource 'manager' does not exist or one of its queried reference-property objects are not present."));
	}

	private Answer list(Call call) {
		var wanted = BY_ADDRESS.matcher(call.parameter("$filter"));
		var address = wanted.find() ? wanted.group(1).toLowerCase(Locale.ROOT) : "";
		var found = this.office.all()
			.stream()
			.map((box) -> box.owner)
			.filter((person) -> address.isEmpty() || person.address().equals(address))
			.toList();
		var top = call.number("$top", PAGE);
		var skip = call.number("$skiptoken", 0);
		var json = new LinkedHashMap<String, Object>();
		if (found.size() > skip + top) {
			json.put("@odata.nextLink",
					"%s/v1.0/users?$top=%d&$skiptoken=%d".formatted(this.tenant.get(), top, skip + top));
		}
		json.put("value", found.stream().skip(skip).limit(top).map((one) -> selected(one.json(), call)).toList());
		return Answer.json(200, json);
	}

	/** Who came or changed since; the token is the number of such events. */
	private Answer delta(Call call) {
		var events = this.office.directoryEvents();
		var since = call.number("$deltatoken", 0);
		var changed = events.subList(Math.min(since, events.size()), events.size())
			.stream()
			.distinct()
			.flatMap((address) -> row(address, call).stream())
			.toList();
		return Answer.json(200, Map.of("value", changed, "@odata.deltaLink",
				"%s/v1.0/users/delta?$deltatoken=%d".formatted(this.tenant.get(), events.size())));
	}

	/** Who has left is a row with nothing but an id. */
	private Optional<Map<String, Object>> row(String address, Call call) {
		return this.office.find(address)
			.map((box) -> selected(box.owner.json(), call))
			.or(() -> this.office.dismissed(address)
				.map((id) -> Map.of("id", id, "@removed", Map.of("reason", "changed"))));
	}

	private static Map<String, Object> selected(Map<String, Object> person, Call call) {
		if (call.parameter("$select").isBlank()) {
			return person;
		}
		var names = Set.of(call.parameter("$select").split("\\s*,\\s*"));
		var json = new LinkedHashMap<>(person);
		json.keySet().removeIf((name) -> !name.equals("id") && !names.contains(name));
		return json;
	}

}
