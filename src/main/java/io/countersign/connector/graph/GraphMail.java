package io.countersign.connector.graph;

import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.graph.users.item.mailfolders.item.messages.MessagesRequestBuilder;
import com.microsoft.kiota.RequestHeaders;
import io.countersign.connector.ConnectorException;
import io.countersign.identity.EmailAddress;
import io.countersign.intake.Folder;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

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

	private static final String[] PREVIEW = { "id", "internetMessageId", "subject", "receivedDateTime",
			"createdDateTime", "sentDateTime", "from", "sender", "toRecipients", "ccRecipients", "conversationId",
			"isDraft", "hasAttachments", "body", "internetMessageHeaders" };

	private static final String[] THREADING = { "singleValueExtendedProperties($filter=id eq '%s' or id eq '%s')"
		.formatted(GraphItem.IN_REPLY_TO, GraphItem.REFERENCES) };

	private static final String[] ID = { "id" };

	private static final int LISTED = 500;

	private final GraphServiceClient client;

	private final GraphCalls calls;

	private final GraphJson json;

	private final GraphProperties properties;

	GraphMail(GraphServiceClient client, GraphCalls calls, GraphJson json, GraphProperties properties) {
		this.client = client;
		this.calls = calls;
		this.json = json;
		this.properties = properties;
	}

	/**
	 * A page of what has changed in a folder.
	 *
	 * @param changed what is there, the last word on each item; removals are left out
	 * @param link where to go on
	 * @param last whether that is for the next round
	 */
	record Page(List<GraphItem> changed, String link, boolean last) {
	}

	/**
	 * @param link where to begin or go on; null to walk the folder from its beginning
	 */
	Page delta(EmailAddress mailbox, Folder folder, @Nullable String link) {
		var delta = messages(mailbox, folder).delta();
		var page = this.json.tree(mailbox, (link == null) ? delta.toGetRequestInformation((request) -> {
			Objects.requireNonNull(request.queryParameters).select = PREVIEW;
			request.queryParameters.expand = THREADING;
			prefer(request.headers);
		}) : delta.withUrl(link).toGetRequestInformation((request) -> prefer(request.headers)));
		var next = link(page, "@odata.nextLink");
		var later = link(page, "@odata.deltaLink");
		return new Page(present(page),
				later.or(() -> next)
					.orElseThrow(() -> new ConnectorException.Doubtful(
							"A page of changes without a link: the round is walked again.")),
				later.isPresent());
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
		var page = this.json.tree(mailbox, (link == null) ? all.toGetRequestInformation((request) -> {
			Objects.requireNonNull(request.queryParameters).select = ID;
			request.queryParameters.top = LISTED;
		}) : all.withUrl(link).toGetRequestInformation());
		return new Listing(present(page).stream().map(GraphItem::id).toList(), link(page, "@odata.nextLink"));
	}

	/** One item as a page of changes would show it. */
	GraphItem item(EmailAddress mailbox, String id) {
		return new GraphItem(this.json.tree(mailbox,
				this.client.users()
					.byUserId(mailbox.value())
					.messages()
					.byMessageId(id)
					.toGetRequestInformation((request) -> {
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

	private static List<GraphItem> present(JsonNode page) {
		return page.path("value").valueStream().map(GraphItem::new).filter(GraphItem::isPresent).toList();
	}

	private static Optional<String> link(JsonNode page, String name) {
		return Optional.of(page.path(name)).filter(JsonNode::isString).map(JsonNode::asString);
	}

}
