package io.countersign.identity;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;

class OwnPagesOnlyTests {

	@ParameterizedTest(name = "{0} from {1}, {2} for {3}: {4}")
	@CsvSource({ "POST, same-origin, navigate, document, 200", "POST, none, navigate, document, 200",
			"GET, cross-site, navigate, document, 200", "GET, same-site, navigate, document, 200",
			"POST, cross-site, navigate, document, 403", "POST, same-site, cors, empty, 403",
			"GET, cross-site, no-cors, image, 403", "GET, cross-site, navigate, iframe, 403",
			"GET, same-site, cors, empty, 403", "DELETE, cross-site, cors, empty, 403" })
	void UI_07_fromOtherSitesPeopleComeByALinkOnly(String method, String site, String mode, String destination,
			int status) throws Exception {
		var request = new MockHttpServletRequest(method, "/cases/cs_1/verdict");
		request.addHeader("Sec-Fetch-Site", site);
		request.addHeader("Sec-Fetch-Mode", mode);
		request.addHeader("Sec-Fetch-Dest", destination);
		var response = new MockHttpServletResponse();

		new OwnPagesOnly().doFilter(request, response, new MockFilterChain());

		assertThat(response.getStatus()).isEqualTo(status);
	}

}
