package io.countersign.web;

import java.util.Map;
import java.util.Objects;

import jakarta.servlet.RequestDispatcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletRequest;

import static org.assertj.core.api.Assertions.assertThat;

/** What a reader is told when a page fails, and what the support finds of it. */
@ExtendWith(OutputCaptureExtension.class)
@Isolated("It listens to the log of the whole JVM.")
class ErrorPagesTests {

	private final ErrorPages pages = new ErrorPages();

	@Test
	void theNumberForTheSupportStandsInTheLogBesideWhatFailed(CapturedOutput log) {
		var request = new MockHttpServletRequest("GET", "/error");
		request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, "/insights");
		request.setAttribute(RequestDispatcher.ERROR_EXCEPTION, new IllegalStateException("The clock stands still"));

		var page = Objects
			.requireNonNull(this.pages.resolveErrorView(request, HttpStatus.INTERNAL_SERVER_ERROR, Map.of()));

		var number = String.valueOf(page.getModel().get("support"));
		assertThat(number).matches("[0-9A-F]{4}-[0-9A-F]{4}");
		assertThat(page.getModel()).containsEntry("kind", "failed").containsEntry("again", true);
		assertThat(log.getOut()).contains("A page could not be shown", number, "/insights", "The clock stands still");
	}

	@Test
	void whatIsMissingNeedsNoSupport() {
		var page = Objects
			.requireNonNull(this.pages.resolveErrorView(new MockHttpServletRequest(), HttpStatus.NOT_FOUND, Map.of()));

		assertThat(page.getModel()).containsEntry("kind", "missing").doesNotContainKey("support");
	}

}
