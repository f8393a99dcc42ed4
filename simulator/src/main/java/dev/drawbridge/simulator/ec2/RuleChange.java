package dev.drawbridge.simulator.ec2;

import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.IpPermission;

/**
 * What the four operations Authorize and Revoke, Ingress and Egress, have in common in their
 * requests.
 *
 * @param egress whether the outbound rules are changed
 * @param flat the old form of one rule
 */
record RuleChange(
    @Nullable Boolean dryRun,
    @Nullable String groupId,
    boolean egress,
    List<IpPermission> permissions,
    RuleRequest.Flat flat) {}
