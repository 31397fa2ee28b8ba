package io.countersign.journal;

import java.security.Principal;
import java.util.Map;

import com.github.therapi.runtimejavadoc.RetainJavadoc;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a case system did with an event. Repeating a receipt changes nothing. */
@RestController
@RetainJavadoc
@RequestMapping("/api/v1/receipts")
class ReceiptController {

	private final ReceiptRepository receipts;

	ReceiptController(ReceiptRepository receipts) {
		this.receipts = receipts;
	}

	/**
	 * Tells what became of an event. The last word of a receiver stands; repeating it
	 * changes nothing.
	 * @param event the {@code id} of the event
	 * @throws NotFound when there is no such event
	 */
	@PutMapping("/{event}")
	Receipt put(@PathVariable String event, @RequestBody @Valid NewReceipt receipt, Principal receiver) {
		return this.receipts.put(new Receipt(event, receiver.getName(), receipt.status(), receipt.reason(),
				(receipt.foreignIds() != null) ? receipt.foreignIds() : Map.of()));
	}

	/**
	 * What the receiver did with the event.
	 *
	 * @param status accepted, duplicate where it had the event already, rejected, or
	 * needs_human where a person has to look
	 * @param reason why, for people; null where nothing is to be said
	 * @param foreignIds the receiver's own numbers, by the name of its system; null for
	 * none
	 */
	record NewReceipt(@NotNull ReceiptStatus status, @Nullable @Size(max = 2_000) String reason, @Nullable @Size(
			max = 20) Map<@NotBlank @Size(max = 100) String, @NotBlank @Size(max = 300) String> foreignIds) {
	}

}
