package io.countersign.journal;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The journal itself says once of each key that another has taken its place. */
@Component
class KeyReplacements {

	private final Sealing sealing;

	private final ApplicationEventPublisher events;

	KeyReplacements(Sealing sealing, ApplicationEventPublisher events) {
		this.sealing = sealing;
		this.events = events;
	}

	@EventListener(ApplicationReadyEvent.class)
	@Transactional
	public void tell() {
		var ring = this.sealing.keyring();
		var to = ring.current();
		for (var note : ring.former()) {
			this.events.publishEvent(new KeyReplaced(note, to));
			to = note.former();
		}
	}

}
