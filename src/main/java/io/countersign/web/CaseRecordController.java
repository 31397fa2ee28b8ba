package io.countersign.web;

import java.io.IOException;

import io.countersign.cases.Comment;
import io.countersign.cases.Comments;
import io.countersign.identity.Person;

import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * The case as a file to keep or to send on. It holds what is filed, and nothing private.
 */
@Controller
class CaseRecordController {

	private final CasePages pages;

	private final CaseRecord record;

	private final Comments comments;

	CaseRecordController(CasePages pages, CaseRecord record, Comments comments) {
		this.pages = pages;
		this.record = record;
		this.comments = comments;
	}

	@GetMapping("/cases/{id}/case.pdf")
	ResponseEntity<byte[]> pdf(@PathVariable String id, @ModelAttribute("me") Person me) throws IOException {
		var page = this.pages.of(id, me);
		var filed = this.comments.of(page.file().id()).stream().filter(Comment::formal).toList();
		return ResponseEntity.ok()
			.contentType(MediaType.APPLICATION_PDF)
			.cacheControl(CacheControl.noStore().cachePrivate())
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment().filename(page.file().number() + ".pdf").build().toString())
			.body(this.record.pdf(page, filed, me));
	}

}
