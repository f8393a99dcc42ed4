package dev.drawbridge.lab.installation;

import dev.drawbridge.aws.Clients;
import dev.drawbridge.engine.time.Scheduler;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.NameResolver;
import dev.drawbridge.runtime.Settings;
import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.door.Door;
import dev.drawbridge.simulator.door.InMemoryHttpClient;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.BackoffStrategy;

/**
 * What each worker gets instead of Lambda's environment: real SDK clients that knock at the door as
 * the worker's own role, and the world's clock, chance and names.
 */
final class WorkerEnvironments {
  private static final URI ANYWHERE = URI.create("http://127.0.0.1");

  private final Map<String, Clients> clients = new HashMap<>();
  private final Door door;
  private final Scheduler scheduler;
  private final Caller owner;
  private final Supplier<NameResolver> resolver;
  private Optional<URI> statesElsewhere = Optional.empty();

  WorkerEnvironments(
      Door door, Scheduler scheduler, Caller owner, Supplier<NameResolver> resolver) {
    this.door = door;
    this.scheduler = scheduler;
    this.owner = owner;
    this.resolver = resolver;
  }

  /** Sends the calls to Step Functions of all clients that are asked for from now on elsewhere. */
  void statesAt(URI endpoint) {
    statesElsewhere = Optional.of(endpoint);
    clients.clear();
  }

  /** The environment of a new container of a worker; SDK clients are shared by its containers. */
  Environment of(String role, Settings settings) {
    return new Environment(
        settings, clientsOf(role), resolver.get(), scheduler, scheduler.random());
  }

  /** Clients that sign as a role of the owner's account. */
  Clients clientsOf(String role) {
    return clients.computeIfAbsent(
        role, name -> clients(transport(), owner.account(), owner.region(), name, backoff()));
  }

  private SdkHttpClient transport() {
    SdkHttpClient here = new InMemoryHttpClient(door);
    return statesElsewhere
        .map(endpoint -> (SdkHttpClient) new StatesElsewhere(here, endpoint, scheduler))
        .orElse(here);
  }

  /** Clients that sign as a role of any account. */
  static Clients clients(Door door, String account, String region, String role) {
    return clients(
        new InMemoryHttpClient(door), account, region, role, BackoffStrategy.retryImmediately());
  }

  /**
   * What workers wait between two attempts on AWS, with full jitter as there. The SDK must not wait
   * itself: its time is not the world's.
   */
  private BackoffStrategy backoff() {
    return attempt -> {
      long doubled = Clients.BACKOFF.toMillis() << Math.clamp(attempt - 2L, 0, 10);
      long most = Math.min(doubled, Clients.LONGEST_BACKOFF.toMillis());
      scheduler.pause(Duration.ofMillis(scheduler.random().nextLong(most + 1)));
      return Duration.ZERO;
    };
  }

  private static Clients clients(
      SdkHttpClient http, String account, String region, String role, BackoffStrategy backoff) {
    return new Clients(
        new Clients.Wiring(
            http, Region.of(region), credentials(account, role), backoff, Optional.of(ANYWHERE)));
  }

  private static StaticCredentialsProvider credentials(String account, String role) {
    return StaticCredentialsProvider.create(
        AwsSessionCredentials.create(account, "unused", "role/" + role));
  }
}
