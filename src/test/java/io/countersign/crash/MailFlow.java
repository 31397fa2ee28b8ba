package io.countersign.crash;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

import io.countersign.scenario.Correspondent;
import io.countersign.scenario.Letter;
import io.countersign.scenario.ProductApi;
import io.countersign.scenario.TenantControl;

/** The mail of an office while things die: requests, their approvals, and small talk. */
public final class MailFlow {

	private static final ZoneId ZONE = ZoneId.of("Europe/Copenhagen");

	private static final List<String> APPROVALS = List.of("Godkendt.", "Godkendes", "Approved.",
			"Ja, det er godkendt.");

	private final TenantControl tenant;

	private final Random random;

	private final List<Correspondent> requesters;

	private final List<Correspondent> approvers;

	private final List<Letter> requests = new ArrayList<>();

	private final List<Letter> open = new ArrayList<>();

	private final Map<String, List<String>> delivered = new LinkedHashMap<>();

	public MailFlow(TenantControl tenant, Random random, int people) {
		this.tenant = tenant;
		this.random = random;
		this.requesters = people("sagsbehandler", people);
		this.approvers = people("kontorchef", people);
	}

	/** Employs everybody and has their mailboxes watched. */
	public void begin(ProductApi product) {
		for (var person : this.requesters) {
			this.tenant.employ(person, "Sagsbehandler");
			product.know(person, "sagsbehandler");
		}
		for (var person : this.approvers) {
			this.tenant.employ(person, "Kontorchef");
			product.know(person, "kontorchef");
		}
		this.requesters.forEach(product::watch);
		this.approvers.forEach(product::watch);
	}

	/** One more mail: a request, the approval of an earlier one, or something else. */
	public void next() {
		var dice = this.random.nextInt(10);
		if (dice < 4 || this.requests.isEmpty()) {
			request();
		}
		else if (dice < 8 && !this.open.isEmpty()) {
			approve(this.open.removeFirst());
		}
		else {
			talk();
		}
	}

	/** Approves what nobody has approved yet. */
	public void end() {
		while (!this.open.isEmpty()) {
			approve(this.open.removeFirst());
		}
	}

	/**
	 * Requests, each of which must have become one case with one verdict and one answer.
	 */
	public List<Letter> requests() {
		return List.copyOf(this.requests);
	}

	/**
	 * Message-IDs by the watched mailbox in which the tenant has put them, once per copy.
	 */
	public Map<String, List<String>> delivered() {
		return Map.copyOf(this.delivered);
	}

	private void request() {
		var number = this.requests.size() + 1;
		var approver = pick(this.approvers);
		var letter = Letter
			.of(pick(this.requesters), List.of(approver), "Indstilling %d om sal %d".formatted(number, number),
					"Kære %s\n\nKan du godkende vedlagte indstilling %d om leje af sal %d? Frist på fredag.\n"
						.formatted(approver.displayName(), number, number),
					now())
			.with("indstilling-%d.txt".formatted(number), "Vi lejer sal %d for 4.000 kr.".formatted(number));
		this.requests.add(letter);
		this.open.add(letter);
		send(letter);
	}

	private void approve(Letter request) {
		var approver = request.to().getFirst();
		send(request.answeredBy(approver, pick(APPROVALS) + request.quoted(), now()));
	}

	private void talk() {
		var author = pick(this.requesters);
		var reader = pick(this.approvers);
		send(Letter.of(author, List.of(reader), "Kantinen",
				"Der er kage i kantinen kl. 14. Hilsen " + author.displayName(), now()));
	}

	private void send(Letter letter) {
		this.tenant.send(letter, Instant.now());
		this.delivered.computeIfAbsent(letter.from().address(), (_) -> new ArrayList<>()).add(letter.messageId());
		for (var reader : letter.to()) {
			this.delivered.computeIfAbsent(reader.address(), (_) -> new ArrayList<>()).add(letter.messageId());
		}
	}

	private <T> T pick(List<T> choices) {
		return choices.get(this.random.nextInt(choices.size()));
	}

	private static ZonedDateTime now() {
		return ZonedDateTime.now(ZONE);
	}

	private static List<Correspondent> people(String role, int count) {
		return IntStream.rangeClosed(1, count)
			.mapToObj((n) -> Correspondent.of("%s %d".formatted(role, n), "%s%d@min.example".formatted(role, n)))
			.toList();
	}

}
