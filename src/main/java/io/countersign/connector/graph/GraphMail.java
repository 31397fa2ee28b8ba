package io.countersign.connector.graph;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import com.microsoft.graph.models.Message;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.graph.users.item.mailfolders.item.messages.MessagesRequestBuilder;
import com.microsoft.kiota.RequestHeaders;
import io.countersign.connector.ConnectorException;
import io.countersign.identity.EmailAddress;
import io.countersign.intake.Folder;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Reads folders and messages. Every call asks for immutable ids, and no call changes
 * anything.
 *
 * @see <a href="https://learn.microsoft.com/graph/delta-query-messages">Delta query</a>
 */
@ThroughGraph
@Component
class GraphMail {

	static final String IN_REPLY_TO = "String 0x1042";

	static final String REFERENCES = "String 0x1039";

	private static final String[] PREVIEW = { "id", "internetMessageId", "subject", "receivedDateTime",
			"createdDateTime", "sentDateTime", "from", "sender", "toRecipients", "ccRecipients", "conversationId",
			"isDraft", "hasAttachments", "body", "internetMessageHeaders" };

	private static final String[] THREADING = {
			"singleValueExtendedProperties($filter=id eq '%s' or id eq '%s')".formatted(IN_REPLY_TO, REFERENCES) };

	private static final String[] ID = { "id" };

	private static final int LISTED = 500;

	private final GraphServiceClient client;

	private final GraphCalls calls;

	private final GraphProperties properties;

	GraphMail(GraphServiceClient client, GraphCalls calls, GraphProperties properties) {
		this.client = client;
		this.calls = calls;
		this.properties = properties;
	}

	/**
	 * A page of what has changed in a folder.
	 *
	 * @param changed what is there, the last word on each item; removals are left out
	 * @param link where to go on
	 * @param last whether that is for the next round
	 */
	record Page(List<Message> changed, String link, boolean last) {
	}

	/**
	 * @param link where to begin or go on; null to walk the folder from its beginning
	 */
	Page delta(EmailAddress mailbox, Folder folder, @Nullable String link) {
		var delta = messages(mailbox, folder).delta();
		var page = this.calls.make(mailbox, () -> Objects.requireNonNull((link == null) ? delta.get((request) -> {
			Objects.requireNonNull(request.queryParameters).select = PREVIEW;
			request.queryParameters.expand = THREADING;
			prefer(request.headers);
		}) : delta.withUrl(link).get((request) -> prefer(request.headers))));
		var next = page.getOdataNextLink();
		var later = page.getOdataDeltaLink();
		if (next == null && later == null) {
			throw new ConnectorException.Doubtful("A page of changes without a link: the round is walked again.");
		}
		return new Page(present(page.getValue()), Objects.requireNonNull((later != null) ? later : next),
				later != null);
	}

	/**
	 * A page of the ids of a folder.
	 *
	 * @param link where to go on; empty on the last page
	 */
	record Listing(List<String> ids, Optional<String> link) {
	}

	Listing list(EmailAddress mailbox, Folder folder, @Nullable String link) {
		var all = messages(mailbox, folder);
		var page = this.calls.make(mailbox, () -> Objects.requireNonNull((link == null) ? all.get((request) -> {
			Objects.requireNonNull(request.queryParameters).select = ID;
			request.queryParameters.top = LISTED;
		}) : all.withUrl(link).get()));
		var ids = new ArrayList<String>();
		present(page.getValue()).forEach((message) -> ids.add(String.valueOf(message.getId())));
		return new Listing(ids, Optional.ofNullable(page.getOdataNextLink()));
	}

	/** One item as a page of changes would show it. */
	Message item(EmailAddress mailbox, String id) {
		return this.calls.make(mailbox, () -> Objects
			.requireNonNull(this.client.users().byUserId(mailbox.value()).messages().byMessageId(id).get((request) -> {
				Objects.requireNonNull(request.queryParameters).select = PREVIEW;
				request.queryParameters.expand = THREADING;
				request.headers.add("Prefer", "outlook.body-content-type=\"text\"");
			})));
	}

	/** The raw mail. The caller closes it. */
	InputStream mime(EmailAddress mailbox, String id) {
		return this.calls.make(mailbox, () -> Objects
			.requireNonNull(this.client.users().byUserId(mailbox.value()).messages().byMessageId(id).content().get()));
	}

	private MessagesRequestBuilder messages(EmailAddress mailbox, Folder folder) {
		return this.client.users().byUserId(mailbox.value()).mailFolders().byMailFolderId(folder.word()).messages();
	}

	/** Every page forgets what the one before was asked to prefer. */
	private void prefer(RequestHeaders headers) {
		headers.put("Prefer",
				Set.of("odata.maxpagesize=" + this.properties.pageSize(), "outlook.body-content-type=\"text\""));
	}

	private static List<Message> present(@Nullable List<Message> rows) {
		return (rows != null) ? rows.stream()
			.filter((row) -> row.getId() != null && !row.getAdditionalData().containsKey("@removed"))
			.toList() : List.of();
	}

}
