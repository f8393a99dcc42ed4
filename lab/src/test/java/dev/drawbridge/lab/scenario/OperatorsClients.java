package dev.drawbridge.lab.scenario;

import dev.drawbridge.aws.Clients;
import dev.drawbridge.simulator.door.InMemoryHttpClient;
import java.net.URI;
import java.util.Optional;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.BackoffStrategy;

/** An operator's clients whose answers somebody changes on their way. */
final class OperatorsClients {
  private OperatorsClients() {}

  static Clients over(Scenario scenario, UnaryOperator<SdkHttpClient> changed) {
    return new Clients(
        new Clients.Wiring(
            changed.apply(new InMemoryHttpClient(scenario.world().door())),
            Region.of(Scenario.PROVIDER.region()),
            StaticCredentialsProvider.create(
                AwsSessionCredentials.create(
                    Scenario.PROVIDER.account(), "unused", "role/operator")),
            BackoffStrategy.retryImmediately(),
            Optional.of(URI.create("http://127.0.0.1"))));
  }
}
