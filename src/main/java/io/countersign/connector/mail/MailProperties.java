package io.countersign.connector.mail;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.countersign.identity.EmailAddress;
import io.countersign.identity.Secret;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How mail servers of one's own are reached.
 *
 * @param accounts mailboxes with a login of their own
 * @param timeout how long a server may be silent
 */
@ThroughMail
@Validated
@ConfigurationProperties("countersign.mail")
record MailProperties(@Valid @DefaultValue Imap imap, @Valid @DefaultValue Smtp smtp,
		@DefaultValue List<@Valid Account> accounts,
		@DefaultValue("15s") @DurationMin(seconds = 1) @DurationMax(minutes = 5) Duration timeout) {

	private static final String LOCAL_ALONE = " is tls or starttls, for a password is only as secret as its way;"
			+ " none serves this machine alone";

	private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

	MailProperties {
		accounts = List.copyOf(accounts);
	}

	/** How the way to a server is kept secret. */
	enum Security {

		TLS, STARTTLS, NONE

	}

	/**
	 * Where mail is read.
	 *
	 * @param user the login for a mailbox: {@code {address}} and {@code {name}} stand for
	 * its address and what is before the @ in it
	 * @param password of the logins for which there is no account
	 * @param sent the folder of sent mail, where the server does not say which it is
	 * @param drafts the folder of drafts, where the server does not say which it is
	 */
	record Imap(@NotBlank(message = "is the name of the IMAP server") String host,
			@DefaultValue("993") @Min(1) @Max(65_535) int port, @DefaultValue("tls") Security security,
			@DefaultValue("{address}") @NotBlank String user, @Nullable Secret password,
			@DefaultValue("Sent") @NotBlank String sent, @DefaultValue("Drafts") @NotBlank String drafts) {
	}

	/**
	 * Where mail is handed in.
	 *
	 * @param user without one there is no login
	 */
	record Smtp(@NotBlank(message = "is the name of the SMTP server") String host,
			@DefaultValue("587") @Min(1) @Max(65_535) int port, @DefaultValue("starttls") Security security,
			@Nullable String user, @Nullable Secret password) {
	}

	/** A mailbox with a login of its own. */
	record Account(@NotNull(message = "is the mailbox's address") EmailAddress address, @Nullable String user,
			@NotNull(message = "is the password of this login") Secret password) {
	}

	/** What a server wants to hear before it opens a mailbox. */
	record Login(String user, Secret password) {
	}

	@AssertTrue(message = "imap.security" + LOCAL_ALONE)
	boolean isImapSafe() {
		return this.imap.security() != Security.NONE || LOOPBACK.contains(String.valueOf(this.imap.host()));
	}

	@AssertTrue(message = "smtp.security" + LOCAL_ALONE)
	boolean isSmtpSafe() {
		return this.smtp.security() != Security.NONE || LOOPBACK.contains(String.valueOf(this.smtp.host()));
	}

	@AssertTrue(message = "imap.password opens the mailboxes that countersign.mail.accounts does not list")
	boolean isPasswordSet() {
		return this.imap.password() != null || !this.accounts.isEmpty();
	}

	@AssertTrue(message = "smtp.password belongs to countersign.mail.smtp.user, and neither goes without the other")
	boolean isSmtpLoginWhole() {
		return (this.smtp.user() == null) == (this.smtp.password() == null);
	}

	/** Nothing when no password is known for the mailbox. */
	Optional<Login> login(EmailAddress mailbox) {
		var own = this.accounts.stream().filter((account) -> account.address().equals(mailbox)).findFirst();
		var user = own.flatMap((account) -> Optional.ofNullable(account.user())).orElseGet(() -> user(mailbox));
		return own.map(Account::password)
			.or(() -> Optional.ofNullable(this.imap.password()))
			.map((password) -> new Login(user, password));
	}

	private String user(EmailAddress mailbox) {
		var address = mailbox.value();
		return this.imap.user()
			.replace("{address}", address)
			.replace("{name}", address.substring(0, address.lastIndexOf('@')));
	}

}
