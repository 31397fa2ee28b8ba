package io.countersign.problem;

import java.util.stream.Collectors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.ServletRequestBindingException;
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
	ProblemDetail denied(AccessDeniedException denied) {
		return ProblemDetail.forStatusAndDetail(HttpStatus.FORBIDDEN, "This is not the caller's to see or to do.");
	}

	@ExceptionHandler({ TransientDataAccessException.class, DataAccessResourceFailureException.class,
			CannotCreateTransactionException.class })
	ProblemDetail away(RuntimeException failure) {
		log.atWarn().setCause(failure).log("The database was away during an API call");
		return ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE,
				"The database is away. The call changed nothing and may be repeated.");
	}

	@ExceptionHandler
	ProblemDetail away(Away away) {
		return ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE, sentence(away));
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
		if (unreadable.getCause() instanceof StreamReadException broken) {
			problem.setDetail("The body is not JSON: line %d, column %d.".formatted(broken.getLocation().getLineNr(),
					broken.getLocation().getColumnNr()));
		}
		if (unreadable.getCause() instanceof DatabindException wrong) {
			problem.setDetail(explanation(wrong));
			field(problem, path(wrong));
		}
		return handleExceptionInternal(unreadable, problem, headers, status, request);
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleTypeMismatch(TypeMismatchException wrong, HttpHeaders headers,
			HttpStatusCode status, WebRequest request) {
		var name = String.valueOf(wrong.getPropertyName());
		var problem = ProblemDetail.forStatusAndDetail(status,
				"%s cannot be %s.".formatted(name, quoted(wrong.getValue())));
		return handleExceptionInternal(wrong, field(problem, name), headers, status, request);
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleServletRequestBindingException(
			ServletRequestBindingException missing, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		var problem = missing.getBody();
		if (missing instanceof MissingRequestHeaderException header) {
			field(problem, header.getHeaderName());
		}
		return handleExceptionInternal(missing, problem, headers, status, request);
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleMissingServletRequestParameter(
			MissingServletRequestParameterException missing, HttpHeaders headers, HttpStatusCode status,
			WebRequest request) {
		return handleExceptionInternal(missing, field(missing.getBody(), missing.getParameterName()), headers, status,
				request);
	}

	private static String quoted(@Nullable Object value) {
		return "\"%s\"".formatted(value);
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
