package dev.drawbridge.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The port of one instance, which belongs to its identifier and never moves in a failover.
 *
 * @param resourceId which of all instances that ever have the identifier: another after a
 *     blue/green switchover
 * @param groupArn its target group; null until it was made
 * @param listenerArn null until it was made
 * @param target what was registered last; null if nothing is
 * @param goneSince when RDS was first found not to have it any more; null while it has
 * @param cutAt when its target was taken out to end the sessions of a writer that was demoted; null
 *     if it was not, or stands again
 */
public record InstancePort(
    String identifier,
    String resourceId,
    int port,
    @Nullable String groupArn,
    @Nullable String listenerArn,
    @Nullable Target target,
    @Nullable Instant goneSince,
    @Nullable Instant cutAt) {

  @Override
  public String toString() {
    return "%s at %d -> %s".formatted(identifier, port, target == null ? "nobody" : target);
  }

  /** One that has nothing but its port. */
  public static InstancePort first(Member member, int port) {
    return new InstancePort(
        member.identifier(), member.resourceId(), port, null, null, null, null, null);
  }

  /** Whether group and listener were made. */
  public boolean built() {
    return groupArn != null && listenerArn != null;
  }

  /** The same of an instance that is there. */
  public InstancePort of(Member member) {
    return new InstancePort(
        identifier, member.resourceId(), port, groupArn, listenerArn, target, null, cutAt);
  }

  /** The same at another port. */
  public InstancePort at(int other) {
    return new InstancePort(
        identifier, resourceId, other, groupArn, listenerArn, target, goneSince, cutAt);
  }

  /** The same with what was made for it. */
  public InstancePort built(String group, String listener) {
    return new InstancePort(
        identifier, resourceId, port, group, listener, target, goneSince, cutAt);
  }

  /** The same without what was made for it, since that is gone. */
  public InstancePort unbuilt() {
    return new InstancePort(identifier, resourceId, port, null, null, null, goneSince, cutAt);
  }

  /** The same with another target, or none. */
  public InstancePort with(@Nullable Target value) {
    return new InstancePort(
        identifier, resourceId, port, groupArn, listenerArn, value, goneSince, null);
  }

  /** The same, not found. */
  public InstancePort gone(Instant since) {
    return new InstancePort(
        identifier, resourceId, port, groupArn, listenerArn, target, since, cutAt);
  }

  /** The same without a target until the sessions through it have ended. */
  public InstancePort cut(Instant at) {
    return new InstancePort(
        identifier, resourceId, port, groupArn, listenerArn, null, goneSince, at);
  }
}
