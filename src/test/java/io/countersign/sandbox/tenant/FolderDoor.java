package io.countersign.sandbox.tenant;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The folders of a mailbox, and through each the messages in it. */
final class FolderDoor {

	private static final int PAGE = 10;

	private final MessageDoor messages;

	private final Delta delta;

	FolderDoor(MessageDoor messages, Delta delta) {
		this.messages = messages;
		this.delta = delta;
	}

	Answer answer(Mailbox mailbox, Call call, List<String> path) {
		if (path.isEmpty()) {
			return children(mailbox, mailbox.folder("msgfolderroot").orElseThrow(), call);
		}
		if (path.getFirst().equals("delta")) {
			return Answer.json(200,
					Map.of("value", mailbox.folders().stream().map((one) -> json(mailbox, one)).toList(),
							"@odata.deltaLink", "https://graph.microsoft.com/v1.0/deltatoken"));
		}
		return mailbox.folder(path.getFirst())
			.map((folder) -> within(mailbox, folder, call, path.subList(1, path.size())))
			.orElseGet(GraphDoor::notFound);
	}

	private Answer within(Mailbox mailbox, Folder folder, Call call, List<String> path) {
		if (path.isEmpty()) {
			return Answer.json(200, json(mailbox, folder));
		}
		return switch (path.getFirst()) {
			case "childFolders" -> children(mailbox, folder, call);
			case "messages" ->
				(path.size() == 2 && path.get(1).equals("delta")) ? this.delta.page(call, mailbox, folder)
						: this.messages.answer(mailbox, Optional.of(folder), call, path.subList(1, path.size()));
			default -> GraphDoor.notFound();
		};
	}

	/** One level only, ten to a page. */
	private static Answer children(Mailbox mailbox, Folder parent, Call call) {
		if (call.is("POST")) {
			var name = call.json().path("displayName").asString("New folder");
			return Answer.json(201, json(mailbox, mailbox.newFolder(name, parent.id)));
		}
		var found = mailbox.folders().stream().filter((folder) -> folder.parent.equals(parent.id)).toList();
		var top = call.number("$top", PAGE);
		var skip = call.number("$skip", 0);
		var answer = new LinkedHashMap<String, Object>();
		answer.put("value", found.stream().skip(skip).limit(top).map((folder) -> json(mailbox, folder)).toList());
		if (found.size() > skip + top) {
			answer.put("@odata.nextLink",
					"/v1.0/%s?$top=%d&$skip=%d".formatted(String.join("/", call.path()), top, skip + top));
		}
		return Answer.json(200, answer);
	}

	private static Map<String, Object> json(Mailbox mailbox, Folder folder) {
		return folder.json(mailbox.folders().stream().filter((one) -> one.parent.equals(folder.id)).count());
	}

}
