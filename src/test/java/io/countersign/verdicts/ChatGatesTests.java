package io.countersign.verdicts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import io.countersign.cases.Ask;
import io.countersign.cases.CaseState;
import io.countersign.cases.Decision;
import io.countersign.cases.GateResult;
import io.countersign.identity.DirectoryEntry;
import io.countersign.verdicts.ChatGround.Bond;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import static io.countersign.verdicts.ChatTrial.ENTRY;
import static io.countersign.verdicts.ChatTrial.ID;
import static io.countersign.verdicts.ChatTrial.genuine;
import static io.countersign.verdicts.Trial.ANNA;
import static io.countersign.verdicts.Trial.BO;
import static io.countersign.verdicts.Trial.CASE;
import static io.countersign.verdicts.Trial.EVA;
import static io.countersign.verdicts.Trial.ask;
import static org.assertj.core.api.Assertions.assertThat;

class ChatGatesTests {

	private static final String OTHER = "99999999-0000-4000-8000-000000000bad";

	private static final List<String> YES = List.of("<p>Godkendt</p>", "<p>Ok herfra</p>", "<p>Kør på</p>",
			"<p>Godkendes</p>", "<p>Ja</p>", "<p>ok</p>", "<p>Approved</p>", "Godkendt, kør bare",
			"<p>Ja, det er godkendt</p>", "<div><p>Godkendt</p><p>Anna</p></div>");

	@Test
	void VA_22_aBoundAnswerFromHerOwnAccountIsProofA3() {
		assertThat(genuine().judged()).isInstanceOfSatisfying(Judgement.Accepted.class, (accepted) -> {
			assertThat(accepted.decision().level()).isEqualTo("A3");
			assertThat(accepted.decision().method()).isEqualTo(Decision.Method.CHAT);
			assertThat(accepted.decision().decidedFor()).isEqualTo(ANNA);
			assertThat(accepted.decision().gates()).extracting(GateResult::result).containsOnly("pass");
		});
	}

	@TestFactory
	Stream<DynamicTest> VA_22_everyGenuineBoundAnswerIsAccepted() {
		return YES.stream()
			.flatMap((words) -> Stream.of(Bond.NAMES, Bond.ANSWERS, Bond.FOLLOWS)
				.map((bond) -> DynamicTest.dynamicTest(bond + " " + words,
						() -> assertThat(genuine().saying(words).on(bond, true, true, true).judged())
							.isInstanceOf(Judgement.Accepted.class))));
	}

	@TestFactory
	Stream<DynamicTest> VA_22_noOtherMessageIsAccepted() {
		return doubtful().entrySet()
			.stream()
			.map((one) -> DynamicTest.dynamicTest(one.getKey(),
					() -> assertThat(one.getValue().judged()).isNotInstanceOf(Judgement.Accepted.class)));
	}

	/** Whatever else is wrong with it, names that lie never make it right. */
	@TestFactory
	Stream<DynamicTest> VA_22_namesNeverMakeAnAuthor() {
		return Stream.of("Anna Holm", "anna.holm@min.example", "Anna Holm (minister)", ID)
			.map((name) -> DynamicTest.dynamicTest(name, () -> {
				var lying = genuine().with("\"id\":\"" + ID, "\"id\":\"" + OTHER).with("Anna Holm", name);
				assertThat(lying.judged()).isNotInstanceOf(Judgement.Accepted.class);
			}));
	}

	@Test
	void VA_22_guestsProgramsAndQuotesHoldAndAreNotRefused() {
		assertThat(genuine().known(new DirectoryEntry(ID, ANNA, "Anna Holm", false)).judged())
			.isInstanceOf(Judgement.Held.class);
		assertThat(genuine().inChat("\"roles\":[\"owner\"],\"displayName\"", "\"roles\":[\"guest\"],\"displayName\"")
			.judged()).isInstanceOf(Judgement.Held.class);
		assertThat(genuine().carrying("{\"contentType\":\"forwardedMessageReference\",\"content\":\"{}\"}").judged())
			.isInstanceOf(Judgement.Held.class);
		assertThat(genuine().saying("<blockquote>Skal vi?</blockquote><p>Godkendt</p>").judged())
			.isInstanceOf(Judgement.Held.class);
		assertThat(genuine().with("\"lastEditedDateTime\":null", "\"lastEditedDateTime\":\"2026-11-24T10:01:00Z\"")
			.judged()).isInstanceOf(Judgement.Held.class);
	}

	@Test
	void VA_22_whoWasNotAskedIsRefused() {
		assertThat(genuine().asking(ask("ask@min.example", CASE, BO, 1, Ask.State.OPEN)).judged())
			.isInstanceOf(Judgement.Refused.class);
	}

	@Test
	void VA_20_aChatIsJudgedAgainFromWhatWasKept() {
		var reply = genuine().reply();
		var facts = Policies.JSON.readValue(Policies.JSON.writeValueAsString(Facts.of(reply)), Facts.class);

		var again = Trial.VERDICTS.judge(facts.about(reply.message()));

		assertThat(Judged.of(again)).isEqualTo(Judged.of(Trial.VERDICTS.judge(reply)));
		assertThat(again).isInstanceOf(Judgement.Accepted.class);
	}

	private static Map<String, ChatTrial> doubtful() {
		var all = new LinkedHashMap<String, ChatTrial>();
		authors(all);
		chats(all);
		words(all);
		grounds(all);
		return all;
	}

	private static void authors(Map<String, ChatTrial> all) {
		all.put("another account", genuine().with("\"id\":\"" + ID, "\"id\":\"" + OTHER));
		all.put("an account of another case", genuine().with("\"id\":\"" + ID, "\"id\":\"" + ID.toUpperCase()));
		all.put("no account", genuine().with("\"id\":\"" + ID + "\",", ""));
		all.put("an empty account", genuine().with(ID, ""));
		all.put("no author", genuine().with("\"user\":{", "\"nobody\":{"));
		all.put("an author who is null", genuine().with("\"from\":{", "\"from\":null,\"was\":{"));
		all.put("a program",
				genuine().with("\"application\":null", "\"x\":null").with("\"user\":{", "\"application\":{"));
		all.put("a program beside her",
				genuine().with("\"application\":null", "\"application\":{\"id\":\"bot\",\"displayName\":\"Bot\"}"));
		all.put("a device", genuine().with("\"device\":null", "\"x\":null").with("\"user\":{", "\"device\":{"));
		for (var kind : List.of("anonymousGuest", "federatedUser", "personalMicrosoftAccountUser", "skypeUser",
				"phoneUser", "emailUser", "onPremiseAadUser", "azureCommunicationServicesUser", "unknownFutureValue",
				"")) {
			all.put("kind " + kind, genuine().with("aadUser", kind));
		}
		all.put("no kind", genuine().with("\"userIdentityType\":\"aadUser\",", ""));
		all.put("another tenant", genuine().with(Policy.TENANT, "7f3c2a10-0000-4000-8000-000000000002"));
		all.put("no tenant", genuine().with(",\"tenantId\":\"" + Policy.TENANT + "\"", ""));
		all.put("a tenant that is null", genuine().with("\"tenantId\":\"" + Policy.TENANT + "\"", "\"tenantId\":null"));
		all.put("nobody says which tenant is ours", genuine().by(Policy.trusting(Trust.NOTHING)));
		all.put("not in the directory", genuine().known());
		all.put("a guest of the directory", genuine().known(new DirectoryEntry(ID, ANNA, "Anna Holm", false)));
		all.put("somebody else in the directory", genuine().known(new DirectoryEntry(ID, EVA, "Anna Holm", true)));
		all.put("the directory says another account now",
				genuine().grounded(
						Optional.of(new ChatGround(Optional.of(new DirectoryEntry(OTHER, ANNA, "Anna Holm", true)),
								Bond.FOLLOWS, Trial.RECEIVED.minusSeconds(60), true, true, true))));
	}

	private static void chats(Map<String, ChatTrial> all) {
		all.put("no members", genuine().inChat("\"members\":[", "\"others\":["));
		all.put("not a member", genuine().inChat(ID, OTHER));
		all.put("a guest of the chat",
				genuine().inChat("\"roles\":[\"owner\"],\"displayName\"", "\"roles\":[\"guest\"],\"displayName\""));
		all.put("a member of another tenant", genuine().inChat(Policy.TENANT, "7f3c2a10-0000-4000-8000-000000000002"));
		all.put("a member of no tenant", genuine().inChat(",\"tenantId\":\"" + Policy.TENANT + "\"", ""));
	}

	private static void words(Map<String, ChatTrial> all) {
		all.put("forwarded", genuine().carrying("{\"contentType\":\"forwardedMessageReference\",\"content\":\"{}\"}"));
		all.put("a card", genuine().carrying("{\"contentType\":\"application/vnd.microsoft.card.adaptive\"}"));
		all.put("something unknown", genuine().carrying("{\"contentType\":\"later\"}"));
		all.put("nothing said of what it carries", genuine().carrying("{}"));
		all.put("an answer that names nothing", genuine().carrying("{\"contentType\":\"messageReference\"}"));
		all.put("a quote", genuine().saying("<blockquote>Godkendt</blockquote>"));
		all.put("a quote above", genuine().saying("<blockquote>Hej</blockquote><p>Godkendt</p>"));
		all.put("only preformatted", genuine().saying("<pre>Godkendt</pre>"));
		all.put("only hidden", genuine().saying("<p style='display:none'>Godkendt</p>"));
		all.put("something hidden", genuine().saying("<p>Godkendt</p><p style='display:none'>hvis prisen falder</p>"));
		all.put("a thumb", genuine().saying("<p><emoji alt='👍'></emoji></p>"));
		all.put("nothing", genuine().saying(""));
		all.put("no",
				genuine().saying("<p>Ikke godkendt</p>").asking(ask("ask@min.example", CASE, BO, 1, Ask.State.OPEN)));
		all.put("later", genuine().saying("<p>Ok, jeg kigger på det i morgen</p>"));
		all.put("passed on", genuine().saying("<p>Bo afgør det</p>"));
		all.put("edited",
				genuine().with("\"lastEditedDateTime\":null", "\"lastEditedDateTime\":\"2026-11-24T10:01:00Z\""));
		all.put("edited at a time nobody can read",
				genuine().with("\"lastEditedDateTime\":null", "\"lastEditedDateTime\":\"yesterday\""));
		all.put("deleted", genuine().with("\"deletedDateTime\":null", "\"deletedDateTime\":\"2026-11-24T10:01:00Z\""));
	}

	private static void grounds(Map<String, ChatTrial> all) {
		all.put("nothing known around it", genuine().grounded(Optional.empty()));
		all.put("only the chat has to do with it", genuine().on(Bond.LOOSE, true, true, true));
		all.put("what it follows asks nothing", genuine().on(Bond.FOLLOWS, false, true, true));
		all.put("what it answers asks nothing", genuine().on(Bond.ANSWERS, false, true, true));
		all.put("something may have been said between", genuine().on(Bond.FOLLOWS, true, false, true));
		all.put("something may have been said before", genuine().on(Bond.NAMES, true, false, true));
		all.put("another version", genuine().on(Bond.FOLLOWS, true, true, false));
		all.put("asked of somebody else", genuine().asking(ask("ask@min.example", CASE, BO, 1, Ask.State.OPEN)));
		all.put("asked of nobody", genuine().asking());
		all.put("withdrawn", genuine().asking(ask("ask@min.example", CASE, ANNA, 1, Ask.State.WITHDRAWN)));
		all.put("closed", genuine().onCase(CaseState.CLOSED));
		all.put("a newer version was asked about",
				genuine().asking(ask("ask@min.example", CASE, ANNA, 1, Ask.State.OPEN),
						ask("two@min.example", CASE, BO, 2, Ask.State.OPEN)));
		all.put("a newer version came", genuine().withNewerVersion());
		all.put("asked only later", genuine().grounded(Optional.of(new ChatGround(Optional.of(ENTRY), Bond.FOLLOWS,
				Trial.RECEIVED.minusSeconds(7_200), true, true, true))));
		all.put("better proof is wanted", genuine().by(Policy.asking(ProofLevel.A4, "ministersvar")));
	}

}
