package io.countersign.sandbox.tenant;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import io.countersign.sandbox.tenant.Draft.Enclosure;
import io.countersign.sandbox.tenant.Draft.Threading;
import tools.jackson.databind.JsonNode;

import org.springframework.web.util.HtmlUtils;

/** Drafts that answer or pass on a mail, with its history below. */
final class Replying {

	private static final DateTimeFormatter SENT = DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy HH:mm",
			Locale.ENGLISH);

	private static final Pattern ZONE = Pattern.compile("outlook\\.timezone=\"([^\"]*)\"");

	private final Mailbox mailbox;

	private final Item original;

	private final String timeZone;

	Replying(Mailbox mailbox, Item original, Call call) {
		this.mailbox = mailbox;
		this.original = original;
		var zone = ZONE.matcher(call.preferences());
		this.timeZone = zone.find() ? zone.group(1) : "UTC";
	}

	Draft reply(JsonNode body, boolean all) {
		var facts = this.original.facts;
		var json = Answer.JSON.createObjectNode();
		json.put("subject", prefixed("RE: ", facts.subject()));
		var to = new ArrayList<>(facts.recipients("From"));
		if (all) {
			to.addAll(others(facts.recipients("To")));
			json.set("ccRecipients", Answer.JSON.valueToTree(others(facts.recipients("Cc"))));
		}
		json.set("toRecipients", Answer.JSON.valueToTree(to));
		var draft = new Draft(json, threading());
		write(draft, body);
		return draft;
	}

	Draft forward(JsonNode body) {
		var facts = this.original.facts;
		var json = Answer.JSON.createObjectNode();
		json.put("subject", prefixed("FW: ", facts.subject()));
		json.set("toRecipients", Call.argument(body, "toRecipients"));
		var draft = new Draft(json, threading());
		var number = 0;
		for (var file : facts.attachments()) {
			draft.enclosures.add(new Enclosure(file.name(), file.contentType(),
					MimeFacts.content(this.original.mime, number++), file.inline(), file.contentId()));
		}
		write(draft, body);
		return draft;
	}

	/** A comment stands above the history; a body of its own replaces it. */
	private void write(Draft draft, JsonNode body) {
		draft.message.putObject("body")
			.put("contentType", "html")
			.put("content", Call.argument(body, "comment").asString("") + history());
		draft.merge(Call.argument(body, "message"));
	}

	private String history() {
		var facts = this.original.facts;
		return "<hr tabindex=\"-1\"><div id=\"divRplyFwdMsg\"><b>From:</b> %s<br><b>Sent:</b> %s<br><b>To:</b> %s<br><b>Subject:</b> %s</div>%s"
			.formatted(names("From"), SENT.format(this.original.received.atZone(zone())), names("To"),
					HtmlUtils.htmlEscape(facts.subject()), facts.isHtml() ? facts.html()
							: "<div>%s</div>".formatted(HtmlUtils.htmlEscape(facts.text()).replace("\n", "<br>\n")));
	}

	private String names(String field) {
		return HtmlUtils.htmlEscape(String.join("; ", this.original.facts.addresses(field)));
	}

	private ZoneId zone() {
		try {
			return ZoneId.of(this.timeZone);
		}
		catch (DateTimeException ex) {
			return ZoneOffset.UTC;
		}
	}

	private Threading threading() {
		var id = Shape.messageId(this.original);
		var references = this.original.facts.header("References").orElse("") + " " + id;
		return new Threading(id, references.strip(), index());
	}

	/** Each answer adds five bytes to the index of what it answers. */
	private String index() {
		var before = this.original.facts.header("Thread-Index").orElse("").strip();
		try {
			var parent = before.isEmpty() ? new byte[22] : Base64.getDecoder().decode(before);
			var longer = Arrays.copyOf(parent, parent.length + 5);
			longer[longer.length - 1] = (byte) longer.length;
			return Base64.getEncoder().encodeToString(longer);
		}
		catch (IllegalArgumentException ex) {
			return "";
		}
	}

	private List<Map<String, Object>> others(List<Map<String, Object>> people) {
		return people.stream()
			.filter((one) -> !(one.get("emailAddress") instanceof Map<?, ?> mailbox
					&& this.mailbox.owner.address().equalsIgnoreCase(String.valueOf(mailbox.get("address")))))
			.toList();
	}

	private static String prefixed(String prefix, String subject) {
		return subject.regionMatches(true, 0, prefix, 0, prefix.length()) ? subject : prefix + subject;
	}

}
