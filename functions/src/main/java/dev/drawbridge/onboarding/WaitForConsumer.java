package dev.drawbridge.onboarding;

import dev.drawbridge.aws.dynamodb.LiveApprovals;
import dev.drawbridge.aws.dynamodb.Waits;
import dev.drawbridge.aws.kms.TokenVault;
import dev.drawbridge.aws.privatelink.Connections;
import dev.drawbridge.aws.sns.PeopleTopic;
import dev.drawbridge.consent.ClaimedEndpoints;
import dev.drawbridge.consent.Requesters;
import dev.drawbridge.consent.Wakeups;
import dev.drawbridge.model.ApprovalSubject;
import dev.drawbridge.model.Enforcement;
import dev.drawbridge.model.InstancePortRange;
import dev.drawbridge.model.OnboardingKey;
import dev.drawbridge.model.TaskToken;
import dev.drawbridge.model.TokenUse;
import dev.drawbridge.model.Wait;
import dev.drawbridge.model.WaitStarted;
import dev.drawbridge.plan.LiveApprovalRules;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Stores;
import dev.drawbridge.runtime.Worker;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
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
   * @param enforcement as asked for; null in a run that an older release started
   * @param consumerCidrs as asked for
   * @param databaseResourceId of the database that the run has found; null in a run of an earlier
   *     release, as are the ports
   * @param instancePorts that instances may have; null if they have none
   * @param purpose as asked for; empty in a run of an earlier release, as is the last day
   * @param validUntil the last day that is asked for
   * @param requestDigest what the run was started with; null in a run of an earlier release
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
      @Nullable Enforcement enforcement,
      @Nullable List<String> consumerCidrs,
      @Nullable String databaseResourceId,
      @Nullable Integer readerPort,
      @Nullable Integer writerPort,
      @Nullable InstancePortRange instancePorts,
      String purpose,
      String validUntil,
      @Nullable String requestDigest,
      String message) {

    public Input {
      availabilityZoneIds = List.copyOf(availabilityZoneIds);
      purpose = Objects.requireNonNullElse(purpose, "");
      validUntil = Objects.requireNonNullElse(validUntil, "");
      consumerCidrs = consumerCidrs == null ? List.of() : List.copyOf(consumerCidrs);
    }

    private Wait.Invitation invitation() {
      return new Wait.Invitation(
          availabilityZoneIds,
          readerPort,
          writerPort,
          instancePorts == null ? null : instancePorts.toString());
    }

    private List<String> blocks() {
      return consumerCidrs == null ? List.of() : consumerCidrs;
    }
  }

  /** A day more than the state waits, so that the item outlives the wait. */
  private static final Duration KEPT = Duration.ofDays(15);

  private final Waits waits;
  private final LiveApprovals live;
  private final TokenVault vault;
  private final Connections connections;
  private final PeopleTopic people;
  private final Wakeups wakeups;
  private final Requesters requesters;
  private final ClaimedEndpoints claimed;
  private final InstantSource clock;

  public WaitForConsumer() {
    this(Environment.lambda());
  }

  public WaitForConsumer(Environment environment) {
    super(Input.class);
    this.waits = Stores.waits(environment);
    this.live = Stores.liveApprovals(environment);
    this.vault = Stores.vault(environment);
    this.connections = new Connections(environment.clients());
    this.people = Stores.people(environment);
    this.wakeups = new Wakeups(environment);
    this.requesters = new Requesters(environment);
    this.claimed = new ClaimedEndpoints(environment);
    this.clock = environment.clock();
  }

  @Override
  public WaitStarted handle(Input input) {
    String approvedEndpointId = approvedEndpoint(input);
    Wait wait =
        new Wait(
            input.key(),
            input.executionArn(),
            input.serviceId(),
            input.serviceName(),
            approvedEndpointId,
            input.invitation(),
            null,
            vault.seal(
                new TokenUse(input.key(), input.executionArn(), TokenUse.Purpose.CONSUMER),
                input.taskToken().value()),
            clock.instant().plus(KEPT));
    waits.put(wait);
    Optional<ConsumerEndpoint> there =
        EndpointChoice.choose(
            connections.of(input.serviceId(), input.key().consumerAccountId()),
            input.key(),
            () -> claimed.of(input.key()),
            approvedEndpointId);
    there.ifPresent(endpoint -> wakeups.wake(wait, endpoint));
    if (there.isEmpty()) {
      // A retry says it twice: a worker that died before this line must not leave people uninvited.
      people.tell(
          "Waiting for consumer " + input.key().consumerAccountId(), InvitationText.of(input));
    }
    return new WaitStarted(there.isPresent());
  }

  /** The accepted endpoint, if the yes to it is one to what is asked for now. */
  private @Nullable String approvedEndpoint(Input input) {
    String accepted = input.acceptedEndpointId();
    Enforcement enforcement = input.enforcement();
    if (accepted == null || enforcement == null) {
      return accepted;
    }
    ApprovalSubject wanted =
        new ApprovalSubject(
            input.key(),
            input.serviceId(),
            accepted,
            enforcement,
            input.blocks(),
            input.databaseResourceId(),
            input.readerPort(),
            input.writerPort(),
            input.instancePorts(),
            input.purpose(),
            input.validUntil());
    return live.find(input.key(), accepted)
            .filter(approval -> covers(approval.subject(), wanted, input))
            .isPresent()
        ? accepted
        : null;
  }

  /**
   * Wider asks again. So does less, unless the consumer's own account asks for it: whoever else
   * narrows a path cuts applications off.
   */
  private boolean covers(ApprovalSubject approved, ApprovalSubject wanted, Input input) {
    return LiveApprovalRules.covers(approved, wanted)
        && (LiveApprovalRules.cutsNobody(approved, wanted)
            || requesters.of(input.executionArn(), input.requestDigest()).accountProven());
  }
}
