package io.countersign.web;

import java.util.List;

import io.countersign.identity.People;
import io.countersign.identity.Person;
import io.countersign.overview.Board;
import io.countersign.overview.BoardRow;
import io.countersign.overview.Stage;
import io.countersign.problem.NotFound;
import io.countersign.writeback.Notices;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What has been read before it is decided goes on to whoever decides it. */
@Controller
class CheckingController {

	private static final int LONGEST_REMARK = 400;

	private final CaseAccess access;

	private final Board board;

	private final Moving moving;

	private final People people;

	private final MessageSource messages;

	CheckingController(CaseAccess access, Board board, Moving moving, People people, MessageSource messages) {
		this.access = access;
		this.board = board;
		this.moving = moving;
		this.people = people;
		this.messages = messages;
	}

	/** Whoever had no other part in the case does not see it any more. */
	@PostMapping("/cases/{id}/checked")
	String checked(@PathVariable String id, @RequestParam(defaultValue = "") String remark,
			@ModelAttribute("me") Person me, RedirectAttributes after) {
		var view = this.access.change(id, me);
		var next = view.afterCheck()
			.filter((_) -> this.board.row(id).map(BoardRow::stage).filter(Stage.CHECKED::equals).isPresent())
			.flatMap(this.people::find)
			.orElseThrow(() -> new NotFound("case that is being checked", id));
		this.moving.move(List.of(view), new Notices.Moved(next, reason(remark.strip()), false, me));
		if (!this.access.maySee(me, view.id())) {
			return "redirect:/";
		}
		after.addFlashAttribute("moved", "done");
		return "redirect:/cases/" + id;
	}

	private String reason(String remark) {
		var said = remark.substring(0, Math.min(LONGEST_REMARK, remark.length()));
		return this.messages.getMessage(said.isEmpty() ? "checking.done" : "checking.remarked", new Object[] { said },
				LocaleContextHolder.getLocale());
	}

}
