package io.countersign.crash;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

import io.countersign.scenario.Letter;
import io.countersign.scenario.ProductApi;
import io.countersign.scenario.TenantControl;

/**
 * The tenant's books beside the product's.
 *
 * @param mailsLost copies in watched mailboxes the product does not know, and requests
 * without a case
 * @param secondCases cases beyond the first of a request
 * @param secondReplies answers beyond the first to a request
 * @param missingReplies approved requests without an answer
 */
public record Ledgers(int mailsLost, int secondCases, int secondReplies, int missingReplies) {

	private static final String OURS = "countersign@min.example";

	public static Ledgers compare(MailFlow flow, TenantControl tenant, ProductApi product) {
		var withCase = flow.requests().stream().filter((request) -> hasCase(request, product)).count();
		var cases = product.all("/cases").size();
		var lost = unseen(flow, product) + flow.requests().size() - withCase;
		var answers = answers(tenant);
		var second = 0;
		var missing = 0;
		for (var request : flow.requests()) {
			var count = (int) answers.stream().filter((answer) -> answer.contains(request.messageId())).count();
			second += Math.max(0, count - 1);
			missing += (count == 0) ? 1 : 0;
		}
		return new Ledgers((int) lost, (int) (cases - withCase), second, missing);
	}

	public boolean balance() {
		return this.mailsLost + this.secondCases + this.secondReplies + this.missingReplies == 0;
	}

	private static long unseen(MailFlow flow, ProductApi product) {
		return flow.delivered()
			.entrySet()
			.stream()
			.flatMap((mailbox) -> mailbox.getValue()
				.stream()
				.map((id) -> seen(id) + "&mailbox=" + encoded(mailbox.getKey())))
			.filter((query) -> product.all(query).isEmpty())
			.count();
	}

	private static boolean hasCase(Letter request, ProductApi product) {
		return product.all(seen(request.messageId())).stream().anyMatch((message) -> message.path("case").isString());
	}

	private static String seen(String messageId) {
		return "/messages?internetMessageId=" + encoded(messageId);
	}

	private static String encoded(String value) {
		return URLEncoder.encode(value, StandardCharsets.UTF_8);
	}

	/** The raw text of everything the product has sent; References name the request. */
	private static List<String> answers(TenantControl tenant) {
		return tenant.sent()
			.stream()
			.filter((mail) -> mail.path("sender").asString().equalsIgnoreCase(OURS))
			.map((mail) -> new String(Base64.getMimeDecoder().decode(mail.path("mime").asString())))
			.toList();
	}

}
