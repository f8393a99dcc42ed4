package dev.drawbridge.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drawbridge.plan.Ownership;
import dev.drawbridge.simulator.network.Reached;
import dev.drawbridge.simulator.rds.DbId;
import dev.drawbridge.simulator.rds.DbInstance;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import dev.drawbridge.workflows.Rules;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Certificate;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupAttribute;

/** Each instance has a port of its own, whatever becomes of the roles. */
class InstancePortsTest {
  private static final Certificate CERTIFICATE =
      Certificate.builder()
          .certificateArn(Scenario.PROVIDER.arn("acm", "certificate/12345678-1234"))
          .build();

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final RequestText OWNER =
      RequestText.ofOwner("orders").with("instancePorts", true);

  private final Scenario scenario = Scenario.virtual(7);

  @Test
  void every_instance_is_reached_at_its_port_and_a_failover_makes_no_call_for_it() {
    Followed orders = exposed(OWNER);
    assertThat(led(orders)).isEqualTo(expected(orders, 5434, 5435, 5436));
    assertThat(tagsOfListener(5435)).containsEntry(Ownership.INSTANCE, "orders-2");
    scenario.world().callLog().clear();

    orders.rds().failover(orders.path().database(), Optional.of("orders-2"));
    orders.await(
        () -> orders.path().writes() && writerThrough(orders) == 5435, MINUTE.multipliedBy(15));
    orders.pass(MINUTE.multipliedBy(5));

    assertThat(led(orders)).isEqualTo(expected(orders, 5434, 5435, 5436));
    assertThat(scenario.world().callLog().calls())
        .filteredOn(call -> call.caller().role().equals("RegisterTargets"))
        .filteredOn(call -> call.action().startsWith("elasticloadbalancing"))
        .filteredOn(call -> call.request().toString().contains("-i-"))
        .isEmpty();
  }

  @Tag("long")
  @Test
  void a_new_instance_gets_a_port_a_replaced_host_a_target_and_one_that_went_leaves_its_port() {
    Followed orders = exposed(OWNER.with("lastInstancePort", 5437));
    DbId fourth = orders.rds().addReader(orders.path().database());
    orders.await(() -> led(orders).containsKey(5437), MINUTE.multipliedBy(30));
    assertThat(led(orders)).isEqualTo(expected(orders, 5434, 5435, 5436, 5437));

    orders.rds().replaceHost(orders.path().database().named("orders-3"));
    orders.await(
        () -> led(orders).equals(expected(orders, 5434, 5435, 5436, 5437)),
        MINUTE.multipliedBy(20));

    DbId fifth = orders.rds().addReader(orders.path().database());
    orders.pass(MINUTE.multipliedBy(20));
    assertThat(led(orders)).as("all ports are taken").hasSize(4);
    assertThat(status()).contains("instance %s has no port".formatted(fifth.name()));
    assertThat(Refresh.all(scenario).stream().map(run -> run.output().path("changes").toString()))
        .as("on record once")
        .filteredOn(changes -> changes.contains("no port for"))
        .hasSize(1)
        .first(InstanceOfAssertFactories.STRING)
        .contains("no port for %s: all of 5434-5437 are taken".formatted(fifth.name()));

    orders.rds().remove(fourth);
    orders.pass(MINUTE.multipliedBy(4));
    assertThat(led(orders)).as("it is kept for a while").doesNotContainKey(5437);
    orders.await(() -> led(orders).containsKey(5437), MINUTE.multipliedBy(20));
    assertThat(led(orders).get(5437)).isEqualTo(address(orders, fifth.name()));
  }

  @Tag("long")
  @Test
  void what_somebody_takes_away_is_found_and_put_back_and_off_takes_all_down() {
    Followed orders = exposed(OWNER);
    var elb = elb();
    String changed =
        elb.describeTargetGroups(r -> {}).targetGroups().stream()
            .filter(group -> group.targetGroupName().startsWith("drawbridge-orders-1-i-"))
            .map(TargetGroup::targetGroupArn)
            .findFirst()
            .orElseThrow();
    elb.modifyTargetGroup(r -> r.targetGroupArn(changed).healthCheckIntervalSeconds(30));
    elb.modifyTargetGroupAttributes(
        r ->
            r.targetGroupArn(changed)
                .attributes(
                    TargetGroupAttribute.builder()
                        .key("deregistration_delay.timeout_seconds")
                        .value("300")
                        .build()));
    String listener = listenerArn(5435);
    elb.deleteListener(r -> r.listenerArn(listener));
    String spoiled = listenerArn(5436);
    elb.modifyListener(
        r ->
            r.listenerArn(spoiled)
                .protocol("TLS")
                .sslPolicy("ELBSecurityPolicy-TLS13-1-2-2021-06")
                .certificates(CERTIFICATE));
    orders.await(() -> led(orders).containsKey(5435), MINUTE.multipliedBy(60));
    assertThat(led(orders)).isEqualTo(expected(orders, 5434, 5435, 5436));
    assertThat(elb.describeListeners(r -> r.listenerArns(spoiled)).listeners())
        .extracting(Listener::protocolAsString)
        .containsExactly("TCP");
    assertThat(
            elb.describeTargetGroups(r -> r.targetGroupArns(changed))
                .targetGroups()
                .getFirst()
                .healthCheckIntervalSeconds())
        .isEqualTo(5);

    scenario.expose(RequestText.ofOwner("orders").with("instancePorts", false).with("force", true));
    assertThat(ports()).containsExactly(5432, 5433);
    assertThat(
            elb.describeTargetGroups(r -> {}).targetGroups().stream()
                .filter(group -> group.targetGroupName().contains("-i-")))
        .isEmpty();
    assertThat(orders.path().writes()).isTrue();
  }

  @Test
  void repoint_leads_the_writers_listener_and_ends_the_sessions_of_the_old_writer() {
    Followed orders = exposed(OWNER.with("switching", "repoint"));
    orders.await(() -> orders.path().writerGroupArn().contains("-i-"), MINUTE.multipliedBy(10));
    orders.pass(MINUTE.multipliedBy(3));
    assertThat(orders.path().writes()).isTrue();
    Changes changes = Changes.from(scenario);
    String before = orders.path().writerGroupArn();

    orders.rds().failover(orders.path().database(), Optional.of("orders-2"));
    orders.await(() -> !orders.path().writerGroupArn().equals(before), MINUTE.multipliedBy(5));
    orders.await(() -> orders.path().writes(), Duration.ofSeconds(80));
    orders.pass(Duration.ofSeconds(30));
    assertThat(changes.actions())
        .filteredOn(action -> action.endsWith("ModifyListener"))
        .hasSize(1);
    assertThat(changes.actions())
        .as("the sessions of orders-1 end")
        .anyMatch(action -> action.endsWith("DeregisterTargets"));
    orders.await(
        () -> led(orders).equals(expected(orders, 5434, 5435, 5436)), MINUTE.multipliedBy(10));
    assertThat(status()).doesNotContain("_ELSEWHERE", "_GONE");
  }

  @Test
  void a_change_of_mode_ends_no_session() {
    Followed orders = exposed(OWNER);
    for (String mode : List.of("repoint", "register")) {
      orders.pass(MINUTE.multipliedBy(5));
      Changes changes = Changes.from(scenario);
      scenario.expose(RequestText.ofOwner("orders").with("switching", mode));
      orders.pass(MINUTE.multipliedBy(5));
      assertThat(orders.path().writerGroupArn().contains("-i-")).isEqualTo(mode.equals("repoint"));
      assertThat(orders.path().writes()).as(mode).isTrue();
      assertThat(changes.actions())
          .as(mode)
          .noneMatch(action -> action.endsWith("DeregisterTargets"))
          .anyMatch(action -> action.endsWith("ModifyListener"));
    }
  }

  @Test
  void
      repoint_without_ports_of_instances_and_ranges_that_overlap_are_refused_before_anything_is_made() {
    provider();
    Changes changes = Changes.from(scenario);
    Onboarding repoint =
        scenario.startByHand(RequestText.ofOwner("orders").with("switching", "repoint").json());
    assertThat(repoint.end(Duration.ofHours(1)).cause())
        .contains("switching", "instancePorts: true");
    Onboarding overlap = scenario.startByHand(OWNER.with("firstInstancePort", 5400).json());
    assertThat(overlap.end(Duration.ofHours(1)).cause())
        .contains("firstInstancePort", "5400-5439 hold 5432");
    assertThat(changes.actions()).isEmpty();
  }

  @Test
  void a_port_that_is_taken_is_refused_before_anything_is_made() {
    provider();
    scenario.expose(RequestText.ofOwner("orders"));
    var elb = elb();
    var group =
        elb.createTargetGroup(
                r ->
                    r.name("somebody-elses")
                        .protocol("TCP")
                        .port(80)
                        .targetType("ip")
                        .vpcId(scenario.provider().vpc().id()))
            .targetGroups()
            .getFirst();
    elb.createListener(
        r ->
            r.loadBalancerArn(balancer())
                .port(5435)
                .protocol("TCP")
                .defaultActions(
                    Action.builder()
                        .type("forward")
                        .targetGroupArn(group.targetGroupArn())
                        .build()));
    Changes changes = Changes.from(scenario);
    Onboarding run = scenario.startByHand(OWNER.json());
    assertThat(run.end(Duration.ofHours(1)).cause()).contains("port 5435", "orders-2", "taken");
    assertThat(changes.actions()).isEmpty();
  }

  private Followed exposed(RequestText owner) {
    DbId cluster = provider();
    scenario.expose(owner);
    Followed orders = new Followed(scenario, Exposure.of(scenario, cluster));
    scenario.installation().startSchedules(Rules.EVERY);
    orders.pass(MINUTE.multipliedBy(4));
    return orders;
  }

  private DbId provider() {
    return scenario
        .provider()
        .database(NewDatabase.aurora(Engine.AURORA_POSTGRESQL, "orders").readers(2));
  }

  /** Which server each port of an instance leads to. */
  private Map<Integer, String> led(Followed orders) {
    Map<Integer, String> led = new TreeMap<>();
    ports().stream()
        .filter(port -> port > 5433)
        .forEach(
            port -> {
              if (orders.path().connectTo(port) instanceof Reached reached) {
                led.put(port, reached.targetIp());
              }
            });
    return led;
  }

  private static Map<Integer, String> expected(Followed orders, Integer... ports) {
    Map<Integer, String> expected = new TreeMap<>();
    List<DbInstance> all =
        orders.rds().instances(orders.path().database()).stream()
            .sorted(
                Comparator.comparing((DbInstance each) -> isNew(each))
                    .thenComparing(each -> each.id().name()))
            .toList();
    for (int i = 0; i < ports.length; i++) {
      expected.put(ports[i], all.get(i).address());
    }
    return expected;
  }

  /** Auto scaling gives names of its own, which would come first. */
  private static boolean isNew(DbInstance each) {
    return !each.id().name().startsWith("orders-");
  }

  private static String address(Followed orders, String instance) {
    return orders.rds().instance(orders.path().database().named(instance)).address();
  }

  private int writerThrough(Followed orders) {
    return led(orders).entrySet().stream()
        .filter(each -> orders.path().roles().writeTargets().contains(each.getValue()))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(0);
  }

  private String status() {
    JsonNode read =
        scenario
            .caller(scenario.people().operator("ada@example.com"))
            .call("GET", "/databases/orders")
            .body();
    return read.toString();
  }

  private List<Integer> ports() {
    return listeners().stream().map(Listener::port).sorted().toList();
  }

  private String listenerArn(int port) {
    return listeners().stream()
        .filter(each -> each.port() == port)
        .findFirst()
        .orElseThrow()
        .listenerArn();
  }

  private Map<String, String> tagsOfListener(int port) {
    Map<String, String> tags = new TreeMap<>();
    elb()
        .describeTags(r -> r.resourceArns(listenerArn(port)))
        .tagDescriptions()
        .getFirst()
        .tags()
        .forEach(tag -> tags.put(tag.key(), tag.value()));
    return tags;
  }

  private List<Listener> listeners() {
    return elb().describeListeners(r -> r.loadBalancerArn(balancer())).listeners();
  }

  private String balancer() {
    return elb().describeLoadBalancers(r -> {}).loadBalancers().getFirst().loadBalancerArn();
  }

  private ElasticLoadBalancingV2Client elb() {
    return scenario.installation().clientsOf("operator").elb();
  }
}
