package dev.drawbridge.simulator.ec2;

import dev.drawbridge.engine.evidence.Unconfirmed;
import java.time.Duration;

/**
 * The life of VPC endpoints.
 *
 * @param pending an accepted endpoint's time in {@code pending} before {@code available}
 * @param deleting an endpoint's time in {@code deleting}
 * @param remembered how long a deleted or expired endpoint is still listed
 * @param acceptanceExpiry how long a request stays {@code pendingAcceptance}
 * @param notice how long a connection notice takes to its topic
 * @param verification how long AWS looks for the record that verifies a private DNS name
 */
public record EndpointDelays(
    @Unconfirmed(
            "a vendor reports 5 to 10 minutes for the whole creation (hasura/ddn-docs,"
                + " private-endpoints/aws.mdx)")
        Duration pending,
    @Unconfirmed("vendors as for the creation") Duration deleting,
    @Unconfirmed("no figure is published") Duration remembered,
    @Unconfirmed("the state is in the API model, its period is not") Duration acceptanceExpiry,
    @Unconfirmed("no figure is published") Duration notice,
    @Unconfirmed("\"up to 10 minutes\" is all that users tell") Duration verification) {

  static EndpointDelays published() {
    return new EndpointDelays(
        Duration.ofMinutes(2),
        Duration.ofMinutes(1),
        Duration.ofHours(1),
        Duration.ofDays(7),
        Duration.ofSeconds(5),
        Duration.ofMinutes(2));
  }

  EndpointDelays dividedBy(long divisor) {
    return new EndpointDelays(
        pending.dividedBy(divisor),
        deleting.dividedBy(divisor),
        remembered,
        acceptanceExpiry,
        notice.dividedBy(divisor),
        verification.dividedBy(divisor));
  }

  EndpointDelays pending(Duration value) {
    return new EndpointDelays(value, deleting, remembered, acceptanceExpiry, notice, verification);
  }
}
