package io.countersign.web;

import java.util.Map;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

class StorableWordsTests {

	@ParameterizedTest
	@ValueSource(strings = { "a\0b", "a\uD83Db", "a\uDE00b" })
	void whatCannotBeStoredIsReplacedHoweverItIsAskedFor(String typed) throws Exception {
		var request = sent("plain", typed);

		assertThat(request.getParameter("words")).isEqualTo("plain");
		assertThat(request.getParameterValues("words")).containsExactly("plain", "a\uFFFDb");
		assertThat(request.getParameterMap().get("words")).containsExactly("plain", "a\uFFFDb");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "Godkendt på Færøerne", "två\r\nrader\toch", "\uD83D\uDE00" })
	void allElseStaysAsItWasTyped(String typed) throws Exception {
		assertThat(sent(typed).getParameter("words")).isEqualTo(typed);
	}

	@Test
	void whatIsNotSentIsNotThere() throws Exception {
		assertThat(sent().getParameter("other")).isNull();
		assertThat(sent().getParameterValues("other")).isNull();
	}

	@Test
	void whatIsNoTextAtAllIsRefusedAndSaidOnAPageThatDoesNotLookAtIt() throws Exception {
		var request = new MockHttpServletRequest() {

			@Override
			public Map<String, String[]> getParameterMap() {
				throw new IllegalStateException("no UTF-8");
			}

		};
		var response = new MockHttpServletResponse();
		var refused = new MockFilterChain();
		new StorableWords().doFilter(request, response, refused);
		assertThat(response.getStatus()).isEqualTo(400);
		assertThat(refused.getRequest()).isNull();

		request.setDispatcherType(DispatcherType.ERROR);
		request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, "/");
		var page = new MockFilterChain();
		new StorableWords().doFilter(request, new MockHttpServletResponse(), page);
		assertThat(requireNonNull(page.getRequest()).getParameterMap()).isEmpty();
		assertThat(requireNonNull(page.getRequest()).getParameter("lang")).isNull();
	}

	private static ServletRequest sent(String... words) throws Exception {
		var request = new MockHttpServletRequest();
		request.addParameter("words", words);
		var chain = new MockFilterChain();
		new StorableWords().doFilter(request, new MockHttpServletResponse(), chain);
		return requireNonNull(chain.getRequest());
	}

}
