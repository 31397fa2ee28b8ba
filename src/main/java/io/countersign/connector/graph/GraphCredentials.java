package io.countersign.connector.graph;

import java.util.Objects;

import com.azure.core.credential.TokenCredential;
import com.azure.identity.ClientCertificateCredentialBuilder;
import com.azure.identity.ClientSecretCredentialBuilder;
import com.azure.identity.DefaultAzureCredentialBuilder;

/** The one credential of this process; it keeps its tokens. */
final class GraphCredentials {

	private GraphCredentials() {
	}

	static TokenCredential of(GraphProperties properties) {
		var secret = properties.clientSecret();
		if (properties.tokenUri() != null) {
			return new TokenEndpoint(properties.tokenUri(), properties.clientId(), Objects.requireNonNull(secret,
					"countersign.graph.client-secret is needed with countersign.graph.token-uri"));
		}
		var certificate = properties.clientCertificate();
		if (certificate != null) {
			return new ClientCertificateCredentialBuilder().tenantId(properties.tenantId())
				.clientId(properties.clientId())
				.pemCertificate(certificate.toString())
				.build();
		}
		if (secret != null) {
			return new ClientSecretCredentialBuilder().tenantId(properties.tenantId())
				.clientId(properties.clientId())
				.clientSecret(secret.value())
				.build();
		}
		return new DefaultAzureCredentialBuilder().tenantId(properties.tenantId())
			.workloadIdentityClientId(properties.clientId())
			.managedIdentityClientId(properties.clientId())
			.build();
	}

}
