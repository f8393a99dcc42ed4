package dev.drawbridge.inspection;

import dev.drawbridge.model.Claim;
import dev.drawbridge.model.ClaimState;
import dev.drawbridge.model.Enforcement;
import dev.drawbridge.model.Exposure;
import dev.drawbridge.model.ExposureSettings;
import dev.drawbridge.model.InstancePort;
import dev.drawbridge.model.InstancePortRange;
import dev.drawbridge.model.LiveApproval;
import dev.drawbridge.plan.LiveApprovalRules;
import dev.drawbridge.plan.Quotas;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the path of a database has to be, by our own records.
 *
 * @param readerPort null for the database's own
 * @param writerPort null for the next one
 * @param instanceRange ports that instances may have; null if they have none
 * @param instances those on record
 * @param securityGroupId the load balancer's own; null before it is on record
 * @param managed whether rules of the database's security groups are ours to put back
 * @param acceptsHostBlock whether MySQL may block the load balancer, as its owner says
 * @param acceptsAwake whether health checks may keep a serverless database awake, as he says
 * @param consumerRegions the regions besides the database's own whose consumers its owner lets in
 * @param privateDnsName the name that he gives the endpoint service; empty for none
 * @param quotas what AWS lets the account have
 * @param claims of all consumers who have not left
 * @param live every yes that nobody has taken back, see {@link #inForce}
 * @param unread why further claims or yeses could not be read: what they say is not known
 */
public record Expected(
    String databaseArn,
    @Nullable Integer readerPort,
    @Nullable Integer writerPort,
    Enforcement enforcement,
    @Nullable InstancePortRange instanceRange,
    List<InstancePort> instances,
    @Nullable String securityGroupId,
    boolean managed,
    boolean acceptsHostBlock,
    boolean acceptsAwake,
    List<String> consumerRegions,
    String privateDnsName,
    Quotas quotas,
    List<Claim> claims,
    List<LiveApproval> live,
    List<String> unread) {
  /** Keeps copies. */
  public Expected {
    instances = List.copyOf(instances);
    consumerRegions = List.copyOf(consumerRegions);
    claims = List.copyOf(claims);
    live = List.copyOf(live);
    unread = List.copyOf(unread);
  }

  /** What the records say. */
  public static Expected of(
      Exposure exposure,
      List<Claim> all,
      List<LiveApproval> live,
      List<String> unread,
      Quotas quotas) {
    List<Claim> claims =
        all.stream().filter(claim -> claim.state() != ClaimState.OFFBOARDED).toList();
    List<Claim> holding = claims.stream().filter(Claim::holdsPath).toList();
    ExposureSettings settings = exposure.settings();
    // What an older release has built is as its consumers asked for it, until its owner decides.
    boolean decided = settings.decided();
    Exposure.Path path = exposure.path();
    return new Expected(
        exposure.databaseArn(),
        decided ? settings.readerPort() : first(holding, Claim::readerPort),
        decided ? settings.writerPort() : first(holding, Claim::writerPort),
        decided
            ? settings.enforcement()
            : holding.stream().map(Claim::enforcement).findFirst().orElse(settings.enforcement()),
        settings.instanceRange(),
        exposure.instances(),
        path == null ? null : path.securityGroupId(),
        settings.manageDatabaseSecurityGroup(),
        settings.acceptHostBlockRisk(),
        settings.acceptKeepsAwake(),
        settings.consumerRegions(),
        settings.privateDnsName(),
        quotas,
        claims,
        live,
        unread);
  }

  /**
   * The yeses whose endpoints are there. Without the service nothing is known of endpoints, so that
   * every yes stands.
   *
   * @param seen read after the records
   */
  public List<LiveApproval> inForce(PathSeen seen) {
    return seen.service()
        .map(service -> LiveApprovalRules.inForce(live, service.connections()))
        .orElse(live);
  }

  /**
   * Whether somebody was let in and does not leave: before, a run is building, and what is missing
   * is to come; afterwards one takes down. Of whom nobody can tell, it is taken for granted.
   */
  public boolean reliedOn() {
    return !unread.isEmpty()
        || claims.stream().anyMatch(claim -> claim.accepted() != null && !claim.ending());
  }

  /** The principals that may create endpoints: of runs under way, and of those that were let in. */
  public List<String> principals() {
    return claims.stream().filter(Claim::holdsPath).map(claim -> claim.key().principal()).toList();
  }

  /** Whether somebody accepted this endpoint after a person's yes. */
  public boolean accepted(String endpointId) {
    return claims.stream().anyMatch(claim -> endpoints(claim).contains(endpointId));
  }

  /** The endpoints of an onboarding that were accepted, this one by an earlier release included. */
  public Set<String> endpoints(Claim claim) {
    Set<String> endpoints = new TreeSet<>();
    live.stream()
        .map(LiveApproval::subject)
        .filter(subject -> subject.key().equals(claim.key()))
        .forEach(subject -> endpoints.add(subject.endpointId()));
    Claim.Accepted accepted = claim.accepted();
    if (accepted != null) {
      endpoints.add(accepted.endpointId());
    }
    return endpoints;
  }

  /** The claims of an account. */
  public List<Claim> of(String accountId) {
    return claims.stream()
        .filter(claim -> claim.key().consumerAccountId().equals(accountId))
        .toList();
  }

  private static @Nullable Integer first(
      List<Claim> claims, Function<Claim, @Nullable Integer> port) {
    return claims.stream().map(port).filter(Objects::nonNull).findFirst().orElse(null);
  }
}
