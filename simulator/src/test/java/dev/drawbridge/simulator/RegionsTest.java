package dev.drawbridge.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.engine.time.VirtualScheduler;
import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.door.RawCalls;
import dev.drawbridge.simulator.door.RawCalls.Answer;
import dev.drawbridge.simulator.lambda.FunctionSettings;
import dev.drawbridge.simulator.rds.Engine;
import dev.drawbridge.simulator.rds.NewDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A call that is signed for another region, or for another account, sees nothing of this one. */
class RegionsTest {
  private static final Caller HOME = new Caller("111111111111", "eu-central-1", "root");
  private static final String MACHINE =
      "arn:aws:states:eu-central-1:111111111111:stateMachine:machine";
  private static final String DEFINITION =
      "{\\\"StartAt\\\":\\\"P\\\",\\\"States\\\":{\\\"P\\\":{\\\"Type\\\":\\\"Pass\\\",\\\"End\\\":true}}}";

  private final Simulator simulator =
      new Simulator(new VirtualScheduler(Instant.EPOCH, 1), Settings.published());
  private final RawCalls home = calls("111111111111", "eu-central-1");
  private final RawCalls elsewhere = calls("111111111111", "eu-west-1");
  private final RawCalls stranger = calls("222222222222", "eu-central-1");

  private RawCalls calls(String account, String region) {
    return new RawCalls(simulator.door(), account, region);
  }

  @BeforeEach
  void furnish() {
    var vpc = simulator.ec2().createVpc(HOME, "10.0.0.0/16");
    List<String> subnets =
        List.of(
            simulator.ec2().createSubnet(vpc, "10.0.1.0/24", "eu-central-1a").id(),
            simulator.ec2().createSubnet(vpc, "10.0.2.0/24", "eu-central-1b").id());
    simulator.rds().subnetGroup(HOME.account(), HOME.region(), "private", subnets);
    simulator
        .rds()
        .setUp(
            HOME.account(),
            HOME.region(),
            NewDatabase.aurora(Engine.AURORA_MYSQL, "orders").readers(1).in("private"));
    simulator
        .lambda()
        .create(
            HOME.account(),
            HOME.region(),
            "worker",
            FunctionSettings.withRole("worker"),
            () -> (in, out, context) -> {});
    simulator.dynamoDb().createTable(HOME, "table", "pk", Optional.empty(), Optional.empty());
    made(
        home.form(
            "elasticloadbalancing",
            "CreateLoadBalancer",
            "Name=nlb&Type=network&Scheme=internal&Subnets.member.1=" + subnets.getFirst()));
    made(
        home.form(
            "elasticloadbalancing",
            "CreateTargetGroup",
            "Name=group&Protocol=TCP&Port=3306&TargetType=ip&VpcId=" + vpc.id()));
    made(home.form("sns", "CreateTopic", "Name=topic"));
    made(home.form("sqs", "CreateQueue", "QueueName=queue"));
    made(
        home.json(
            "events",
            "PutRule",
            "{\"Name\":\"rule\",\"EventPattern\":\"{}\"}"
                .replace("{}", "{\\\"source\\\":[\\\"a\\\"]}")));
    made(home.json("kms", "CreateKey", "{}"));
    simulator.roles().create(HOME, "r", "states.amazonaws.com");
    made(
        home.json(
            "states",
            "CreateStateMachine",
            "{\"name\":\"machine\",\"roleArn\":\"arn:aws:iam::111111111111:role/r\",\"definition\":\""
                + DEFINITION
                + "\"}"));
    made(
        home.json(
            "states",
            "StartExecution",
            "{\"name\":\"run\",\"stateMachineArn\":\"" + MACHINE + "\"}"));
  }

  private static void made(Answer answer) {
    assertThat(answer.code()).as(answer.body()).isEmpty();
  }

  @ParameterizedTest(name = "{0}:{1}")
  @CsvSource({
    "ec2, DescribeVpcs, vpc-",
    "ec2, DescribeSubnets, subnet-",
    "ec2, DescribeSecurityGroups, sg-",
    "ec2, DescribeNetworkInterfaces, eni-",
    "ec2, DescribeRouteTables, rtb-",
    "rds, DescribeDBClusters, orders",
    "rds, DescribeDBInstances, orders",
    "rds, DescribeEvents, orders",
    "rds, DescribeDBSubnetGroups, private",
    "elasticloadbalancing, DescribeLoadBalancers, loadbalancer/net",
    "elasticloadbalancing, DescribeTargetGroups, targetgroup/",
    "sns, ListTopics, topic",
    "sns, ListSubscriptions, :topic:"
  })
  void lists_are_empty_in_another_region(String service, String action, String trace) {
    Answer answer = elsewhere.form(service, action, "");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).doesNotContain("eu-central-1").doesNotContain(">" + trace);
  }

  @ParameterizedTest(name = "{0}:{1}")
  @CsvSource({
    "states, ListStateMachines, machine",
    "dynamodb, ListTables, table",
    "events, ListRules, rule"
  })
  void json_lists_are_empty_in_another_region(String service, String operation, String trace) {
    assertThat(home.json(service, operation, "{}").body()).contains(trace);
    assertThat(elsewhere.json(service, operation, "{}").body()).doesNotContain("\"" + trace);
    assertThat(stranger.json(service, operation, "{}").body()).doesNotContain("\"" + trace);
  }

  @Test
  void functions_are_not_there_in_another_region() {
    assertThat(functions(home)).contains("function:worker");
    assertThat(functions(elsewhere)).doesNotContain("function:worker");
  }

  private static String functions(RawCalls calls) {
    return calls.send("lambda", "GET", "/2015-03-31/functions", "", Map.of()).body();
  }

  @Test
  void an_arn_of_another_region_leads_nowhere() {
    String start = "{\"stateMachineArn\":\"" + MACHINE + "\"}";
    assertThat(elsewhere.json("states", "StartExecution", start).code())
        .isEqualTo("StateMachineDoesNotExist");
    String run = MACHINE.replace("stateMachine", "execution") + ":run";
    assertThat(
            elsewhere
                .json("states", "DescribeExecution", "{\"executionArn\":\"" + run + "\"}")
                .code())
        .isEqualTo("ExecutionDoesNotExist");
    assertThat(
            elsewhere
                .form("sns", "Publish", "TopicArn=" + HOME.arn("sns", "topic") + "&Message=m")
                .code())
        .isEqualTo("InvalidParameter");
  }

  @Test
  void an_arn_of_another_account_is_refused() {
    String start = "{\"stateMachineArn\":\"" + MACHINE + "\"}";
    assertThat(stranger.json("states", "StartExecution", start).code())
        .isEqualTo("AccessDeniedException");
    assertThat(
            stranger
                .json(
                    "dynamodb",
                    "Scan",
                    "{\"TableName\":\"" + HOME.arn("dynamodb", "table/table") + "\"}")
                .code())
        .isEqualTo("AccessDeniedException");
  }
}
