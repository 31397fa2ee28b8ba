package io.countersign.journal;

import java.security.Principal;
import java.util.Map;

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
@RequestMapping("/api/v1/receipts")
class ReceiptController {

	private final ReceiptRepository receipts;

	ReceiptController(ReceiptRepository receipts) {
		this.receipts = receipts;
	}

	@PutMapping("/{event}")
	Receipt put(@PathVariable String event, @RequestBody @Valid NewReceipt receipt, Principal receiver) {
		return this.receipts.put(new Receipt(event, receiver.getName(), receipt.status(), receipt.reason(),
				(receipt.foreignIds() != null) ? receipt.foreignIds() : Map.of()));
	}

	record NewReceipt(@NotNull ReceiptStatus status, @Nullable @Size(max = 2_000) String reason, @Nullable @Size(
			max = 20) Map<@NotBlank @Size(max = 100) String, @NotBlank @Size(max = 300) String> foreignIds) {
	}

}
