package dev.drawbridge.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.drawbridge.engine.time.VirtualScheduler;
import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.door.Clients;
import dev.drawbridge.simulator.ec2.SubnetRecord;
import dev.drawbridge.simulator.ec2.VpcRecord;
import dev.drawbridge.simulator.lambda.FunctionSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.CreateVpcEndpointConnectionNotificationRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.sns.SnsClient;

/** The composed world: notices of PrivateLink go by SNS to a function and to a queue. */
class ConnectionNoticesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Caller PROVIDER = new Caller("111111111111", "eu-central-1", "root");
  private static final Caller CONSUMER = new Caller("222222222222", "eu-central-1", "root");
  private static final String QUEUE = "arn:aws:sqs:eu-central-1:111111111111:inbox";

  private final VirtualScheduler world =
      new VirtualScheduler(Instant.parse("2026-11-22T10:00:00Z"), 5);
  private final Simulator simulator = new Simulator(world, Settings.published());
  private final Clients clients = new Clients(simulator.door());
  private final Ec2Client provider = clients.of(Ec2Client.builder());
  private final Ec2Client consumer = clients.of(Ec2Client.builder(), "222222222222");
  private final SnsClient sns = clients.of(SnsClient.builder());
  private final List<JsonNode> heard = new ArrayList<>();

  private List<SubnetRecord> subnets(Caller owner, VpcRecord vpc, String prefix) {
    return Stream.of("a", "b", "c")
        .map(
            zone ->
                simulator
                    .ec2()
                    .createSubnet(
                        vpc, prefix + (zone.charAt(0) - 'a') + ".0/24", owner.region() + zone))
        .toList();
  }

  private String service() {
    VpcRecord vpc = simulator.ec2().createVpc(PROVIDER, "10.0.0.0/16");
    List<String> subnets = subnets(PROVIDER, vpc, "10.0.").stream().map(SubnetRecord::id).toList();
    String nlb =
        clients
            .of(ElasticLoadBalancingV2Client.builder())
            .createLoadBalancer(
                r -> r.name("nlb").type("network").scheme("internal").subnets(subnets))
            .loadBalancers()
            .getFirst()
            .loadBalancerArn();
    world.pause(Duration.ofMinutes(5));
    String service =
        provider
            .createVpcEndpointServiceConfiguration(
                r -> r.networkLoadBalancerArns(nlb).acceptanceRequired(true))
            .serviceConfiguration()
            .serviceId();
    provider.modifyVpcEndpointServicePermissions(
        r -> r.serviceId(service).addAllowedPrincipals("arn:aws:iam::222222222222:root"));
    return service;
  }

  private void subscribe(String service, String... events) {
    String topic = sns.createTopic(r -> r.name("connections")).topicArn();
    simulator
        .lambda()
        .create(
            PROVIDER.account(),
            PROVIDER.region(),
            "listener",
            FunctionSettings.withRole("listener"),
            () -> (in, out, context) -> heard.add(JSON.readTree(in)));
    simulator
        .lambda()
        .permissions()
        .allow(
            "arn:aws:lambda:eu-central-1:111111111111:function:listener",
            "sns.amazonaws.com",
            topic);
    simulator.queues().create(PROVIDER, "inbox", "sns.amazonaws.com", topic);
    sns.subscribe(
        r ->
            r.topicArn(topic)
                .protocol("lambda")
                .endpoint("arn:aws:lambda:eu-central-1:111111111111:function:listener"));
    sns.subscribe(r -> r.topicArn(topic).protocol("sqs").endpoint(QUEUE));
    provider.createVpcEndpointConnectionNotification(
        CreateVpcEndpointConnectionNotificationRequest.builder()
            .serviceId(service)
            .connectionNotificationArn(topic)
            .connectionEvents(events)
            .build());
  }

  private String connect(String service) {
    VpcRecord vpc = simulator.ec2().createVpc(CONSUMER, "10.1.0.0/16");
    String subnet = subnets(CONSUMER, vpc, "10.1.").getFirst().id();
    return consumer
        .createVpcEndpoint(
            r ->
                r.vpcEndpointType("Interface")
                    .vpcId(vpc.id())
                    .serviceName("com.amazonaws.vpce.eu-central-1." + service)
                    .subnetIds(subnet))
        .vpcEndpoint()
        .vpcEndpointId();
  }

  private List<String> kinds() throws Exception {
    List<String> kinds = new ArrayList<>();
    for (JsonNode event : heard) {
      kinds.add(
          JSON.readTree(event.at("/Records/0/Sns/Message").asText()).at("/eventType").asText());
    }
    return kinds;
  }

  @Test
  void a_request_an_acceptance_and_a_rejection_are_heard_by_function_and_queue() throws Exception {
    String service = service();
    subscribe(service, "Connect", "Accept", "Reject", "Delete");
    String endpoint = connect(service);
    assertThat(heard).isEmpty();
    world.pause(Duration.ofMinutes(1));
    assertThat(kinds()).containsExactly("Connect");
    JsonNode notice = JSON.readTree(heard.getFirst().at("/Records/0/Sns/Message").asText());
    assertThat(notice.at("/vpcEndpointId").asText()).isEqualTo(endpoint);
    assertThat(notice.at("/vpcEndpointOwner").asText()).isEqualTo("222222222222");

    provider.acceptVpcEndpointConnections(r -> r.serviceId(service).vpcEndpointIds(endpoint));
    world.pause(Duration.ofMinutes(5));
    provider.rejectVpcEndpointConnections(r -> r.serviceId(service).vpcEndpointIds(endpoint));
    world.pause(Duration.ofMinutes(5));
    consumer.deleteVpcEndpoints(r -> r.vpcEndpointIds(endpoint));
    world.pause(Duration.ofMinutes(5));

    assertThat(kinds()).containsExactly("Connect", "Accept", "Reject", "Delete");
    assertThat(simulator.queues().bodies(QUEUE)).hasSize(4);
    assertThat(simulator.deadLetters().all()).isEmpty();
  }

  @Test
  void only_the_events_that_were_asked_for_are_heard() throws Exception {
    String service = service();
    subscribe(service, "Reject");
    String endpoint = connect(service);
    world.pause(Duration.ofMinutes(1));
    assertThat(heard).isEmpty();
    provider.rejectVpcEndpointConnections(r -> r.serviceId(service).vpcEndpointIds(endpoint));
    world.pause(Duration.ofMinutes(1));
    assertThat(kinds()).containsExactly("Reject");
  }
}
