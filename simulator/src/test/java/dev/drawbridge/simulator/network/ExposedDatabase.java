package dev.drawbridge.simulator.network;

import dev.drawbridge.engine.time.VirtualScheduler;
import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.door.Clients;
import dev.drawbridge.simulator.ec2.Ec2Service;
import dev.drawbridge.simulator.ec2.Ec2Settings;
import dev.drawbridge.simulator.ec2.NetworkInterfaceRecord;
import dev.drawbridge.simulator.ec2.NetworkInterfaceRecord.Kind;
import dev.drawbridge.simulator.ec2.SecurityGroupRecord;
import dev.drawbridge.simulator.ec2.SubnetRecord;
import dev.drawbridge.simulator.ec2.VpcRecord;
import dev.drawbridge.simulator.elbv2.ElbService;
import dev.drawbridge.simulator.elbv2.ElbSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateLoadBalancerRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateTargetGroupRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetDescription;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealth;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthDescription;

/**
 * A provider with a database behind an NLB and a consumer in another account, built with the SDK's
 * own clients. Unless a test says otherwise: enforcement off, the NLB's addresses admitted,
 * cross-zone on.
 */
@SuppressWarnings("unchecked") // The SDK declares its consumers as generic varargs.
public final class ExposedDatabase {
  public static final Caller PROVIDER = new Caller("111111111111", "eu-central-1", "root");
  public static final Caller CONSUMER = new Caller("222222222222", "eu-central-1", "root");
  public static final String CONSUMER_CIDR = "10.1.0.0/16";

  public final VirtualScheduler world = new VirtualScheduler(Instant.EPOCH, 7);
  public final Map<String, List<String>> names = new HashMap<>();
  public final List<String> notices = new ArrayList<>();
  public final Network network = Network.of(world, new MapNames(names));
  public final Ec2Service ec2;
  private final ElbService elb;
  public final Path path;
  public final Clients clients;
  public final Ec2Client providerEc2;
  public final Ec2Client consumerEc2;
  public final ElasticLoadBalancingV2Client nlbs;
  public final VpcRecord vpc;
  public final List<SubnetRecord> subnets;
  public final VpcRecord consumerVpc;
  public final List<SubnetRecord> consumerSubnets;
  public final SecurityGroupRecord databaseGroup;
  public final SecurityGroupRecord nlbGroup;
  public final SecurityGroupRecord endpointGroup;
  public final String app;

  /** With the delays and limits that AWS has published, and checks that ask the hosts. */
  public ExposedDatabase() {
    this(Ec2Settings.published(), ElbSettings.published(), null);
  }

  /**
   * With settings of its own.
   *
   * @param probe what health checks are made with; null: they ask the hosts
   */
  public ExposedDatabase(Ec2Settings ec2Settings, ElbSettings elbSettings, @Nullable Probe probe) {
    ec2 = new Ec2Service(network, ec2Settings, (service, topic, message) -> notices.add(message));
    Probe asked = probe == null ? new HostsProbe(network.hosts()) : probe;
    elb = new ElbService(network, elbSettings, ec2, asked);
    path = new Path(network, ec2.fabric(), ec2.privateLink(), elb.loadBalancing());
    clients = new Clients(world, ec2.service(elb.networkLoadBalancers()), elb.service());
    providerEc2 = clients.of(Ec2Client.builder(), PROVIDER.account());
    consumerEc2 = clients.of(Ec2Client.builder(), CONSUMER.account());
    nlbs = clients.of(ElasticLoadBalancingV2Client.builder(), PROVIDER.account());
    vpc = ec2.createVpc(PROVIDER, "10.0.0.0/16");
    subnets = subnets(vpc, "10.0.");
    consumerVpc = ec2.createVpc(CONSUMER, CONSUMER_CIDR);
    consumerSubnets = subnets(consumerVpc, "10.1.");
    databaseGroup = ec2.createSecurityGroup(vpc, "database", "database");
    nlbGroup = ec2.createSecurityGroup(vpc, "nlb", "nlb");
    endpointGroup = ec2.createSecurityGroup(consumerVpc, "endpoint", "endpoint");
    String own = ec2.defaultSecurityGroup(consumerVpc).id();
    app =
        ec2.interfaces()
            .create(consumerSubnets.getFirst(), List.of(own), Kind.LAMBDA, "app")
            .privateIp();
  }

  private List<SubnetRecord> subnets(VpcRecord of, String prefix) {
    return List.of("a", "b", "c").stream()
        .map(
            zone ->
                ec2.createSubnet(
                    of, prefix + (zone.charAt(0) - 'a') + ".0/24", of.owner().region() + zone))
        .toList();
  }

  /** A database instance that listens in the subnet of that index. */
  public String database(int subnet, int port, Listener listener) {
    NetworkInterfaceRecord made =
        ec2.interfaces()
            .create(
                subnets.get(subnet),
                List.of(databaseGroup.id()),
                Kind.DATABASE,
                "RDSNetworkInterface");
    network.hosts().listen(made.privateIp(), port, listener);
    return made.privateIp();
  }

  /** An active NLB with a node in each of the first {@code zones} subnets. */
  public String nlb(int zones, boolean withGroup) {
    CreateLoadBalancerRequest request =
        CreateLoadBalancerRequest.builder()
            .name("nlb-" + zones + withGroup)
            .type("network")
            .scheme("internal")
            .subnets(subnets.stream().limit(zones).map(SubnetRecord::id).toList())
            .securityGroups(withGroup ? List.of(nlbGroup.id()) : List.of())
            .build();
    String arn = nlbs.createLoadBalancer(request).loadBalancers().getFirst().loadBalancerArn();
    pass(Duration.ofMinutes(5));
    return arn;
  }

  public String targetGroup(String name, int port) {
    return nlbs.createTargetGroup(group(name, port).build())
        .targetGroups()
        .getFirst()
        .targetGroupArn();
  }

  public CreateTargetGroupRequest.Builder group(String name, int port) {
    return CreateTargetGroupRequest.builder()
        .name(name)
        .protocol("TCP")
        .targetType("ip")
        .port(port)
        .vpcId(vpc.id())
        .healthCheckIntervalSeconds(5)
        .healthCheckTimeoutSeconds(4)
        .healthyThresholdCount(2)
        .unhealthyThresholdCount(2);
  }

  public void listener(String nlb, int port, String group) {
    nlbs.createListener(
        r -> r.loadBalancerArn(nlb).port(port).protocol("TCP").defaultActions(forward(group)));
  }

  public static Action forward(String group) {
    return Action.builder().type("forward").targetGroupArn(group).build();
  }

  public void register(String group, String ip, int port) {
    nlbs.registerTargets(r -> r.targetGroupArn(group).targets(target(ip, port)));
  }

  public void deregister(String group, TargetDescription target) {
    nlbs.deregisterTargets(r -> r.targetGroupArn(group).targets(target));
  }

  public static TargetDescription target(String ip, int port) {
    return TargetDescription.builder().id(ip).port(port).build();
  }

  public void attribute(String group, String key, String value) {
    nlbs.modifyTargetGroupAttributes(
        r -> r.targetGroupArn(group).attributes(each -> each.key(key).value(value)));
  }

  public TargetHealth health(String group) {
    List<TargetHealthDescription> all =
        nlbs.describeTargetHealth(r -> r.targetGroupArn(group)).targetHealthDescriptions();
    return all.getFirst().targetHealth();
  }

  public void enforce(String nlb, String onOrOff) {
    nlbs.setSecurityGroups(
        r ->
            r.loadBalancerArn(nlb)
                .securityGroups(nlbGroup.id())
                .enforceSecurityGroupInboundRulesOnPrivateLinkTraffic(onOrOff));
  }

  /** The private addresses of the NLB's nodes, found as an operator finds them. */
  public List<String> nodes() {
    return providerEc2
        .describeNetworkInterfaces(r -> r.filters(f -> f.name("description").values("ELB net/*")))
        .networkInterfaces()
        .stream()
        .map(software.amazon.awssdk.services.ec2.model.NetworkInterface::privateIpAddress)
        .toList();
  }

  public String service(String nlb) {
    return providerEc2
        .createVpcEndpointServiceConfiguration(
            r -> r.networkLoadBalancerArns(nlb).acceptanceRequired(true))
        .serviceConfiguration()
        .serviceId();
  }

  public void allow(String service) {
    providerEc2.modifyVpcEndpointServicePermissions(
        r -> r.serviceId(service).addAllowedPrincipals("arn:aws:iam::222222222222:root"));
  }

  public VpcEndpoint requestEndpoint(String service) {
    return consumerEc2
        .createVpcEndpoint(
            r ->
                r.vpcEndpointType("Interface")
                    .vpcId(consumerVpc.id())
                    .serviceName("com.amazonaws.vpce.eu-central-1." + service)
                    .subnetIds(consumerSubnets.getFirst().id())
                    .securityGroupIds(endpointGroup.id()))
        .vpcEndpoint();
  }

  public void accept(String service, String endpoint) {
    providerEc2.acceptVpcEndpointConnections(r -> r.serviceId(service).vpcEndpointIds(endpoint));
    pass(Duration.ofMinutes(5));
  }

  /** An accepted endpoint in the consumer's first subnet; its address. */
  public String connect(String service) {
    allow(service);
    VpcEndpoint endpoint = requestEndpoint(service);
    accept(service, endpoint.vpcEndpointId());
    return addressOf(endpoint);
  }

  public String addressOf(VpcEndpoint endpoint) {
    return names.getOrDefault(endpoint.dnsEntries().getFirst().dnsName(), List.of()).getFirst();
  }

  public void admitNodes() {
    nodes().forEach(ip -> ec2.allowInbound(databaseGroup, 3306, 3306, ip + "/32"));
  }

  public void pass(Duration time) {
    world.pause(time);
  }

  private record MapNames(Map<String, List<String>> names) implements Names {
    @Override
    public void put(String name, List<String> addresses) {
      names.put(name, addresses);
    }

    @Override
    public void remove(String name) {
      names.remove(name);
    }
  }
}
