package dev.drawbridge.plan;

import dev.drawbridge.model.ApprovalSubject;
import dev.drawbridge.model.Connection;
import dev.drawbridge.model.Enforcement;
import dev.drawbridge.model.LiveApproval;
import dev.drawbridge.model.OnboardingKey;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which rules the load balancer's own security group must have: the union over all approvals that
 * live.
 *
 * <p>AWS refuses a second rule with the same block and ports, so two consumers with one block share
 * a rule. Nothing counts who shares it: the union is made anew each time, and a rule goes with the
 * last approval that needs it. One whose endpoint is gone needs none.
 */
public final class LiveApprovalRules {
  private LiveApprovalRules() {}

  /**
   * The rules that must be there.
   *
   * @param ports those of the listeners
   */
  public static Set<ConsumerRule> of(Collection<LiveApproval> live, Collection<Integer> ports) {
    return ofBlocks(
        live.stream().flatMap(approval -> approval.subject().consumerCidrs().stream()).toList(),
        ports);
  }

  /**
   * The rules that blocks of addresses need. A block has one spelling here, whatever an earlier
   * release stored; what is no block has no rule, and keeps nobody else's from being made.
   */
  public static Set<ConsumerRule> ofBlocks(Collection<String> blocks, Collection<Integer> ports) {
    List<PortRange> ranges = PortRange.of(ports);
    Set<ConsumerRule> rules = new LinkedHashSet<>();
    blocks.stream()
        .flatMap(block -> Ipv4.canonical(block).stream())
        .distinct()
        .sorted()
        .forEach(cidr -> ranges.forEach(range -> rules.add(new ConsumerRule(range, cidr))));
    return rules;
  }

  /**
   * The yeses to endpoints that are there. One whose endpoint is rejected, deleted, failed or
   * expired, or that AWS lists no more, lets nobody in again, and must widen nothing for others.
   * One that waits still counts: its acceptance is under way.
   *
   * @param there what AWS lists of the services, read after {@code live}: whatever has a yes was
   *     listed before it was given
   */
  public static List<LiveApproval> inForce(
      Collection<LiveApproval> live, Collection<Connection> there) {
    Set<String> endpoints =
        there.stream()
            .filter(connection -> !connection.state().gone())
            .map(Connection::endpointId)
            .collect(Collectors.toSet());
    return live.stream()
        .filter(approval -> endpoints.contains(approval.subject().endpointId()))
        .toList();
  }

  /** Those that are left once an onboarding has left. */
  public static Set<ConsumerRule> after(
      OnboardingKey leaver, Collection<LiveApproval> live, Collection<Integer> ports) {
    return of(
        live.stream().filter(approval -> !approval.subject().key().equals(leaver)).toList(), ports);
  }

  /** Whether a yes to {@code approved} is one to {@code wanted}: the same, or less. */
  public static boolean covers(ApprovalSubject approved, ApprovalSubject wanted) {
    return alike(approved, wanted) && within(approved, wanted);
  }

  /** Whether nobody loses anything who has what was approved, if {@code wanted} takes its place. */
  public static boolean cutsNobody(ApprovalSubject approved, ApprovalSubject wanted) {
    return alike(/* approved= */ wanted, /* wanted= */ approved)
        && (wanted.enforcement() == Enforcement.OFF
            || within(/* approved= */ wanted, /* wanted= */ approved));
  }

  /** In everything but enforcement and addresses. */
  private static boolean alike(ApprovalSubject approved, ApprovalSubject wanted) {
    return approved.key().equals(wanted.key())
        && approved.serviceId().equals(wanted.serviceId())
        && approved.endpointId().equals(wanted.endpointId())
        && same(approved.databaseResourceId(), wanted.databaseResourceId())
        && same(approved.readerPort(), wanted.readerPort())
        && same(approved.writerPort(), wanted.writerPort())
        && approved.purpose().equals(wanted.purpose())
        && EndDate.covers(approved.validUntil(), wanted.validUntil())
        && (wanted.instancePorts() == null
            || wanted.instancePorts().within(approved.instancePorts()));
  }

  /** A yes of an earlier release says nothing of this, and covers what there was only one of. */
  private static boolean same(@Nullable Object approved, @Nullable Object wanted) {
    return approved == null || wanted == null || approved.equals(wanted);
  }

  /**
   * Without enforcement no address matters, so a yes to that is none to the addresses of a path
   * that has it: a rule lets in whoever comes from there, other consumers too.
   */
  private static boolean within(ApprovalSubject approved, ApprovalSubject wanted) {
    return (wanted.enforcement() == Enforcement.ON || approved.enforcement() == Enforcement.OFF)
        && wanted.consumerCidrs().stream()
            .allMatch(
                inner ->
                    approved.consumerCidrs().stream().anyMatch(outer -> Ipv4.within(inner, outer)));
  }
}
