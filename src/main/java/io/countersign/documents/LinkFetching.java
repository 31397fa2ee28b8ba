package io.countersign.documents;

import java.time.Duration;
import java.util.List;

import io.countersign.documents.CloudStore.Fetched;
import io.countersign.work.Claim;
import io.countersign.work.DueRows;
import io.countersign.work.DueTable;
import io.countersign.work.Work;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/** Fetches what a link points to, once, and keeps it like any other file. */
final class LinkFetching implements Work {

	/** While a file is taken to its place. */
	private static final Duration KEPT = Duration.ofMinutes(1);

	private final CloudLinkRepository links;

	private final Documents documents;

	private final ObjectProvider<CloudStore> stores;

	private final CloudLinkProperties properties;

	private final DueTable table;

	private final TransactionTemplate transaction;

	private final ApplicationEventPublisher events;

	LinkFetching(CloudLinkRepository links, Documents documents, ObjectProvider<CloudStore> stores,
			CloudLinkProperties properties, DueRows due, TransactionTemplate transaction,
			ApplicationEventPublisher events) {
		this.events = events;
		this.links = links;
		this.documents = documents;
		this.stores = stores;
		this.properties = properties;
		this.table = due.table("cloud_link");
		this.transaction = transaction;
	}

	@Override
	public void work(Claim claim) {
		var link = this.links.unfetched(claim);
		var store = this.stores.getIfAvailable();
		if (link.isEmpty()) {
			this.table.done(claim);
		}
		else if (store == null) {
			this.links.leave(claim, "It is kept as a link only: files are fetched through Microsoft Graph alone.");
		}
		else if (!this.properties.isOurs(link.get())) {
			this.links.leave(claim, "It is kept as a link only: it does not lie in our own tenant.");
		}
		else {
			switch (store.fetch(link.get(), this.properties.sites(), this.properties.maxSize().toBytes())) {
				case Fetched.LinkOnly only -> this.links.leave(claim, only.reason());
				case Fetched.Whole file -> keep(claim, file);
			}
		}
	}

	@Override
	public void giveUp(Claim claim, String reason) {
		this.links.leave(claim,
				"It is kept as a link only: SharePoint gave no usable answer, however often it was asked.");
	}

	private void keep(Claim claim, Fetched.Whole file) {
		try (var content = file.content()) {
			var name = FileName.cleaned(file.name()).orElse("file");
			this.documents.prepare(List.of(content), () -> this.table.keep(claim, KEPT));
			this.transaction.executeWithoutResult((_) -> {
				this.documents.store(content);
				if (this.links.keep(claim, file, name)) {
					this.documents.share(content.id());
					this.documents.read(List.of(new Named(content.id(), name, file.mediaType())));
					this.links.origin(claim).map(CopyKept::new).ifPresent(this.events::publishEvent);
				}
			});
		}
	}

}
