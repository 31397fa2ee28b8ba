package io.countersign.web;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.countersign.cases.CaseId;
import io.countersign.cases.CaseRights;
import io.countersign.identity.Clearance;
import io.countersign.identity.OpenSession;
import io.countersign.identity.OpenSessions;
import io.countersign.identity.Person;
import io.countersign.journal.Journal;
import io.countersign.overview.Changes;
import io.countersign.overview.Follower;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Tells open pages that something has changed. What it is they ask for themselves, with
 * their own rights.
 */
@Controller
class LiveController {

	private static final Duration PING_EVERY = Duration.ofSeconds(15);

	/** So soon a stream ends with its session. */
	private static final Duration LOOK_EVERY = Duration.ofMillis(500);

	/** A burst of changes is one for the eye. */
	private static final Duration AT_MOST_EVERY = Duration.ofMillis(400);

	/** Then a page whose line has ended asks again. */
	private static final Duration RECONNECT_AFTER = Duration.ofMillis(500);

	private static final long NO_TIMEOUT = 0;

	private static final String STREAM = "case/";

	/** They may let somebody see a case. */
	private static final String MANDATES = "mandate/";

	private final Changes changes;

	private final CaseAccess access;

	private final CaseRights rights;

	private final OpenSessions sessions;

	private final Journal journal;

	private final Talk talk;

	/** Then the page asks anew, with what its session may see by then. */
	private final Duration stands;

	LiveController(Changes changes, CaseAccess access, CaseRights rights, OpenSessions sessions, Journal journal,
			Talk talk, PageSettings settings) {
		this.changes = changes;
		this.access = access;
		this.rights = rights;
		this.sessions = sessions;
		this.journal = journal;
		this.talk = talk;
		this.stands = settings.askAnewAfter();
	}

	@GetMapping(path = "/board/changes", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
	SseEmitter board(@ModelAttribute("me") Person me, HttpSession session) {
		var clearance = Clearance.onBoard(me);
		return follow(this.changes.follow(), News.NONE, this.sessions.of(session, me),
				(told) -> (clearance.everything() || this.rights.maySeeOneOf(clearance, cases(told))) ? News.CHANGE
						: News.NONE);
	}

	/**
	 * Also what came between the page and this stream, or between two streams of it, is
	 * told: by what the page says it has.
	 * @param seen the last entry of the case's journal on the page
	 * @param said how many words of people are on it
	 */
	@GetMapping(path = "/cases/{id}/changes", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
	SseEmitter ofCase(@PathVariable String id, @RequestParam(required = false) @Nullable Long seen,
			@RequestParam(required = false) @Nullable Integer said, @ModelAttribute("me") Person me,
			HttpSession session) {
		var view = this.access.read(id, me);
		var caseId = view.id();
		var clearance = Clearance.of(me);
		var follower = this.changes.follow(caseId);
		var missed = seen != null && !this.journal.ofStream(STREAM + caseId, seen, 1).isEmpty()
				|| said != null && this.talk.of(view, me).size() > said;
		return follow(follower, missed ? News.CHANGE : News.NONE, this.sessions.of(session, me), (told) -> {
			var ofCase = cases(told).contains(caseId);
			if (!ofCase && told.stream().noneMatch((stream) -> stream.startsWith(MANDATES))) {
				return News.NONE;
			}
			return !this.rights.maySee(clearance, caseId) ? News.END : ofCase ? News.CHANGE : News.NONE;
		});
	}

	private static Set<CaseId> cases(Set<String> streams) {
		return streams.stream()
			.filter((stream) -> stream.startsWith(STREAM))
			.map((stream) -> new CaseId(stream.substring(STREAM.length())))
			.collect(Collectors.toSet());
	}

	private SseEmitter follow(Follower follower, News first, OpenSession session, Function<Set<String>, News> meaning) {
		var emitter = new SseEmitter(NO_TIMEOUT);
		Thread.ofVirtual().name("live").start(() -> send(emitter, follower, first, session, meaning));
		return emitter;
	}

	/**
	 * The first ping says that the page is told from now on. What does not concern the
	 * reader keeps no ping away, and brings none.
	 */
	private void send(SseEmitter emitter, Follower follower, News first, OpenSession session,
			Function<Set<String>, News> meaning) {
		var began = System.nanoTime();
		try (follower) {
			emitter.send(SseEmitter.event().name("ping").reconnectTime(RECONNECT_AFTER.toMillis()).data(""));
			if (first == News.CHANGE) {
				emitter.send(SseEmitter.event().name("change").data(""));
			}
			var heard = System.nanoTime();
			while (!follower.isClosed() && System.nanoTime() - began < this.stands.toNanos() && session.isOpen()) {
				var told = follower.next(LOOK_EVERY);
				var news = stands(session, told) ? told.isEmpty() ? News.NONE : meaning.apply(told) : News.END;
				if (news == News.END) {
					break;
				}
				if (news == News.CHANGE || System.nanoTime() - heard >= PING_EVERY.toNanos()) {
					emitter.send(SseEmitter.event().name((news == News.CHANGE) ? "change" : "ping").data(""));
					heard = System.nanoTime();
				}
				Thread.sleep(AT_MOST_EVERY);
			}
			emitter.complete();
		}
		catch (IOException | IllegalStateException ex) {
			// The page has gone, and the server has ended its request by itself.
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/**
	 * Signing out is seen at the session; the account is looked at when one was barred.
	 */
	private static boolean stands(OpenSession session, Set<String> told) {
		return session.isOpen()
				&& (told.stream().noneMatch((stream) -> stream.startsWith(Changes.ACCOUNTS)) || session.isStillHis());
	}

	/** What something new is to the reader of a stream. */
	private enum News {

		NONE, CHANGE,

		/** He may not know of it any more. */
		END

	}

}
