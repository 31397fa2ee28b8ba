package io.countersign.protection;

import com.github.therapi.runtimejavadoc.RetainJavadoc;
import io.countersign.identity.EmailAddress;
import io.countersign.problem.NotFound;

import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** What is kept about a person. */
@RestController
@RetainJavadoc
class PersonDataController {

	private final PersonData data;

	PersonDataController(PersonData data) {
		this.data = data;
	}

	/**
	 * Gives all there is about a person, as a zip file. It has a file of JSON lines for
	 * each kind, and the mails that name the address. Who asked for it is noted like
	 * every export. Others are named in it too: read it before it is handed out.
	 * @param address the mail address of the person
	 * @throws NotFound when it is no mail address
	 */
	@GetMapping(path = "/api/v1/people/{address}/data", produces = "application/zip")
	ResponseEntity<StreamingResponseBody> export(@PathVariable String address) {
		var person = EmailAddress.parse(address).orElseThrow(() -> new NotFound("person", address));
		return ResponseEntity.ok()
			.contentType(MediaType.parseMediaType("application/zip"))
			.cacheControl(CacheControl.noStore().cachePrivate())
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment().filename("person.zip").build().toString())
			.body((into) -> this.data.write(person, into));
	}

}
