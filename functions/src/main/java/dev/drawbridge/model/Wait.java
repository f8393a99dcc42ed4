package dev.drawbridge.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run that waits for somebody, and the sealed token that wakes it. A path has at most one, whose
 * place the next wait takes, and one for each change that its database's owner has ordered.
 *
 * @param executionArn the run
 * @param serviceId whose connections it is about
 * @param serviceName what a consumer asks for, as EC2 said it; null from a run of an earlier
 *     release and from an owner's
 * @param acceptedEndpointId the endpoint that an earlier attempt accepted, if any
 * @param invitation what the consumer needs to know beside the service's name to make its endpoint;
 *     null while a person is asked, and from a run of an earlier release
 * @param question what was asked of a person; null while the run waits for the consumer
 * @param token wakes the run
 * @param expiresAt when the item may go
 */
public record Wait(
    OnboardingKey key,
    String executionArn,
    String serviceId,
    @Nullable String serviceName,
    @Nullable String acceptedEndpointId,
    @Nullable Invitation invitation,
    @Nullable Question question,
    SealedToken token,
    Instant expiresAt) {

  /**
   * Where an endpoint can stand, and what leads through it. A run of an earlier release knows no
   * ports.
   *
   * @param availabilityZoneIds of the service: ids, for names differ from account to account
   * @param instancePorts that instances may have, as {@code 3308-3347}; null if they have none
   */
  public record Invitation(
      List<String> availabilityZoneIds,
      @Nullable Integer readerPort,
      @Nullable Integer writerPort,
      @Nullable String instancePorts) {
    /** Keeps a copy. */
    public Invitation {
      availabilityZoneIds = List.copyOf(availabilityZoneIds);
    }
  }

  /**
   * A question that is open.
   *
   * @param approvalId the {@link Approval}
   * @param endpointId the endpoint that it is about
   * @param subjectDigest see {@link dev.drawbridge.plan.SubjectDigest}
   * @param ofChange whether an owner's run asks, about its change: the consumer's own runs wait
   *     beside it
   */
  public record Question(
      String approvalId, String endpointId, String subjectDigest, boolean ofChange) {}

  /** What its token may be opened for. */
  public TokenUse use() {
    return new TokenUse(
        key,
        executionArn,
        question == null ? TokenUse.Purpose.CONSUMER : TokenUse.Purpose.DECISION);
  }

  /** The same wait with the question that was asked before. */
  public Wait asking(Question earlier) {
    return new Wait(
        key,
        executionArn,
        serviceId,
        serviceName,
        acceptedEndpointId,
        invitation,
        earlier,
        token,
        expiresAt);
  }
}
