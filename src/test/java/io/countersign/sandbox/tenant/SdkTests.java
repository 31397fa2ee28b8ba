package io.countersign.sandbox.tenant;

import java.io.InputStream;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

import com.azure.core.credential.AccessToken;
import com.microsoft.graph.chats.item.messages.delta.DeltaGetResponse;
import com.microsoft.graph.core.authentication.AzureIdentityAuthenticationProvider;
import com.microsoft.graph.core.content.BatchRequestContentCollection;
import com.microsoft.graph.core.requests.BaseGraphRequestAdapter;
import com.microsoft.graph.core.requests.GraphClientFactory;
import com.microsoft.graph.models.AadUserConversationMember;
import com.microsoft.graph.models.Message;
import com.microsoft.graph.models.SingleValueLegacyExtendedProperty;
import com.microsoft.graph.models.TeamworkUserIdentity;
import com.microsoft.graph.models.TeamworkUserIdentityType;
import com.microsoft.graph.models.odataerrors.ODataError;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.graph.users.item.messages.item.createreply.CreateReplyPostRequestBody;
import com.microsoft.kiota.serialization.Parsable;
import com.microsoft.kiota.serialization.ParsableFactory;
import io.countersign.scenario.TenantControl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Microsoft's own client meets the tenant. */
@ResourceLock(Probe.LOCK)
class SdkTests {

	/** "XXX" is the SDK's key for any status without success. */
	private static final HashMap<String, ParsableFactory<? extends Parsable>> ANY_ERROR = new HashMap<>(
			Map.of("XXX", ODataError::createFromDiscriminatorValue));

	private static final String KEY = "String {8f0c2f0e-9a54-4b5e-9d0e-6a0f1f2b7c11} Name CountersignKey";

	private static final String ANNA = "anna@min.example";

	private final Probe probe = new Probe();

	private final GraphServiceClient client = client();

	@AfterEach
	void close() {
		this.probe.close();
	}

	@Test
	void itWalksADeltaRoundPageByPage() {
		for (var i = 0; i < 5; i++) {
			this.probe.received(Probe.letter("Lease " + i, "May we sign?"));
		}
		var delta = this.client.users().byUserId(ANNA).mailFolders().byMailFolderId("inbox").messages().delta();
		var subjects = new TreeSet<String>();
		var page = Objects.requireNonNull(delta.get((request) -> {
			request.queryParameters.select = new String[] { "id", "subject" };
			request.headers.add("Prefer", "odata.maxpagesize=2");
		}));
		while (true) {
			Objects.requireNonNull(page.getValue()).forEach((message) -> subjects.add(message.getSubject()));
			var next = page.getOdataNextLink();
			if (next == null) {
				break;
			}
			page = Objects.requireNonNull(
					delta.withUrl(next).get((request) -> request.headers.add("Prefer", "odata.maxpagesize=2")));
		}

		assertThat(subjects).hasSize(5);
		assertThat(page.getOdataDeltaLink()).contains("$deltatoken=");
	}

	@Test
	void itAnswersWithAKeyAndFindsTheAnswerByIt() {
		var asked = this.probe.received(Probe.letter("Lease", "May we sign?"));
		var messages = this.client.users().byUserId(ANNA).messages();
		var body = new CreateReplyPostRequestBody();
		body.setComment("<p>ok</p>");
		var draft = Objects.requireNonNull(messages.byMessageId(asked).createReply().post(body));
		var property = new SingleValueLegacyExtendedProperty();
		property.setId(KEY);
		property.setValue("k'1");
		var change = new Message();
		change.setSingleValueExtendedProperties(List.of(property));
		var id = Objects.requireNonNull(draft.getId());
		messages.byMessageId(id).patch(change);
		messages.byMessageId(id).send().post();

		var found = Objects.requireNonNull(messages.get((request) -> {
			request.queryParameters.filter = "singleValueExtendedProperties/Any(ep: ep/id eq '%s' and ep/value eq 'k''1')"
				.formatted(KEY);
			request.queryParameters.select = new String[] { "id", "isDraft" };
			request.queryParameters.top = 2;
		}));

		assertThat(found.getValue()).singleElement().satisfies((one) -> assertThat(one.getIsDraft()).isFalse());
		assertThat(this.probe.control.sent()).hasSize(1);
		assertThat(this.probe.sentMime(0)).contains("In-Reply-To: <");
	}

	@Test
	void itStreamsTheRawMailAndARawAttachment() throws Exception {
		var letter = Probe.letter("Lease", "May we sign?").with("lease.txt", "two years");
		var id = this.probe.received(letter);
		var message = this.client.users().byUserId(ANNA).messages().byMessageId(id);

		try (var raw = Objects.requireNonNull(message.content().get())) {
			assertThat(raw.readAllBytes()).isEqualTo(letter.bytes());
		}
		var files = Objects.requireNonNull(Objects.requireNonNull(message.attachments().get()).getValue());
		var request = message.attachments()
			.byAttachmentId(Objects.requireNonNull(files.getFirst().getId()))
			.toGetRequestInformation();
		request.urlTemplate = request.urlTemplate.replaceFirst("\\{\\?.*$", "") + "/$value";
		request.headers.remove("Accept");
		try (var raw = Objects
			.requireNonNull(this.client.getRequestAdapter().sendPrimitive(request, ANY_ERROR, InputStream.class))) {
			assertThat(raw.readAllBytes()).asString().isEqualTo("two years");
		}
	}

	@Test
	void itSendsABatch() throws Exception {
		var id = this.probe.received(Probe.letter("Lease", "May we sign?"));
		var batch = new BatchRequestContentCollection(this.client);
		var step = batch.addBatchRequestStep(this.client.users()
			.byUserId(ANNA)
			.messages()
			.byMessageId(id)
			.toGetRequestInformation((request) -> request.queryParameters.select = new String[] { "subject" }));

		var answer = Objects.requireNonNull(this.client.getBatchRequestBuilder().post(batch, null));

		assertThat(answer.getResponseById(step, Message::createFromDiscriminatorValue))
			.satisfies((message) -> assertThat(message.getSubject()).isEqualTo("Lease"));
	}

	@Test
	void itReadsChatsAndWalksTheirDeltaForWhichItHasNoBuilder() {
		var chats = new ChatProbe(this.probe);
		var chat = chats.open();
		chats.say(chat, "May we sign?");
		var all = this.client.users().byUserId(ANNA).chats().getAllMessages();
		var request = all.toGetRequestInformation();
		request.urlTemplate = request.urlTemplate.replaceFirst("\\{\\?.*$", "") + "/delta()";

		var listed = Objects.requireNonNull(all.get((wish) -> wish.queryParameters.top = 50)).getValue();
		var delta = Objects.requireNonNull(this.client.getRequestAdapter()
			.send(request, ANY_ERROR, DeltaGetResponse::createFromDiscriminatorValue));
		var one = Objects.requireNonNull(this.client.chats()
			.byChatId(chat)
			.get((wish) -> wish.queryParameters.expand = new String[] { "members" }));

		assertThat(listed).singleElement().satisfies((message) -> {
			assertThat(message.getChatId()).isEqualTo(chat);
			var user = (TeamworkUserIdentity) Objects.requireNonNull(message.getFrom()).getUser();
			assertThat(Objects.requireNonNull(user).getUserIdentityType()).isEqualTo(TeamworkUserIdentityType.AadUser);
		});
		assertThat(delta.getValue()).hasSize(1);
		assertThat(delta.getOdataDeltaLink()).contains("$deltatoken=");
		assertThat(one.getMembers()).hasSize(2)
			.allSatisfy(
					(member) -> assertThat(((AadUserConversationMember) member).getTenantId()).isEqualTo("sandbox"));
	}

	@Test
	void itUnderstandsTheErrors() {
		assertThatExceptionOfType(ODataError.class)
			.isThrownBy(() -> this.client.users().byUserId(ANNA).messages().byMessageId("gone").get())
			.satisfies((error) -> assertThat(error.getResponseStatusCode()).isEqualTo(404))
			.satisfies((error) -> assertThat(Objects.requireNonNull(error.getError()).getCode())
				.isEqualTo("ErrorItemNotFound"));
	}

	private GraphServiceClient client() {
		var tenant = this.probe.tenant.uri();
		var token = new AccessToken(new TenantControl(tenant).token("https://graph.microsoft.com/.default"),
				OffsetDateTime.ofInstant(Instant.now().plusSeconds(3000), ZoneOffset.UTC));
		var authentication = new AzureIdentityAuthenticationProvider((_) -> Mono.just(token),
				new String[] { "localhost" }, "https://graph.microsoft.com/.default");
		var http = GraphClientFactory.create()
			.retryOnConnectionFailure(false)
			.addInterceptor((chain) -> chain
				.proceed(chain.request().newBuilder().addHeader("Prefer", "IdType=\"ImmutableId\"").build()))
			.build();
		return new GraphServiceClient(new BaseGraphRequestAdapter(authentication, tenant + "/v1.0", http));
	}

}
