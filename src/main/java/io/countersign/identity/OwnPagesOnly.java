package io.countersign.identity;

import java.io.IOException;
import java.util.Set;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A browser says which site a request comes from. From others people come by a link or an
 * address, and in no other way (UI-7).
 */
class OwnPagesOnly extends OncePerRequestFilter {

	private static final Set<String> OWN = Set.of("same-origin", "none");

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		var site = request.getHeader("Sec-Fetch-Site");
		if (site == null || OWN.contains(site) || isALinkFollowed(request)) {
			chain.doFilter(request, response);
		}
		else {
			response.sendError(HttpStatus.FORBIDDEN.value());
		}
	}

	private static boolean isALinkFollowed(HttpServletRequest request) {
		return request.getMethod().equals("GET") && "navigate".equals(request.getHeader("Sec-Fetch-Mode"))
				&& "document".equals(request.getHeader("Sec-Fetch-Dest"));
	}

}
