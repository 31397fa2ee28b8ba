package io.countersign.triage;

import java.time.Instant;

import com.github.therapi.runtimejavadoc.RetainJavadoc;
import io.countersign.problem.Conflict;
import org.jspecify.annotations.Nullable;

import io.countersign.cases.CaseId;
import io.countersign.intake.MessageId;
import io.countersign.problem.NotFound;
import io.countersign.problem.Page;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Messages that a person has to look at. */
@RestController
@RetainJavadoc
@RequestMapping("/api/v1/reviews")
class ReviewController {

	private final Reviews reviews;

	ReviewController(Reviews reviews) {
		this.reviews = reviews;
	}

	/** Lists what waits for a person, longest waiting first. */
	@GetMapping
	Page<ReviewView> list(@RequestParam @Nullable String cursor) {
		return this.reviews.page(cursor).map(ReviewView::of);
	}

	/**
	 * Takes a message off the list: it is nothing to us, and its content is forgotten.
	 * @param message the id of a message on the list
	 * @throws NotFound when it is not on the list
	 * @throws Conflict when somebody it names is under legal hold
	 */
	@DeleteMapping("/{message}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void dismiss(@PathVariable String message, Authentication caller) {
		if (!this.reviews.dismiss(new MessageId(message), caller.getName())) {
			throw new NotFound("message on the review list", message);
		}
	}

	/**
	 * A message that waits for a person.
	 *
	 * @param message its id
	 * @param reason what is in doubt
	 * @param likelyCase the id of the case it may belong to; null for none
	 * @param since when it was put on the list
	 */
	record ReviewView(String message, String reason, @Nullable String likelyCase, Instant since) {

		static ReviewView of(Review review) {
			return new ReviewView(review.message().value(), review.reason(),
					review.likely().map(CaseId::value).orElse(null), review.since());
		}

	}

}
