package dev.drawbridge.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.aws.Clients;
import dev.drawbridge.exposure.ConsumerIngress;
import dev.drawbridge.lab.permissions.RecordedCalls;
import dev.drawbridge.model.OnboardingKey;
import dev.drawbridge.plan.Names;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Settings;
import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.call.Principal;
import dev.drawbridge.simulator.network.Blocked;
import dev.drawbridge.simulator.network.Reached;
import dev.drawbridge.simulator.rds.DbId;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.SecurityGroupRule;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** Which addresses of which consumers reach a database whose enforcement is on. */
class ConsumerRulesTest {
  private static final String BOTH_NETWORKS = "127.16.0.0/12";
  private static final Caller SECOND = new Caller("333333333333", "eu-central-1", "root");

  private final Scenario scenario = RecordedCalls.watched(Scenario.virtual(31));
  private final Approver grace = scenario.approver("grace@example.com");
  private final Clients operator = scenario.installation().clientsOf("operator");
  private final DbId database =
      scenario.provider().database(NewDatabase.aurora(Engine.AURORA_MYSQL, "orders").readers(1));
  private final ConsumerSite second = scenario.consumer(SECOND, "127.21");

  @BeforeEach
  void enforce() {
    scenario.expose(RequestText.ofOwner("orders").with("enforcement", "on"));
  }

  @Test
  void two_consumers_with_one_block_both_get_through_and_who_leaves_first_cuts_nobody() {
    Encounter one = start(scenario.consumer(), BOTH_NETWORKS);
    VpcEndpoint first = succeeded(one);
    Encounter other = start(second, BOTH_NETWORKS);
    VpcEndpoint endpoint = succeeded(other);
    assertThat(one.connect(first, 3307)).isInstanceOf(Reached.class);
    assertThat(other.connect(endpoint, 3307)).isInstanceOf(Reached.class);
    assertThat(rules()).hasSize(1);

    leave(Scenario.CONSUMER.account());

    assertThat(other.connect(endpoint, 3307)).isInstanceOf(Reached.class);
    assertThat(other.connect(endpoint, 3306)).isInstanceOf(Reached.class);
    leave(SECOND.account());
    assertThat(rules()).isEmpty();
    assertThat(other.connect(endpoint, 3307)).isInstanceOf(Blocked.class);
  }

  @Test
  void a_block_within_anothers_outlives_it_whoever_leaves_first() {
    Encounter wide = start(scenario.consumer(), BOTH_NETWORKS);
    VpcEndpoint first = succeeded(wide);
    Encounter narrow = start(second, "127.21.0.0/16");
    VpcEndpoint endpoint = succeeded(narrow);

    leave(Scenario.CONSUMER.account());

    assertThat(narrow.connect(endpoint, 3307)).isInstanceOf(Reached.class);
    assertThat(wide.connect(first, 3307)).isInstanceOf(Blocked.class);
  }

  @Test
  void the_wider_block_stays_when_the_narrower_leaves() {
    Encounter wide = start(scenario.consumer(), BOTH_NETWORKS);
    VpcEndpoint first = succeeded(wide);
    succeeded(start(second, "127.20.0.0/16"));

    leave(SECOND.account());

    assertThat(wide.connect(first, 3307)).isInstanceOf(Reached.class);
  }

  @Test
  void a_rule_without_our_tag_is_enough_and_is_never_revoked() {
    Encounter run = start(scenario.consumer(), "127.20.0.0/16", "127.99.0.0/16").invited();
    byHand("127.20.0.0/16", 3306, 3307);
    byHand("127.88.0.0/16", 3306, 3306);

    VpcEndpoint endpoint = run.createEndpoint();
    grace.approve(run.question());

    assertThat(run.end().status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(run.connect(endpoint, 3307)).isInstanceOf(Reached.class);
    assertThat(blocks()).contains("127.20.0.0/16", "127.99.0.0/16", "127.88.0.0/16");
    leave(Scenario.CONSUMER.account());
    assertThat(blocks()).containsExactlyInAnyOrder("127.20.0.0/16", "127.88.0.0/16");
  }

  @Test
  void nobody_is_let_in_before_somebody_has_said_yes() {
    Encounter run = start(scenario.consumer(), "127.20.0.0/16").invited();
    run.createEndpoint();
    String question = run.question();
    assertThat(rules()).isEmpty();

    grace.deny(question);
    run.end();

    assertThat(rules()).isEmpty();
  }

  @Test
  void wider_addresses_than_were_approved_take_effect_only_after_another_yes() {
    Encounter first = start(scenario.consumer(), "127.20.99.0/24");
    VpcEndpoint endpoint = succeeded(first);
    Encounter wider = start(scenario.consumer(), "127.20.0.0/16");
    String question = wider.question();
    assertThat(blocks()).containsExactly("127.20.99.0/24");
    assertThat(wider.connect(endpoint, 3307)).isInstanceOf(Blocked.class);

    grace.approve(question);

    assertThat(wider.end().status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(blocks()).containsExactly("127.20.0.0/16");
    assertThat(wider.connect(endpoint, 3307)).isInstanceOf(Reached.class);
  }

  @Test
  void a_denial_of_wider_addresses_leaves_what_was_approved_last() {
    succeeded(start(scenario.consumer(), "127.20.1.0/24"));
    Encounter wider = start(scenario.consumer(), "127.20.0.0/16");

    grace.deny(wider.question());
    wider.end();

    assertThat(blocks()).containsExactly("127.20.1.0/24");
  }

  @Test
  void narrower_addresses_need_no_question_where_the_consumers_own_account_asks() {
    succeeded(start(scenario.consumer(), "127.20.0.0/16"));
    int asked = grace.questions().size();
    Onboarding narrower = askBy(Scenario.CONSUMER.account(), "127.20.1.0/24");

    assertThat(narrower.end(Duration.ofHours(1)).status()).isEqualTo(ExecutionStatus.SUCCEEDED);

    assertThat(grace.questions()).hasSize(asked);
    assertThat(blocks()).containsExactly("127.20.1.0/24");
  }

  @Test
  void nobody_of_another_account_narrows_a_path_without_a_yes() {
    Encounter first = start(scenario.consumer(), "127.20.0.0/16");
    VpcEndpoint endpoint = succeeded(first);
    int asked = grace.questions().size();

    Onboarding cut = askBy(Scenario.PROVIDER.account(), "127.20.99.99/32");

    assertThat(cut.reaches("RequestApproval", Duration.ofHours(1))).isTrue();
    grace.deny(grace.question(asked + 1));
    cut.end(Duration.ofHours(1));
    assertThat(blocks()).containsExactly("127.20.0.0/16");
    assertThat(first.connect(endpoint, 3307)).isInstanceOf(Reached.class);
  }

  @Test
  void a_run_that_was_started_by_hand_narrows_nothing_without_a_yes() {
    succeeded(start(scenario.consumer(), "127.20.0.0/16"));

    Onboarding cut =
        scenario.startByHand(
            request(Scenario.CONSUMER.account(), List.of("127.20.99.99/32")).json());

    assertThat(cut.reaches("RequestApproval", Duration.ofHours(1))).isTrue();
    assertThat(blocks()).containsExactly("127.20.0.0/16");
  }

  @Test
  void a_consumer_that_is_denied_takes_nothing_from_one_with_the_same_block() {
    Encounter one = start(scenario.consumer(), BOTH_NETWORKS);
    VpcEndpoint first = succeeded(one);
    Encounter other = start(second, BOTH_NETWORKS).invited();
    other.createEndpoint();
    grace.deny(other.question());
    other.end();

    assertThat(one.connect(first, 3307)).isInstanceOf(Reached.class);
  }

  @Test
  void more_blocks_than_a_request_may_have_are_refused_before_anything_is_made() {
    Changes changes = Changes.from(scenario);
    List<String> blocks = IntStream.range(0, 31).mapToObj(i -> "10." + i + ".0.0/16").toList();

    DescribeExecutionResponse run =
        scenario
            .startByHand(request(Scenario.CONSUMER.account(), blocks).json())
            .end(Duration.ofHours(1));

    assertThat(run.error()).isEqualTo("dev.drawbridge.error.InvalidRequest");
    assertThat(run.cause()).contains("consumerCidrs", "31", "20");
    assertThat(changes.actions()).isEmpty();
  }

  private void leave(String account) {
    OnboardingKey key = new OnboardingKey(arn(), "arn:aws:iam::" + account + ":root");
    Environment environment =
        new Environment(
            new Settings(Map.of(Settings.TABLE, "drawbridge")),
            operator,
            name -> List.of(),
            scenario.world().scheduler(),
            scenario.world().scheduler().random());
    new ConsumerIngress(environment)
        .leave(key, new ConsumerIngress.Entrance(arn(), group(), List.of(3306, 3307)), "a-leaver");
  }

  private VpcEndpoint succeeded(Encounter encounter) {
    VpcEndpoint endpoint = encounter.finish();
    DescribeExecutionResponse run = encounter.run().describe();
    assertThat(run.status()).as(run.cause()).isEqualTo(ExecutionStatus.SUCCEEDED);
    return endpoint;
  }

  private Encounter start(ConsumerSite consumer, String... cidrs) {
    String request = request(consumer.account().account(), List.of(cidrs)).json();
    return Encounter.start(scenario, consumer, grace, request);
  }

  private Onboarding askBy(String account, String cidr) {
    return Onboarding.ask(
        scenario.world(),
        scenario.installation(),
        scenario.caller(Principal.session(account, "program", "x")),
        request(Scenario.CONSUMER.account(), List.of(cidr)).json());
  }

  private static RequestText request(String account, List<String> cidrs) {
    return RequestText.to("orders")
        .with("consumerAccountId", account)
        .with("enforcement", "on")
        .with("consumerCidrs", cidrs);
  }

  private void byHand(String cidr, int from, int to) {
    scenario
        .world()
        .ec2()
        .allowInbound(scenario.world().ec2().securityGroup(group()).orElseThrow(), from, to, cidr);
  }

  private List<SecurityGroupRule> rules() {
    Filter ofGroup = Filter.builder().name("group-id").values(group()).build();
    return operator
        .ec2()
        .describeSecurityGroupRules(r -> r.filters(ofGroup))
        .securityGroupRules()
        .stream()
        .filter(rule -> !rule.isEgress())
        .toList();
  }

  private List<String> blocks() {
    return rules().stream()
        .map(SecurityGroupRule::cidrIpv4)
        .filter(Objects::nonNull)
        .distinct()
        .toList();
  }

  private String group() {
    Filter named = Filter.builder().name("group-name").values(Names.securityGroup(arn())).build();
    return operator
        .ec2()
        .describeSecurityGroups(r -> r.filters(named))
        .securityGroups()
        .getFirst()
        .groupId();
  }

  private String arn() {
    return database.arn("cluster");
  }
}
