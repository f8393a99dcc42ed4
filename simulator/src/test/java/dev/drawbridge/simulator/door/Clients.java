package dev.drawbridge.simulator.door;

import dev.drawbridge.engine.time.Scheduler;
import dev.drawbridge.simulator.call.CallLog;
import dev.drawbridge.simulator.call.Faults;
import dev.drawbridge.simulator.operation.Registry;
import dev.drawbridge.simulator.operation.Service;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.regions.Region;

/** The SDK's own clients in front of some services, for the tests of those services. */
public final class Clients {
  private final Door door;

  /** Clients of these services, without latency or faults. */
  public Clients(Scheduler scheduler, Service... services) {
    this.door =
        new Door(
            scheduler, new Registry(List.of(services)), new CallLog(), new Faults(), Duration.ZERO);
  }

  /** Clients in front of a door. */
  public Clients(Door door) {
    this.door = door;
  }

  /** A client of account 111111111111 in eu-central-1, with the role {@code tester}. */
  public <B extends SdkSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C of(B builder) {
    return of(builder, "111111111111");
  }

  /** The same of another account. */
  public <B extends SdkSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C of(
      B builder, String account) {
    return builder
        .httpClient(new InMemoryHttpClient(door))
        .endpointOverride(URI.create("http://127.0.0.1"))
        .region(Region.EU_CENTRAL_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsSessionCredentials.create(account, "secret", "role/tester")))
        .build();
  }
}
