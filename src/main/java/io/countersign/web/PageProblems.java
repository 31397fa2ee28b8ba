package io.countersign.web;

import java.io.IOException;
import java.util.Optional;

import io.countersign.identity.CurrentPerson;
import io.countersign.problem.Away;
import io.countersign.problem.Conflict;
import io.countersign.problem.InvalidField;
import io.countersign.problem.NotFound;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** What cannot be done on a page is said on a page. */
@ControllerAdvice(basePackageClasses = PageProblems.class)
class PageProblems {

	private final MovedOn movedOn;

	private final CurrentPerson reader;

	PageProblems(MovedOn movedOn, CurrentPerson reader) {
		this.movedOn = movedOn;
		this.reader = reader;
	}

	/** What a person has put elsewhere is found where it is now. */
	@ExceptionHandler(NotFound.class)
	void missing(HttpServletRequest request, HttpServletResponse response) throws IOException {
		var place = HttpMethod.GET.matches(request.getMethod())
				? this.reader.find().flatMap((me) -> this.movedOn.place(request.getRequestURI(), me))
				: Optional.<String>empty();
		if (place.isPresent()) {
			response.sendRedirect(place.get());
			return;
		}
		response.sendError(HttpStatus.NOT_FOUND.value());
	}

	@ExceptionHandler(InvalidField.class)
	void invalid(HttpServletResponse response) throws IOException {
		response.sendError(HttpStatus.BAD_REQUEST.value());
	}

	@ExceptionHandler(Away.class)
	void away(HttpServletResponse response) throws IOException {
		response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
	}

	@ExceptionHandler(Conflict.class)
	void conflict(HttpServletResponse response) throws IOException {
		response.sendError(HttpStatus.CONFLICT.value());
	}

}
