package dev.drawbridge.lab.gameday;

import dev.drawbridge.aws.Clients;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.IamClientBuilder;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/** An account of AWS, as whoever runs the command may use it. */
public final class AwsAccount implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration ANSWER = Duration.ofSeconds(30);

  private final SdkHttpClient http;
  private final Clients clients;
  private final IamClient iam;

  /** Calls nobody yet. Where AWS_ENDPOINT_URL names a lab's door, the SDK goes there. */
  public AwsAccount(AwsCredentialsProvider credentials, String region) {
    this(
        credentials,
        region,
        UrlConnectionHttpClient.builder().connectionTimeout(CONNECT).socketTimeout(ANSWER).build(),
        Optional.empty());
  }

  /** The same over any transport, and to another endpoint. */
  AwsAccount(
      AwsCredentialsProvider credentials,
      String region,
      SdkHttpClient http,
      Optional<URI> endpoint) {
    this.http = http;
    this.clients =
        new Clients(
            new Clients.Wiring(
                http,
                Region.of(region),
                credentials,
                BackoffStrategy.exponentialDelay(Clients.BACKOFF, Clients.LONGEST_BACKOFF),
                endpoint));
    IamClientBuilder builder =
        IamClient.builder()
            .httpClient(http)
            .region(Region.AWS_GLOBAL)
            .credentialsProvider(credentials);
    endpoint.ifPresent(builder::endpointOverride);
    this.iam = builder.build();
  }

  Clients clients() {
    return clients;
  }

  IamClient iam() {
    return iam;
  }

  /** Who calls, as AWS says. */
  GetCallerIdentityResponse caller() {
    return clients.sts().getCallerIdentity();
  }

  @Override
  public void close() {
    iam.close();
    http.close();
  }
}
