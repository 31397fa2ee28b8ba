package io.countersign.sandbox.page;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.RequestMethod;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import io.countersign.sandbox.page.Mailboxes.Folder;
import io.countersign.sandbox.page.Mailboxes.Owner;

/** The page on which a newcomer is anybody of the tenant. */
public final class PlayPage {

	private static final String PATH = "/play";

	private final Mailboxes mailboxes;

	private final Outbox outbox;

	private final PracticeBoard board;

	private final Pages pages;

	public PlayPage(Mailboxes mailboxes, Outbox outbox, PracticeBoard board, Pages pages) {
		this.mailboxes = mailboxes;
		this.outbox = outbox;
		this.board = board;
		this.pages = pages;
	}

	/** Answers requests for the page and what it is made of, and only those. */
	public Optional<ResponseDefinition> answer(Request request) {
		var path = URI.create(request.getUrl()).getPath();
		return switch (path) {
			case "/" -> Optional.of(seeOther(PATH));
			case PATH -> Optional.of(RequestMethod.POST.equals(request.getMethod()) ? send(request)
					: html(request, "play", model(request)));
			case PATH + "/list" -> Optional.of(html(request, "play-list", model(request)));
			case PATH + "/board" -> Optional.of(html(request, "play-board", Map.of("board", this.board)));
			default -> Assets.answer(path);
		};
	}

	private Map<String, Object> model(Request request) {
		var owners = this.mailboxes.owners();
		var owner = owners.stream()
			.filter((one) -> Fields.text(request, "as").filter(one.address()::equalsIgnoreCase).isPresent())
			.findFirst()
			.or(() -> owners.stream().findFirst());
		var folder = Fields.text(request, "folder")
			.filter("sentitems"::equals)
			.map((sent) -> Folder.SENTITEMS)
			.orElse(Folder.INBOX);
		var mails = owner.map((one) -> this.mailboxes.items(one.address(), folder))
			.orElse(List.of())
			.stream()
			.map(MailView::of)
			.toList();
		var asking = owner.filter((_) -> folder == Folder.INBOX)
			.map((me) -> asking(mails, this.board.asking(me.address())))
			.orElse(List.of());
		var model = new HashMap<String, Object>();
		model.put("owners", owners);
		model.put("me", owner);
		model.put("folder", folder.name().toLowerCase(Locale.ROOT));
		model.put("asking", asking);
		model.put("mails", mails.stream().filter((mail) -> !asking.contains(mail)).toList());
		model.put("open",
				mails.stream()
					.filter((mail) -> Fields.text(request, "item").filter(mail.id()::equals).isPresent())
					.findFirst());
		model.put("now", ZonedDateTime.now(PracticeLog.ZONE));
		model.put("asker", owner.flatMap((me) -> asker(owners, me)));
		model.put("answered", Fields.text(request, "answered").isPresent());
		model.put("writing", Fields.text(request, "write").isPresent());
		model.put("refused", Fields.text(request, "refused"));
		model.put("board", this.board);
		return model;
	}

	/** What waits for him stands first, whatever has come since. */
	private static List<MailView> asking(List<MailView> mails, Set<String> asked) {
		return mails.stream().filter((mail) -> mail.isOneOf(asked)).toList();
	}

	/** Whoever asks the newcomer for something when he begins again. */
	private static Optional<Owner> asker(List<Owner> owners, Owner me) {
		var others = owners.stream().filter((one) -> !one.equals(me)).toList();
		return others.stream()
			.filter((one) -> one.jobTitle().equals("Sagsbehandler"))
			.findFirst()
			.or(() -> others.stream().findFirst());
	}

	private ResponseDefinition send(Request request) {
		var as = Fields.text(request, "as").orElse("");
		var answered = Fields.text(request, "re")
			.flatMap((id) -> this.mailboxes.items(as, Folder.INBOX)
				.stream()
				.filter((item) -> item.id().equals(id))
				.findFirst())
			.map(MailView::of);
		var refusal = this.outbox.send(as, request, answered, this.mailboxes.owners());
		var back = PATH + "?as=" + encoded(Fields.text(request, "back").orElse(as));
		if (refusal.isEmpty() && Fields.text(request, "back").isPresent()) {
			return seeOther(back);
		}
		return seeOther(refusal.map((sentence) -> back + "&write=1&refused=" + encoded(sentence))
			.orElseGet(() -> back
					+ answered.map((mail) -> "&answered=1&item=" + encoded(mail.id())).orElse("&folder=sentitems")));
	}

	private ResponseDefinition html(Request request, String template, Map<String, Object> model) {
		return ResponseDefinitionBuilder.responseDefinition()
			.withStatus(200)
			.withHeader("Content-Type", "text/html;charset=utf-8")
			.withHeader("Cache-Control", "no-store")
			.withHeader("Content-Security-Policy", Pages.policy("'self'"))
			.withBody(this.pages.render(template, Pages.language(request), model))
			.build();
	}

	private static ResponseDefinition seeOther(String location) {
		return ResponseDefinitionBuilder.responseDefinition().withStatus(303).withHeader("Location", location).build();
	}

	private static String encoded(String value) {
		return URLEncoder.encode(value, StandardCharsets.UTF_8);
	}

}
