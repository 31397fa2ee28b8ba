package io.countersign.intake;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The names of mails as other mails write them. */
class InternetMessageIdTests {

	@Test
	void eachIdIsTakenOnceInItsOrder() {
		assertThat(InternetMessageId.normaliseAll("<b@x> <a@x>\r\n <b@x>")).containsExactly("b@x", "a@x");
	}

	@Test
	void VA_04_whatStandsInACommentNamesNoMail() {
		assertThat(InternetMessageId.normaliseAll("(<a@x>) <b@x>")).containsExactly("b@x");
		assertThat(InternetMessageId.normaliseAll("<b@x> (of Anna (<a@x>) today) <c@x>")).containsExactly("b@x", "c@x");
		assertThat(InternetMessageId.normaliseAll("<a(1)@x>")).containsExactly("a(1)@x");
		assertThat(InternetMessageId.normaliseAll("<b@x> (<a@x>")).as("a comment without an end is none")
			.containsExactly("b@x", "a@x");
	}

}
