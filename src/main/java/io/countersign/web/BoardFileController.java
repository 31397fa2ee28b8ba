package io.countersign.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import io.countersign.identity.Clearance;
import io.countersign.identity.Person;
import io.countersign.overview.Board;
import io.countersign.overview.BoardRow;

import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The board as its reader has filtered it, as a file for a spreadsheet. */
@Controller
class BoardFileController {

	private static final List<String> COLUMNS = List.of("number", "title", "ask", "stage", "holder", "level", "unit",
			"since", "deadline", "due", "requester", "messages", "documents");

	private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

	private final Board board;

	private final MessageSource messages;

	private final Headings headings;

	BoardFileController(Board board, MessageSource messages, Headings headings) {
		this.board = board;
		this.messages = messages;
		this.headings = headings;
	}

	@GetMapping("/board.csv")
	ResponseEntity<String> board(@RequestParam(defaultValue = "") List<String> group,
			@RequestParam(defaultValue = "") List<String> due, @RequestParam(defaultValue = "") String unit,
			@RequestParam(defaultValue = "") List<String> level, @RequestParam(defaultValue = "") List<String> flag,
			@RequestParam(defaultValue = "") String q, @ModelAttribute("me") Person me, Locale locale) {
		var csv = new Csv(text("separator", locale))
			.row(COLUMNS.stream().map((column) -> text(column, locale)).toList());
		this.board.each(Clearance.of(me), BoardController.query(group, due, unit, level, flag, q),
				(row) -> csv.row(cells(row, locale)));
		return ResponseEntity.ok()
			.contentType(CSV)
			.cacheControl(CacheControl.noStore().cachePrivate())
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment().filename("board.csv").build().toString())
			.body(csv.toString());
	}

	private List<String> cells(BoardRow row, Locale locale) {
		return Stream
			.of(row.number(), row.title(), row.ask().orElse(""),
					word("stage." + row.stage().name().toLowerCase(Locale.ROOT), locale), row.holder().name(),
					this.headings.level(row.holder().level()), row.holder().unit().orElse(""), row.since(),
					row.due().deadline().map(Object::toString).orElse(""),
					this.headings.due(row.due().state().name().toLowerCase(Locale.ROOT)), row.requester().orElse(""),
					row.messages(), row.documents())
			.map(Object::toString)
			.toList();
	}

	private String text(String column, Locale locale) {
		return word("csv." + column, locale);
	}

	private String word(String key, Locale locale) {
		return this.messages.getMessage(key, null, locale);
	}

}
