package dev.drawbridge.exposure;

import dev.drawbridge.aws.ec2.Networks;
import dev.drawbridge.aws.ec2.SecurityGroups;
import dev.drawbridge.error.Conflict;
import dev.drawbridge.error.NotReady;
import dev.drawbridge.model.Database;
import dev.drawbridge.model.Enforcement;
import dev.drawbridge.model.ExposureSettings;
import dev.drawbridge.model.IngressRule;
import dev.drawbridge.model.RuleSeen;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Worker;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Lets the load balancer reach the database: adds what is missing, then takes away what is left
 * over of our own rules.
 *
 * <p>Calls: 4 at the first time (3 with enforcement on), 3 when nothing changes.
 */
public final class AdmitLoadBalancer extends Worker<AdmitLoadBalancer.Input, Admission> {
  /** Input of AdmitLoadBalancer. */
  public record Input(Database database, String loadBalancerArn, String securityGroupId) {}

  private final Networks networks;
  private final SettingsInForce settings;
  private final SecurityGroups groups;

  /** In Lambda. */
  public AdmitLoadBalancer() {
    this(Environment.lambda());
  }

  /** Anywhere. */
  public AdmitLoadBalancer(Environment environment) {
    super(Input.class);
    this.networks = new Networks(environment.clients());
    this.settings = new SettingsInForce(environment);
    this.groups = new SecurityGroups(environment.clients());
  }

  @Override
  public Admission handle(Input input) {
    Database database = input.database();
    ExposureSettings inForce = settings.of(database.arn());
    boolean enforced = inForce.enforcement() == Enforcement.ON;
    List<String> addresses = enforced ? List.of() : addresses(input);
    Admittance wanted = Admittance.of(database, input.securityGroupId(), enforced, addresses);
    List<SecurityGroups.Existing> there = groups.inbound(wanted.groupIds(), database.arn());
    if (!inForce.manageDatabaseSecurityGroup()) {
      requireAll(wanted.missing(rules(there)));
      return new Admission(List.of());
    }
    List<SecurityGroups.Existing> leftOver =
        there.stream()
            .filter(found -> found.rule().ours() && !wanted.wants(found.rule()))
            .filter(found -> allKnown(database))
            .toList();
    List<SecurityGroups.Existing> staying = new ArrayList<>(there);
    staying.removeAll(leftOver);
    List<IngressRule> added = wanted.toAdd(rules(there), rules(staying));
    groups.admit(added, database.arn());
    groups.revoke(leftOver);
    return new Admission(added);
  }

  /**
   * One that RDS's list has left out may be whom a rule is for: it shows neither port nor group.
   */
  private static boolean allKnown(Database database) {
    return database.members().stream().noneMatch(member -> member.resourceId().isEmpty());
  }

  private static List<RuleSeen> rules(List<SecurityGroups.Existing> found) {
    return found.stream().map(SecurityGroups.Existing::rule).toList();
  }

  /** Without these rules no target would ever be healthy: the owner of the group has to act. */
  private static void requireAll(List<IngressRule> missing) {
    if (!missing.isEmpty()) {
      throw new Conflict(
          "manageDatabaseSecurityGroup: false, and the database's security groups lack: %s; add them, then start again"
              .formatted(
                  missing.stream()
                      .map(IngressRule::toString)
                      .sorted()
                      .collect(Collectors.joining(", "))));
    }
  }

  /** Its interfaces appear a moment after the load balancer does. */
  private List<String> addresses(Input input) {
    List<String> addresses =
        networks.loadBalancerAddresses(input.loadBalancerArn(), input.database().vpcId());
    if (addresses.isEmpty()) {
      throw new NotReady("the load balancer has no network interface yet");
    }
    return addresses;
  }
}
