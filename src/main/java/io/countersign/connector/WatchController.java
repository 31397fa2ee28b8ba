package io.countersign.connector;

import java.security.Principal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import com.github.therapi.runtimejavadoc.RetainJavadoc;
import org.jspecify.annotations.Nullable;

import io.countersign.identity.EmailAddress;
import io.countersign.intake.Folder;
import io.countersign.problem.InvalidField;
import io.countersign.problem.NotFound;
import io.countersign.problem.Page;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The mailboxes and chats that are read. */
@RestController
@RetainJavadoc
@RequestMapping("/api/v1/watches")
class WatchController {

	private static final String MODE = "read-only";

	private final Watches watches;

	private final WatchRepository repository;

	private final WatchReaders readers;

	WatchController(Watches watches, WatchRepository repository, WatchReaders readers) {
		this.watches = watches;
		this.repository = repository;
		this.readers = readers;
	}

	/**
	 * Lists the watched mailboxes, how far each folder has been read and what is wrong.
	 */
	@GetMapping
	Page<WatchView> list(@RequestParam @Nullable String cursor) {
		return Page.of((limit) -> after(Page.key(cursor), limit), WatchView::mailbox);
	}

	/**
	 * Reads these folders of the mailbox from now on, and no others.
	 * @param address the mail address of the mailbox
	 */
	@PutMapping("/{address}")
	WatchView put(@PathVariable String address, @RequestBody @Valid NewWatch watch, Principal caller) {
		var mailbox = mailbox(address);
		if (watch.mode() != null && !watch.mode().equals(MODE)) {
			throw new InvalidField("mode", "The only mode is read-only: nothing in a watched mailbox is changed.");
		}
		return view(mailbox, this.watches.put(mailbox, folders(watch.folders()), caller.getName()));
	}

	/**
	 * Stops reading the mailbox. What was read stays.
	 * @param address the mail address of the mailbox
	 * @throws NotFound when the mailbox is not watched
	 */
	@DeleteMapping("/{address}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void remove(@PathVariable String address, Principal caller) {
		if (!this.watches.remove(mailbox(address), caller.getName())) {
			throw new NotFound("watched mailbox", address);
		}
	}

	private List<WatchView> after(String mailbox, int limit) {
		var mailboxes = this.repository.mailboxesAfter(mailbox, limit);
		return this.repository.of(mailboxes)
			.stream()
			.collect(Collectors.groupingBy(Watch::mailbox))
			.entrySet()
			.stream()
			.map((one) -> view(one.getKey(), one.getValue()))
			.sorted(Comparator.comparing(WatchView::mailbox))
			.toList();
	}

	private static EmailAddress mailbox(String address) {
		return EmailAddress.parse(address)
			.orElseThrow(() -> new InvalidField("address", "The path ends in a plain mail address."));
	}

	private Set<Folder> folders(List<String> words) {
		var folders = EnumSet.noneOf(Folder.class);
		for (var word : words) {
			folders.add(Arrays.stream(Folder.values())
				.filter((folder) -> folder.word().equals(word))
				.findFirst()
				.orElseThrow(() -> new InvalidField("folders", "A folder is one of inbox, sentitems, chats.")));
		}
		if (!this.readers.folders().containsAll(folders)) {
			throw new InvalidField("folders", "Chats of Teams can be watched only through Microsoft Graph.");
		}
		return folders;
	}

	private static WatchView view(EmailAddress mailbox, List<Watch> watches) {
		return new WatchView(mailbox.value(), watches.stream().map((watch) -> watch.folder().word()).toList(), MODE,
				watches.stream().map(FolderView::of).toList());
	}

	/**
	 * What is to be read of a mailbox.
	 *
	 * @param folders inbox, sentitems and {@code chats}: all chats of Teams its owner is
	 * in, which only Microsoft Graph gives out
	 * @param mode read-only, which is meant where it is null: nothing in the mailbox is
	 * changed
	 */
	record NewWatch(@NotEmpty List<String> folders, @Nullable String mode) {
	}

	/**
	 * A mailbox that is read.
	 *
	 * @param mailbox its mail address
	 * @param folders inbox, sentitems and chats
	 * @param mode read-only
	 * @param reading how it goes, for each folder
	 */
	record WatchView(String mailbox, List<String> folders, String mode, List<FolderView> reading) {
	}

	/**
	 * How the reading of a folder goes.
	 *
	 * @param folder inbox, sentitems or chats
	 * @param since when the watch began
	 * @param readUpTo everything received before this moment is on record
	 * @param problem why the last reading did not come to its end; null where it did
	 */
	record FolderView(String folder, Instant since, @Nullable Instant readUpTo, @Nullable String problem) {

		static FolderView of(Watch watch) {
			return new FolderView(watch.folder().word(), watch.since(), watch.readAt().orElse(null),
					watch.problem().orElse(null));
		}

	}

}
