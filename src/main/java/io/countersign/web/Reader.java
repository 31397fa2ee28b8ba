package io.countersign.web;

import io.countersign.identity.AppRole;
import io.countersign.identity.CurrentPerson;
import io.countersign.identity.Person;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.server.ResponseStatusException;

/**
 * Who reads the page: a person the directory knows, or nobody. An account of the
 * organisation alone is not enough.
 */
@ControllerAdvice(assignableTypes = { ActionsController.class, BoardController.class, BoardFileController.class,
		CaseController.class, CaseFileController.class, CaseRecordController.class, CheckingController.class,
		DecisionController.class, LiveController.class, HeldController.class, InsightsController.class,
		MandatesController.class, MineController.class, MovingController.class, NoteController.class,
		OrderController.class, PendingController.class, ProtectionController.class, PurgingController.class,
		QuarantineController.class, RegroupingController.class, ReviewController.class, SearchPageController.class,
		UnsentController.class, VersionController.class })
class Reader {

	private static final String ME = Reader.class.getName() + ".me";

	private final CurrentPerson currentPerson;

	Reader(CurrentPerson currentPerson) {
		this.currentPerson = currentPerson;
	}

	/** An answer that goes on ends as its first reader's, whatever has become of him. */
	@ModelAttribute("me")
	Person me(HttpServletRequest request) {
		if (request.getAttribute(ME) instanceof Person known) {
			return known;
		}
		var me = this.currentPerson.find()
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.FORBIDDEN, "Not in the directory"));
		request.setAttribute(ME, me);
		return me;
	}

	@ModelAttribute("secretary")
	boolean secretary() {
		return Secretariat.isReading();
	}

	@ModelAttribute("mayOrder")
	boolean mayOrder() {
		return this.currentPerson.find().filter(OrderController::isAllowed).isPresent();
	}

	/**
	 * Whoever has cases of several to move; which of them are his to move, each case
	 * says.
	 */
	@ModelAttribute("mayPick")
	boolean mayPick() {
		return mayOrder();
	}

	@ModelAttribute("auditor")
	boolean auditor() {
		return AppRole.AUDIT.isHeld();
	}

	@ModelAttribute("mandateReader")
	boolean mandateReader() {
		return AppRole.MANAGE.isHeld() || AppRole.REVIEW.isHeld() || AppRole.AUDIT.isHeld();
	}

	@ModelAttribute("protectionReader")
	boolean protectionReader() {
		return ProtectionController.isOpen();
	}

	@ModelAttribute("here")
	Here here(HttpServletRequest request) {
		return new Here(request);
	}

	/** What was chosen; nothing where the device decides. */
	@ModelAttribute("theme")
	@Nullable String theme(HttpServletRequest request) {
		return (request.getAttribute(Theme.ATTRIBUTE) instanceof String chosen) ? chosen : null;
	}

}
