package dev.drawbridge.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.ec2.NetworkInterfaceRecord;
import dev.drawbridge.simulator.ec2.NetworkInterfaces;
import dev.drawbridge.simulator.ec2.SubnetRecord;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerSchemeEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerTypeEnum;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** A path for which there is no room is refused, with the figures, before anything is made. */
class BeforeBuildingTest {
  private static final int PER_REQUEST = 20;

  /** A subnet has fewer. */
  private static final int ADDRESSES = 256;

  private final Scenario scenario = Scenario.virtual(47);
  private final Approver grace = scenario.approver("grace@example.com");

  @BeforeEach
  void setUp() {
    scenario.provider().database(NewDatabase.aurora(Engine.AURORA_POSTGRESQL, "orders").readers(1));
  }

  @Test
  void a_database_group_that_is_nearly_full_is_named_with_its_figures() {
    IntStream.range(0, 57).forEach(i -> open("127.10.200." + i + "/32"));
    Changes changes = Changes.from(scenario);

    DescribeExecutionResponse run = start(RequestText.to("orders")).end();

    assertThat(run.error()).isEqualTo("dev.drawbridge.error.Conflict");
    assertThat(run.cause())
        .contains(scenario.provider().databaseGroup().id(), "57 of 60 are used, 4 more are needed");
    assertThat(changes.actions()).isEmpty();
  }

  @Test
  void the_last_places_of_a_group_may_be_taken() {
    IntStream.range(0, 56).forEach(i -> open("127.10.200." + i + "/32"));
    Encounter run = start(RequestText.to("orders"));

    run.finish();

    assertThat(run.run().describe().status()).isEqualTo(ExecutionStatus.SUCCEEDED);
  }

  @Test
  void a_region_without_room_for_a_load_balancer_is_refused() {
    IntStream.range(0, 50).forEach(this::loadBalancer);
    Changes changes = Changes.from(scenario);

    DescribeExecutionResponse run = start(RequestText.to("orders")).end();

    assertThat(run.cause())
        .contains("network load balancers of the Region: 50 of 50 are used, 1 more are needed");
    assertThat(changes.actions()).isEmpty();
  }

  @Test
  void a_subnet_without_addresses_is_named() {
    fill(scenario.provider().subnets().getFirst());
    Changes changes = Changes.from(scenario);

    DescribeExecutionResponse run = start(RequestText.to("orders")).end();

    assertThat(run.error()).isEqualTo("dev.drawbridge.error.Conflict");
    assertThat(run.cause())
        .contains(
            "needs 8 free addresses", scenario.provider().subnets().getFirst().id() + " has 0");
    assertThat(changes.actions()).isEmpty();
  }

  @Test
  void an_endpoint_that_finds_no_address_is_not_made() {
    Encounter run = start(RequestText.to("orders"));
    run.invited();
    scenario.consumer().subnets().forEach(this::fill);

    assertThatThrownBy(run::createEndpoint).hasMessageContaining("insufficient free addresses");
    assertThat(scenario.world().ec2().interfaces().of(NetworkInterfaceRecord.Kind.VPC_ENDPOINT))
        .isEmpty();
  }

  private void fill(SubnetRecord subnet) {
    NetworkInterfaces interfaces = scenario.world().ec2().interfaces();
    assertThatThrownBy(
            () ->
                IntStream.range(0, ADDRESSES)
                    .forEach(
                        i ->
                            interfaces.create(
                                subnet, List.of(), NetworkInterfaceRecord.Kind.HOST, "host " + i)))
        .hasMessageContaining("insufficient free addresses");
  }

  @Test
  void consumers_are_let_in_until_the_load_balancers_group_is_full() {
    scenario.expose(RequestText.ofOwner("orders").with("enforcement", "on"));
    for (int consumer = 0; consumer < 3; consumer++) {
      Encounter run = enforced(consumer + 2, blocks(consumer, PER_REQUEST));
      run.finish();
      assertThat(run.run().describe().status())
          .as(run.run().describe().cause())
          .isEqualTo(ExecutionStatus.SUCCEEDED);
    }
    Changes changes = Changes.from(scenario);

    DescribeExecutionResponse fourth = enforced(5, blocks(3, 1)).end();

    assertThat(fourth.error()).isEqualTo("dev.drawbridge.error.Conflict");
    assertThat(fourth.cause()).contains("60 of 60 are used, 1 more are needed");
    DescribeExecutionResponse more = enforced(2, blocks(3, 1)).end();
    assertThat(more.cause()).contains("60 of 60 are used, 1 more are needed");
    assertThat(changes.actions()).isEmpty();
    Encounter before = enforced(2, blocks(0, PER_REQUEST));
    before.end();
    assertThat(before.run().output().path("attempt").asInt())
        .as("the claim is as it was before the request that was refused")
        .isEqualTo(1);
    Encounter known = enforced(6, blocks(0, 5));
    known.finish();
    assertThat(known.run().describe().status())
        .as("blocks that are there already")
        .isEqualTo(ExecutionStatus.SUCCEEDED);
  }

  private Encounter enforced(int digit, List<String> blocks) {
    String account = String.valueOf(digit).repeat(12);
    ConsumerSite consumer =
        digit == 2
            ? scenario.consumer()
            : scenario.consumer(
                new Caller(account, Scenario.PROVIDER.region(), "root"), "127." + digit + "0");
    RequestText request =
        RequestText.to("orders").with("consumerAccountId", account).with("consumerCidrs", blocks);
    return Encounter.start(scenario, consumer, grace, request.json());
  }

  private static List<String> blocks(int consumer, int count) {
    return IntStream.range(0, count).mapToObj(i -> "10.%d.%d.0/24".formatted(consumer, i)).toList();
  }

  private void open(String block) {
    scenario.world().ec2().allowInbound(scenario.provider().databaseGroup(), 5432, 5432, block);
  }

  private void loadBalancer(int number) {
    scenario
        .installation()
        .clientsOf("administrator")
        .elb()
        .createLoadBalancer(
            r ->
                r.name("other-" + number)
                    .type(LoadBalancerTypeEnum.NETWORK)
                    .scheme(LoadBalancerSchemeEnum.INTERNAL)
                    .subnets(scenario.provider().subnets().getFirst().id()));
  }

  private Encounter start(RequestText request) {
    return Encounter.start(scenario, scenario.consumer(), grace, request.json());
  }
}
