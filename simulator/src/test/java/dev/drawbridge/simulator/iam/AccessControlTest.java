package dev.drawbridge.simulator.iam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.drawbridge.engine.time.VirtualScheduler;
import dev.drawbridge.simulator.Settings;
import dev.drawbridge.simulator.Simulator;
import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.call.Fault;
import dev.drawbridge.simulator.door.Clients;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Tag;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sns.SnsClient;

/** Roles at the door of a composed world: {@link Clients} call as role tester. */
class AccessControlTest {
  private static final Caller OWNER = new Caller("111111111111", "eu-central-1", "root");
  private static final String USER = "User: arn:aws:sts::111111111111:assumed-role/tester/tester ";

  private final VirtualScheduler time =
      new VirtualScheduler(Instant.parse("2026-11-26T10:00:00Z"), 3);
  private final Simulator world = new Simulator(time, Settings.published());
  private final Clients clients = new Clients(world.door());
  private final String vpc = world.ec2().createVpc(OWNER, "10.0.0.0/16").id();

  private void may(String... statements) {
    world
        .access()
        .confine(
            OWNER.account(),
            "tester",
            Policy.parse("{\"Statement\":[" + String.join(",", statements) + "]}"));
  }

  private static String allow(String actions, String rest) {
    return "{\"Effect\":\"Allow\",\"Action\":[%s],\"Resource\":%s}".formatted(actions, rest);
  }

  private record Call(String code, int status, String sentence, Runnable made) {}

  private Stream<Call> refusedCalls() {
    return Stream.of(
        new Call(
            "UnauthorizedOperation",
            403,
            USER + "is not authorized to perform: ec2:DescribeSubnets because no identity-based",
            () -> clients.of(Ec2Client.builder()).describeSubnets()),
        new Call(
            "AccessDenied",
            403,
            USER
                + "is not authorized to perform: rds:DescribeDBClusters on resource:"
                + " arn:aws:rds:eu-central-1:111111111111:cluster:orders because",
            () ->
                clients
                    .of(RdsClient.builder())
                    .describeDBClusters(r -> r.dbClusterIdentifier("orders"))),
        new Call(
            "AuthorizationError",
            403,
            USER
                + "is not authorized to perform: SNS:Publish on resource:"
                + " arn:aws:sns:eu-central-1:111111111111:people because",
            () ->
                clients
                    .of(SnsClient.builder())
                    .publish(
                        r ->
                            r.topicArn("arn:aws:sns:eu-central-1:111111111111:people")
                                .message("hello"))),
        new Call(
            "AccessDeniedException",
            400,
            USER
                + "is not authorized to perform: dynamodb:GetItem on resource:"
                + " arn:aws:dynamodb:eu-central-1:111111111111:table/state because",
            () ->
                clients
                    .of(DynamoDbClient.builder())
                    .getItem(
                        r -> r.tableName("state").key(Map.of("pk", AttributeValue.fromS("a"))))),
        new Call(
            "AccessDeniedException",
            400,
            USER + "is not authorized to perform: kms:Encrypt on resource: arn:aws:kms:",
            () ->
                clients
                    .of(KmsClient.builder())
                    .encrypt(r -> r.keyId("1-2").plaintext(SdkBytes.fromUtf8String("x")))),
        new Call(
            "AccessDeniedException",
            400,
            USER
                + "is not authorized to perform: states:StartExecution on resource:"
                + " arn:aws:states:eu-central-1:111111111111:stateMachine:m because",
            () ->
                clients
                    .of(SfnClient.builder())
                    .startExecution(
                        r ->
                            r.stateMachineArn(
                                "arn:aws:states:eu-central-1:111111111111:stateMachine:m:live"))),
        new Call(
            "AccessDeniedException",
            403,
            USER
                + "is not authorized to perform: lambda:InvokeFunction on resource:"
                + " arn:aws:lambda:eu-central-1:111111111111:function:f:live because",
            () ->
                clients
                    .of(LambdaClient.builder())
                    .invoke(r -> r.functionName("f").qualifier("live"))));
  }

  static Stream<Integer> indexes() {
    return Stream.iterate(0, i -> i < 7, i -> i + 1);
  }

  @ParameterizedTest
  @MethodSource("indexes")
  void a_refusal_names_action_and_resource_in_the_words_of_each_service(int index) {
    may();
    Call call = refusedCalls().toList().get(index);
    AwsServiceException refused = catchThrowableOfType(AwsServiceException.class, call.made()::run);
    assertThat(refused.awsErrorDetails().errorCode()).isEqualTo(call.code());
    assertThat(refused.statusCode()).isEqualTo(call.status());
    assertThat(refused.awsErrorDetails().errorMessage()).contains(call.sentence());
  }

  @Test
  void a_role_without_a_policy_here_may_do_everything() {
    assertThat(clients.of(Ec2Client.builder()).describeVpcs().vpcs()).isNotEmpty();
  }

  @Test
  void a_refused_call_has_no_effect_and_uses_up_no_fault() {
    may(allow("\"ec2:DescribeVpcs\"", "\"*\""));
    world.faults().plan("ec2:CreateSecurityGroup", Fault.TIMEOUT_AFTER_EFFECT, 1);
    assertThatThrownBy(
            () ->
                clients
                    .of(Ec2Client.builder())
                    .createSecurityGroup(r -> r.groupName("g").description("d").vpcId(vpc)))
        .hasMessageContaining("ec2:CreateSecurityGroup");
    assertThat(world.faults().usedUp()).isFalse();
  }

  @Test
  void a_service_asks_for_its_dependent_actions_in_the_callers_name() {
    may(
        allow(
            "\"elasticloadbalancing:CreateTargetGroup\",\"ec2:DescribeInternetGateways\"",
            "\"*\""));
    assertThatThrownBy(() -> createTargetGroup())
        .hasMessageContaining("is not authorized to perform: ec2:DescribeVpcs because");
    may(
        allow(
            "\"elasticloadbalancing:CreateTargetGroup\",\"ec2:DescribeInternetGateways\","
                + "\"ec2:DescribeVpcs\"",
            "\"*\""));
    assertThat(createTargetGroup()).contains(":targetgroup/ours/");
  }

  @Test
  void whoever_creates_with_tags_needs_the_right_to_tag() {
    may(
        allow(
            "\"elasticloadbalancing:CreateTargetGroup\",\"ec2:DescribeInternetGateways\","
                + "\"ec2:DescribeVpcs\"",
            "\"*\""));
    assertThatThrownBy(() -> createTargetGroup(Tag.builder().key("a").value("b").build()))
        .hasMessageContaining("elasticloadbalancing:AddTags on resource: arn:aws:")
        .hasMessageContaining(":targetgroup/ours/*");
  }

  @Test
  void only_the_first_load_balancer_of_an_account_makes_the_service_linked_role() {
    may(allow("\"elasticloadbalancing:*\",\"ec2:*\"", "\"*\""));
    List<String> subnets =
        List.of(
            world
                .ec2()
                .createSubnet(world.ec2().vpc(vpc).orElseThrow(), "10.0.1.0/24", "eu-central-1a")
                .id());
    ElasticLoadBalancingV2Client elb = clients.of(ElasticLoadBalancingV2Client.builder());
    assertThatThrownBy(
            () ->
                elb.createLoadBalancer(
                    r -> r.name("a").type("network").scheme("internal").subnets(subnets)))
        .hasMessageContaining("iam:CreateServiceLinkedRole on resource: arn:aws:iam::111111111111");
    may(allow("\"*\"", "\"*\""));
    elb.createLoadBalancer(r -> r.name("a").type("network").scheme("internal").subnets(subnets));
    may(allow("\"elasticloadbalancing:*\",\"ec2:*\"", "\"*\""));
    assertThat(
            elb.createLoadBalancer(
                    r -> r.name("b").type("network").scheme("internal").subnets(subnets))
                .loadBalancers())
        .hasSize(1);
  }

  @Test
  void every_question_is_kept_once() {
    may(allow("\"ec2:DescribeVpcs\"", "\"*\""));
    clients.of(Ec2Client.builder()).describeVpcs();
    clients.of(Ec2Client.builder()).describeVpcs();
    assertThat(world.access().judgements())
        .containsExactly(
            new Judgement("tester", Authorization.of("ec2:DescribeVpcs"), Decision.ALLOWED));
  }

  private String createTargetGroup(Tag... tags) {
    return clients
        .of(ElasticLoadBalancingV2Client.builder())
        .createTargetGroup(
            r ->
                r.name("ours")
                    .protocol("TCP")
                    .port(3306)
                    .vpcId(vpc)
                    .targetType("ip")
                    .tags(tags.length == 0 ? null : List.of(tags)))
        .targetGroups()
        .getFirst()
        .targetGroupArn();
  }
}
