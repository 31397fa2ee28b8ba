package io.countersign.web;

import java.io.IOException;

import io.countersign.problem.Away;
import io.countersign.problem.Conflict;
import io.countersign.problem.InvalidField;
import io.countersign.problem.NotFound;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** What cannot be done on a page is said on a page. */
@ControllerAdvice(basePackageClasses = PageProblems.class)
class PageProblems {

	@ExceptionHandler(NotFound.class)
	void missing(HttpServletResponse response) throws IOException {
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
