package dev.drawbridge.onboarding;

import dev.drawbridge.aws.dynamodb.Waits;
import dev.drawbridge.aws.kms.TokenVault;
import dev.drawbridge.aws.privatelink.Connections;
import dev.drawbridge.aws.sns.PeopleTopic;
import dev.drawbridge.consent.Wakeups;
import dev.drawbridge.model.OnboardingKey;
import dev.drawbridge.model.TaskToken;
import dev.drawbridge.model.Wait;
import dev.drawbridge.model.WaitStarted;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Stores;
import dev.drawbridge.runtime.Worker;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the token of a run that waits for the consumer's endpoint.
 *
 * <p>The token is stored first and the connections are listed afterwards: an endpoint that comes in
 * between is seen here or by the notice, never by neither.
 */
public final class WaitForConsumer extends Worker<WaitForConsumer.Input, WaitStarted> {
  /**
   * Input of WaitForConsumer.
   *
   * @param acceptedEndpointId the endpoint that an earlier attempt accepted, if any
   * @param message why the run waits, for people
   */
  public record Input(
      TaskToken taskToken,
      OnboardingKey key,
      String executionArn,
      String serviceId,
      String serviceName,
      List<String> availabilityZoneIds,
      @Nullable String acceptedEndpointId,
      String message) {

    public Input {
      availabilityZoneIds = List.copyOf(availabilityZoneIds);
    }
  }

  /** A day more than the state waits, so that the item outlives the wait. */
  private static final Duration KEPT = Duration.ofDays(15);

  private final Waits waits;
  private final TokenVault vault;
  private final Connections connections;
  private final PeopleTopic people;
  private final Wakeups wakeups;
  private final InstantSource clock;

  public WaitForConsumer() {
    this(Environment.lambda());
  }

  public WaitForConsumer(Environment environment) {
    super(Input.class);
    this.waits = Stores.waits(environment);
    this.vault = Stores.vault(environment);
    this.connections = new Connections(environment.clients());
    this.people = Stores.people(environment);
    this.wakeups = new Wakeups(environment);
    this.clock = environment.clock();
  }

  @Override
  public WaitStarted handle(Input input) {
    Wait wait =
        new Wait(
            input.key(),
            input.executionArn(),
            input.serviceId(),
            input.acceptedEndpointId(),
            null,
            vault.seal(input.key(), input.taskToken().value()),
            clock.instant().plus(KEPT));
    waits.put(wait);
    Optional<ConsumerEndpoint> there =
        EndpointChoice.choose(
            connections.of(input.serviceId(), input.key().consumerAccountId()),
            input.key().consumerAccountId(),
            input.acceptedEndpointId());
    there.ifPresent(endpoint -> wakeups.wake(wait, endpoint));
    if (there.isEmpty()) {
      // A retry says it twice: a worker that died before this line must not leave people uninvited.
      people.tell("Waiting for consumer " + input.key().consumerAccountId(), invitation(input));
    }
    return new WaitStarted(there.isPresent());
  }

  private static String invitation(Input input) {
    return """
    %s

    Database: %s
    Consumer account: %s
    Service name: %s
    Availability Zone ids: %s
    """
        .formatted(
            input.message(),
            input.key().databaseName(),
            input.key().consumerAccountId(),
            input.serviceName(),
            String.join(", ", input.availabilityZoneIds()));
  }
}
