package dev.drawbridge.exposure;

import dev.drawbridge.aws.dynamodb.LiveApprovals;
import dev.drawbridge.aws.ec2.Networks;
import dev.drawbridge.aws.ec2.SecurityGroups;
import dev.drawbridge.aws.elbv2.Usage;
import dev.drawbridge.aws.privatelink.EndpointServices;
import dev.drawbridge.model.Database;
import dev.drawbridge.model.Enforcement;
import dev.drawbridge.model.Exposure;
import dev.drawbridge.model.ExposureSettings;
import dev.drawbridge.model.InstanceAddresses;
import dev.drawbridge.model.InstancePort;
import dev.drawbridge.model.RuleSeen;
import dev.drawbridge.plan.ConsumerRule;
import dev.drawbridge.plan.InstancePortPlan;
import dev.drawbridge.plan.LiveApprovalRules;
import dev.drawbridge.plan.Names;
import dev.drawbridge.plan.Quotas;
import dev.drawbridge.plan.Quotas.Demand;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Stores;
import dev.drawbridge.runtime.Worker;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what AWS's quotas do not leave room for, before anything is made. Two that build at once
 * may both find the last place free; AWS then refuses the second.
 *
 * <p>Calls: 6, and 1 with ports of instances in front of which a load balancer stands, and 1 with
 * enforcement on, or with it off where a load balancer stands, and 1 where the installation knows
 * its quota of services, and 1 while the load balancer lacks a subnet.
 */
public final class CheckQuotas extends Worker<CheckQuotas.Input, QuotasChecked> {
  /**
   * Input of CheckQuotas.
   *
   * @param request of the consumer; null in an owner's run
   */
  public record Input(Database database, @Nullable Asked request) {}

  /** The addresses that this run would add to those that are let in. */
  public record Asked(List<String> consumerCidrs) {}

  private static final int LISTENERS = 2;
  private static final int GROUPS = 2;

  private final Usage usage;
  private final Networks networks;
  private final SecurityGroups groups;
  private final EndpointServices services;
  private final SettingsInForce settings;
  private final LiveApprovals live;
  private final InstantSource clock;
  private final Quotas quotas;

  public CheckQuotas() {
    this(Environment.lambda());
  }

  public CheckQuotas(Environment environment) {
    super(Input.class);
    this.usage = new Usage(environment.clients());
    this.networks = new Networks(environment.clients());
    this.groups = new SecurityGroups(environment.clients());
    this.services = new EndpointServices(environment.clients());
    this.settings = new SettingsInForce(environment);
    this.live = Stores.liveApprovals(environment);
    this.clock = environment.clock();
    this.quotas = environment.settings().quotas();
  }

  @Override
  public QuotasChecked handle(Input input) {
    Database database = input.database();
    Exposure record = settings.recordOf(database.arn());
    ExposureSettings inForce = record.settings();
    List<InstancePort> ports = instancePorts(record, database);
    Usage.Balancers balancers = usage.loadBalancers(database.arn());
    usage.requireFree(balancers, ports);
    List<Demand> demands = new ArrayList<>(balancing(database, balancers.count(), ports));
    demands.addAll(ingress(input, inForce, balancers));
    Quotas.require(demands);
    requireAddresses(database, inForce.subnetIds(), balancers.ownSubnetIds());
    return new QuotasChecked(demands.size(), Quotas.uncertain(demands));
  }

  @Override
  protected Optional<String> remark(QuotasChecked output) {
    return output.uncertain().isEmpty()
        ? Optional.empty()
        : Optional.of("AWS may refuse still: " + String.join("; ", output.uncertain()));
  }

  /**
   * Where it stands already, it has its addresses. A zone that is new to a load balancer that
   * stands must stop no run that mends something else: AWS decides, and the zone is left out and
   * told.
   */
  private void requireAddresses(Database database, List<String> asked, Set<String> standing) {
    Set<String> further = new LinkedHashSet<>(asked);
    if (standing.isEmpty()) {
      further.addAll(database.loadBalancerSubnetIds());
    }
    further.removeAll(standing);
    if (!further.isEmpty()) {
      FreeAddresses.require(further, networks.freeAddresses(further));
    }
  }

  /** Those that instances would get, whatever their addresses are. */
  private List<InstancePort> instancePorts(Exposure record, Database database) {
    return InstancePortPlan.of(
            record,
            new InstanceAddresses(database.members(), List.of(), List.of()),
            clock.instant())
        .ports();
  }

  private List<Demand> balancing(
      Database database, Usage.Count balancers, List<InstancePort> ports) {
    Usage.Count groups = usage.targetGroups(database.arn(), ports);
    List<Demand> demands = new ArrayList<>();
    demands.add(
        new Demand(
            "network load balancers of the Region",
            balancers.all(),
            1 - balancers.ours(),
            quotas.loadBalancers()));
    demands.add(
        new Demand(
            "target groups of the Region",
            groups.all(),
            GROUPS + ports.size() - groups.ours(),
            quotas.targetGroups()));
    demands.add(
        new Demand(
            "listeners of the load balancer",
            0,
            LISTENERS + ports.size(),
            quotas.listenersPerLoadBalancer()));
    demands.add(QuotaDemands.targets(database, ports.size(), quotas));
    // It stands where its load balancer does.
    if (quotas.endpointServices() > 0 && balancers.ours() == 0) {
      demands.add(
          new Demand(
              "endpoint services of the Region",
              services.all().size(),
              1,
              quotas.endpointServices()));
    }
    return demands;
  }

  private List<Demand> ingress(Input input, ExposureSettings inForce, Usage.Balancers balancers) {
    Database database = input.database();
    boolean enforced = inForce.enforcement() == Enforcement.ON;
    Optional<String> own = groups.groupNamed(Names.securityGroup(database.arn()), database.vpcId());
    Set<String> all = new LinkedHashSet<>();
    database.groupsOfMembers().forEach(all::addAll);
    own.ifPresent(all::add);
    List<RuleSeen> taken =
        groups.inbound(all, database.arn()).stream().map(SecurityGroups.Existing::rule).toList();
    List<Demand> demands = new ArrayList<>();
    if (inForce.manageDatabaseSecurityGroup()) {
      int addresses = enforced ? 0 : addresses(database.andIn(inForce.subnetIds()), balancers);
      demands.addAll(QuotaDemands.admission(database, addresses, own.orElse(""), taken, quotas));
    }
    if (enforced) {
      demands.add(QuotaDemands.consumers(own.orElse(""), consumers(input, inForce), taken, quotas));
    }
    return demands;
  }

  /**
   * One a zone, and as many secondary ones as somebody has given the load balancer in each, which
   * it gets in a further zone, too ({@code secondary_ips.auto_assigned.per_subnet}).
   */
  private int addresses(Database database, Usage.Balancers balancers) {
    int zones = database.loadBalancerSubnetIds().size();
    int standing = balancers.ownSubnetIds().size();
    if (standing == 0) {
      return zones;
    }
    int held =
        balancers.ownArns().stream()
            .mapToInt(arn -> networks.loadBalancerAddresses(arn, database.vpcId()).size())
            .sum();
    return Math.max(held, zones * Math.ceilDiv(Math.max(held, standing), standing));
  }

  /** Those that are let in, and those that may be after the next yes. */
  private Set<ConsumerRule> consumers(Input input, ExposureSettings inForce) {
    Database database = input.database();
    List<Integer> ports =
        inForce.andOfInstances(List.of(database.readerPort(), database.writerPort()));
    Set<ConsumerRule> wanted =
        new LinkedHashSet<>(
            LiveApprovalRules.of(live.eachOfDatabase(database.arn()).values(), ports));
    Asked asked = input.request();
    if (asked != null) {
      wanted.addAll(LiveApprovalRules.ofBlocks(asked.consumerCidrs(), ports));
    }
    return wanted;
  }
}
