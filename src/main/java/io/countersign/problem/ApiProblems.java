package io.countersign.problem;

import java.util.stream.Collectors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Turns each failure of an API call into a problem that says what to change. */
@RestControllerAdvice(annotations = RestController.class)
class ApiProblems extends ResponseEntityExceptionHandler {

	private static final Logger log = LoggerFactory.getLogger(ApiProblems.class);

	@ExceptionHandler
	ProblemDetail invalid(InvalidField invalid) {
		return field(ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, sentence(invalid)), invalid.field());
	}

	@ExceptionHandler
	ProblemDetail missing(NotFound missing) {
		return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, sentence(missing));
	}

	@ExceptionHandler
	ProblemDetail conflict(Conflict conflict) {
		return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, sentence(conflict));
	}

	@ExceptionHandler
	ProblemDetail unexpected(RuntimeException failure) {
		log.atError().setCause(failure).log("API call failed");
		return ProblemDetail.forStatusAndDetail(HttpStatus.INTERNAL_SERVER_ERROR,
				"The call failed and changed nothing. It may be repeated; the log of the server says more.");
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(MethodArgumentNotValidException invalid,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		var names = invalid.getFieldErrors().stream().map(FieldError::getField).collect(Collectors.joining(", "));
		var detail = invalid.getFieldErrors()
			.stream()
			.map((error) -> "%s %s".formatted(error.getField(), error.getDefaultMessage()))
			.collect(Collectors.joining("; "));
		return handleExceptionInternal(invalid, field(ProblemDetail.forStatusAndDetail(status, detail), names), headers,
				status, request);
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(HttpMessageNotReadableException unreadable,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		var problem = ProblemDetail.forStatusAndDetail(status, "The body is not the JSON this call takes.");
		if (unreadable.getCause() instanceof DatabindException wrong) {
			problem.setDetail(explanation(wrong));
			field(problem, path(wrong));
		}
		return handleExceptionInternal(unreadable, problem, headers, status, request);
	}

	private static String explanation(DatabindException wrong) {
		return switch (wrong) {
			case UnrecognizedPropertyException unknown -> "%s is not known here; known are %s."
				.formatted(unknown.getPropertyName(), unknown.getKnownPropertyIds());
			default -> "%s cannot be read: %s".formatted(path(wrong), wrong.getOriginalMessage());
		};
	}

	private static String path(DatabindException wrong) {
		return wrong.getPath()
			.stream()
			.map(JacksonException.Reference::getPropertyName)
			.map((name) -> (name != null) ? name : "[]")
			.collect(Collectors.joining("."));
	}

	private static ProblemDetail field(ProblemDetail problem, String name) {
		problem.setProperty("field", name);
		return problem;
	}

	private static String sentence(RuntimeException failure) {
		return String.valueOf(failure.getMessage());
	}

}
