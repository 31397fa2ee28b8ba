package io.countersign.cases;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.countersign.identity.EmailAddress;
import io.countersign.identity.PersonId;
import io.countersign.intake.MessageId;
import io.countersign.journal.Mode;

/** Who is in a case. */
public sealed interface ParticipantEvent extends CaseEvent {

	/**
	 * @param by who has added them by hand, else nobody
	 */
	record ParticipantChanged(CaseId caseId, EmailAddress address, String name, Role role, Optional<PersonId> by,
			Mode mode) implements ParticipantEvent {

		ParticipantChanged(CaseId caseId, EmailAddress address, String name, Role role, Mode mode) {
			this(caseId, address, name, role, Optional.empty(), mode);
		}

		@Override
		public String actor() {
			return this.by.map(PersonId::value).orElse("system");
		}

		@Override
		public String type() {
			return "participant.changed";
		}

		@Override
		public String key() {
			return "participant/%s/%s".formatted(this.address, this.role);
		}

		@Override
		public Set<String> words() {
			return (this.role == Role.INFORMED) ? Set.of("name", "address") : Set.of("name");
		}

		@Override
		public Map<String, ?> data() {
			return Map.of("address", this.address.value(), "name", this.name, "role", this.role.name());
		}

	}

	/** A mail that nobody vouches for names people; they are not let in yet. */
	record ParticipantsWait(CaseId caseId, MessageId message, List<EmailAddress> people,
			Mode mode) implements ParticipantEvent {

		@Override
		public String type() {
			return "participants.waiting";
		}

		@Override
		public String key() {
			return "waiting/" + this.message;
		}

		@Override
		public Set<String> words() {
			return Set.of("people");
		}

		@Override
		public Map<String, ?> data() {
			return Map.of("message", this.message.value(), "people",
					this.people.stream().map(EmailAddress::value).toList());
		}

	}

	/**
	 * They are in the case now.
	 *
	 * @param by who has let them in; nobody when the mail has been proved
	 */
	record ParticipantsAdmitted(CaseId caseId, MessageId message, List<EmailAddress> people, Optional<PersonId> by,
			Mode mode) implements ParticipantEvent {

		@Override
		public String actor() {
			return this.by.map(PersonId::value).orElse("system");
		}

		@Override
		public String type() {
			return "participants.admitted";
		}

		@Override
		public String key() {
			return "admitted/%s/%s".formatted(this.message, Integer.toHexString(this.people.hashCode()));
		}

		@Override
		public Set<String> words() {
			return Set.of("people");
		}

		@Override
		public Map<String, ?> data() {
			return Map.of("message", this.message.value(), "people",
					this.people.stream().map(EmailAddress::value).toList());
		}

	}

}
