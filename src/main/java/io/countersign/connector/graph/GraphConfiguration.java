package io.countersign.connector.graph;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import com.microsoft.graph.core.authentication.AzureIdentityAuthenticationProvider;
import com.microsoft.graph.core.requests.BaseGraphRequestAdapter;
import com.microsoft.graph.core.requests.GraphClientFactory;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.kiota.RequestOption;
import com.microsoft.kiota.http.middleware.options.RetryHandlerOption;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The SDK without its own patience: nothing is repeated by it, for it would repeat a send
 * as well. What fails is due again by its row.
 */
@ThroughGraph
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(GraphProperties.class)
class GraphConfiguration {

	private static final Duration CONNECT_WITHIN = Duration.ofSeconds(10);

	private static final Duration CALL_WITHIN = Duration.ofMinutes(10);

	/** Shorter than servers wait: a call on a connection they have closed is in vain. */
	private static final int IDLE_SECONDS = 20;

	private static final int IDLE_CONNECTIONS = 64;

	@Bean
	GraphServiceClient graphServiceClient(GraphProperties properties, Clock clock) {
		var authentication = new AzureIdentityAuthenticationProvider(GraphCredentials.of(properties),
				new String[] { properties.baseUrl().getHost() }, properties.scope());
		return new GraphServiceClient(
				new BaseGraphRequestAdapter(authentication, properties.baseUrl().toString(), http(properties, clock)));
	}

	private static OkHttpClient http(GraphProperties properties, Clock clock) {
		RequestOption[] options = { new RetryHandlerOption((_, _, _, _) -> false, 0, 0) };
		return GraphClientFactory.create(options)
			.retryOnConnectionFailure(false)
			.connectTimeout(CONNECT_WITHIN)
			.readTimeout(properties.readTimeout())
			.writeTimeout(properties.readTimeout())
			.callTimeout(CALL_WITHIN)
			.connectionPool(new ConnectionPool(IDLE_CONNECTIONS, IDLE_SECONDS, TimeUnit.SECONDS))
			.addInterceptor((chain) -> chain.proceed(chain.request()
				.newBuilder()
				.addHeader("Prefer", "IdType=\"ImmutableId\"")
				.header("client-request-id", UUID.randomUUID().toString())
				.build()))
			.addInterceptor(new FaultReader(clock))
			.build();
	}

}
