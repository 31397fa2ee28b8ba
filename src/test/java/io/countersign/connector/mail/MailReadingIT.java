package io.countersign.connector.mail;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;

import io.countersign.cases.Outcome;
import io.countersign.cases.Verdict;
import io.countersign.connector.Watches;
import io.countersign.documents.Documents;
import io.countersign.identity.Level;
import io.countersign.intake.Folder;
import io.countersign.intake.MessageId;
import io.countersign.intake.Messages;
import io.countersign.scenario.Correspondent;
import io.countersign.scenario.Letter;
import jakarta.mail.Flags;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

import static org.assertj.core.api.Assertions.assertThat;

/** Mailboxes that are read by IMAP. */
@ResourceLock(OnPremises.LOCK)
class MailReadingIT {

	private final OnPremises office = OnPremises.office();

	private final Correspondent dan = this.office.somebody("Dan Friis", Level.CASE_WORKER);

	private final Correspondent anna = this.office.somebody("Anna Holm", Level.MINISTER);

	@AfterEach
	void rests() {
		this.office.rests();
	}

	@Test
	void IN_04_anItemIsItsFolderTheValidityOfItsNumbersAndItsNumber() {
		this.office.asked(this.dan, this.anna);

		OnPremises.soon()
			.untilAsserted(() -> assertThat(items(this.anna))
				.containsExactly("inbox/%d/1".formatted(this.office.host().validity(this.anna, "INBOX"))));
		OnPremises.soon()
			.untilAsserted(() -> assertThat(items(this.dan))
				.containsExactly("sentitems/%d/1".formatted(this.office.host().validity(this.dan, "Sent"))));
	}

	@Test
	void IN_04_afterAChangeOfValidityTheFolderIsReadAnewAndNoSecondCaseIsMade() {
		var request = this.office.asked(this.dan, this.anna);
		var before = this.office.caseOf(request).orElseThrow();
		var validity = this.office.host().validity(this.dan, "Sent");

		this.office.host().rebuild(this.dan, "Sent");
		assertThat(this.office.host().validity(this.dan, "Sent")).isNotEqualTo(validity);
		OnPremises.soon().until(() -> items(this.dan).size() == 2);

		assertThat(this.office.caseOf(request).orElseThrow().id()).isEqualTo(before.id());
		assertThat(cases(this.dan)).isOne();
		assertThat(this.office.count("select count(*) from message where case_id = ?", before.id().value())).isOne();
	}

	@Test
	void IN_05_comparingFindsWhatTheNumbersPassedOver() {
		var validity = this.office.host().validity(this.anna, "INBOX");
		this.office.sql().sql("""
				update watch set bookmark = ?, compare_at = now() + interval '1 day' where id = ?
				""").params(validity + ":7", this.anna.address() + "/inbox").update();
		var letter = Letter.of(this.dan, List.of(this.anna), "Til godkendelse", "Må vi underskrive?\n",
				OnPremises.now());
		this.office.host().deliver(this.anna, letter.bytes());
		OnPremises.soon().pollDelay(Duration.ofSeconds(2)).until(() -> true);
		assertThat(items(this.anna)).isEmpty();

		this.office.bean(Watches.class).compare(List.of(this.anna.address() + "/inbox"));

		OnPremises.soon().until(() -> items(this.anna).size() == 1);
	}

	@Test
	void IN_12_aMailOfManyBlocksIsTakenInByteForByte() {
		var letter = Letter
			.of(this.dan, List.of(this.anna), "Bilag til godkendelse", "Hermed til godkendelse.\n", OnPremises.now())
			.with("bilag.bin", "0123456789abcdef".repeat(100_000));
		this.office.send(letter);

		OnPremises.soon().until(() -> this.office.caseOf(letter).isPresent());
		var opening = this.office.caseOf(letter).orElseThrow().openedBy();
		assertThat(raw(opening)).isEqualTo(letter.bytes());
	}

	@Test
	void IN_18_nothingInAWatchedMailboxIsChanged() {
		var other = Letter.of(this.dan, List.of(this.anna), "Frokost", "Skal vi spise sammen i dag?\n",
				OnPremises.now());
		this.office.send(other);
		var before = this.office.host().snapshot(this.anna);
		assertThat(before).hasSize(1);

		this.office.asked(this.dan, this.anna);
		this.office.bean(Watches.class)
			.compare(List.of(this.anna.address() + "/inbox", this.anna.address() + "/sentitems"));
		OnPremises.soon()
			.until(() -> this.office.count("select count(*) from watch where mailbox = ? and compare_at > now()",
					this.anna.address()) == 2);

		assertThat(this.office.host().snapshot(this.anna)).containsAllEntriesOf(before).hasSize(2);
		assertThat(this.office.host().snapshot(this.anna).values()).noneMatch((item) -> item.startsWith("\\Seen"));
	}

	@Test
	void VA_11a_aMailThatWasDeliveredAndPutIntoSentIsNoCopyOfItsAuthor() {
		var request = this.office.asked(this.dan, this.anna);
		var forged = request.answeredBy(this.anna, "Godkendt" + request.quoted(), OnPremises.now())
			.header("Return-Path: <%s>".formatted(this.dan.address()))
			.header("Received: from pc.min.example (10.0.0.9) by mx.min.example; "
					+ DateTimeFormatter.RFC_1123_DATE_TIME.format(OnPremises.now()));

		this.office.host()
			.file(this.anna, "Sent", forged.bytes(), Date.from(Instant.now().minusSeconds(600)), Flags.Flag.SEEN);
		OnPremises.soon().until(() -> items(this.anna).size() == 2);
		OnPremises.soon().until(() -> !this.office.caseOf(request).orElseThrow().verdicts().isEmpty());

		assertThat(this.office.caseOf(request).orElseThrow().verdicts()).singleElement()
			.satisfies((verdict) -> assertThat(verdict.state()).isEqualTo(Verdict.State.HELD));
	}

	@Test
	void VA_11a_aDraftInSentIsNoMail() {
		var request = this.office.asked(this.dan, this.anna);
		var draft = request.answeredBy(this.anna, "Godkendt" + request.quoted(), OnPremises.now());
		var sent = request.answeredBy(this.anna, "Afvist" + request.quoted(), OnPremises.now());

		this.office.host().file(this.anna, "Sent", draft.bytes(), new Date(), Flags.Flag.DRAFT);
		this.office.host().file(this.anna, "Sent", sent.bytes());

		OnPremises.soon().until(() -> !this.office.caseOf(request).orElseThrow().verdicts().isEmpty());
		assertThat(items(this.anna)).hasSize(2)
			.noneMatch("sentitems/%d/1".formatted(this.office.host().validity(this.anna, "Sent"))::equals);
		assertThat(this.office.caseOf(request).orElseThrow().outcome()).contains(Outcome.REJECTED);
	}

	@Test
	void IN_19_whoFilesAMailDoesNotSayFromWhenOnItWasThere() {
		var request = this.office.asked(this.dan, this.anna);
		var reply = request.answeredBy(this.anna, "Godkendt" + request.quoted(), OnPremises.now());
		var read = Instant.now().minusSeconds(60);

		this.office.host()
			.file(this.anna, "Sent", reply.bytes(), Date.from(read.minus(Duration.ofDays(2))), Flags.Flag.SEEN);

		OnPremises.soon().until(() -> items(this.anna).size() == 2);
		assertThat(this.office.count("select count(*) from sighting where mailbox = ? and not_before < ?::timestamptz",
				this.anna.address(), read.toString()))
			.isZero();
		assertThat(this.office.count("select count(*) from sighting where mailbox = ? and not_before is null",
				this.anna.address()))
			.isZero();
	}

	@Test
	void aMailboxWithoutAFolderOfSentMailSaysSo() {
		var finn = Correspondent.of("Finn Bro", "finn%d@min.example".formatted(System.nanoTime()));
		this.office.host().deliver(finn, Letter.of(this.dan, List.of(finn), "Hej", "Hej\n", OnPremises.now()).bytes());

		this.office.bean(Watches.class).put(OnPremises.address(finn), EnumSet.of(Folder.INBOX, Folder.SENT), "a test");

		OnPremises.soon()
			.until(() -> this.office.bean(Watches.class)
				.of(OnPremises.address(finn))
				.stream()
				.anyMatch((watch) -> watch.problem().orElse("").contains("has no folder Sent")));
		assertThat(this.office.host().folders(finn)).doesNotContain("Sent");
	}

	private byte[] raw(MessageId id) {
		return this.office.bean(Documents.class).bytes(this.office.bean(Messages.class).get(id).evidence().raw());
	}

	private List<String> items(Correspondent person) {
		return this.office.sql()
			.sql("select item_id from sighting where mailbox = ? and item_id is not null order by position")
			.param(person.address())
			.query((row, _) -> row.getString("item_id"))
			.list();
	}

	private long cases(Correspondent person) {
		return this.office.count("""
				select count(distinct m.case_id) from sighting s join message m on m.id = s.message
				where s.mailbox = ? and m.case_id is not null
				""", person.address());
	}

}
