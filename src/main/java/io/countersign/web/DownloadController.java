package io.countersign.web;

import java.nio.charset.StandardCharsets;

import io.countersign.identity.DownloadHost;
import io.countersign.identity.DownloadPass;
import io.countersign.identity.DownloadPasses;
import io.countersign.problem.Conflict;
import io.countersign.problem.NotFound;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * The one door of the second host (AT-7). Who follows a link brings nothing but the link;
 * the right is asked for again, as of whoever was given it.
 */
@Controller
class DownloadController {

	private final DownloadHost host;

	private final DownloadPasses passes;

	private final Downloads downloads;

	DownloadController(DownloadHost host, DownloadPasses passes, Downloads downloads) {
		this.host = host;
		this.passes = passes;
		this.downloads = downloads;
	}

	@GetMapping(DownloadPasses.PATH + "{token}")
	ResponseEntity<Resource> file(@PathVariable String token, HttpServletRequest request) {
		if (!this.host.isAskedBy(request)) {
			throw new NotFound("link to a file", "");
		}
		var pass = this.passes.open(token).orElseThrow(() -> new NotFound("link to a file", ""));
		return switch (pass.kind()) {
			case FILE -> this.downloads.file(pass.place(), pass.file(), pass.clearance());
			case MESSAGE -> this.downloads.mail(pass.place(), pass.clearance());
		};
	}

	@ExceptionHandler(NotFound.class)
	ResponseEntity<byte[]> missing() {
		return sentence(HttpStatus.NOT_FOUND, """
				Linket virker ikke længere. Hent filen fra sagen igen.
				This link does not work any more. Fetch the file from its case once more.
				""");
	}

	@ExceptionHandler(Conflict.class)
	ResponseEntity<byte[]> blocked() {
		return sentence(HttpStatus.CONFLICT, """
				Filen er spærret. Sagen siger hvorfor.
				The file is blocked. Its case says why.
				""");
	}

	/** Plain words: the pages and what they look like are on the other host. */
	private static ResponseEntity<byte[]> sentence(HttpStatus status, String words) {
		return ResponseEntity.status(status)
			.contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
			.cacheControl(CacheControl.noStore().cachePrivate())
			.header("Content-Security-Policy", "sandbox; default-src 'none'")
			.body(words.getBytes(StandardCharsets.UTF_8));
	}

}
