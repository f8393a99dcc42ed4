package dev.drawbridge.simulator;

import static dev.drawbridge.simulator.SmallWorld.found;

import dev.drawbridge.simulator.door.RawCalls;
import dev.drawbridge.simulator.door.RawCalls.Answer;
import dev.drawbridge.simulator.lambda.FunctionSettings;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A small world with one resource of each kind, which requests name in braces. */
final class FurnishedWorld {
  private static final String REST = "/2015-03-31/functions/";
  private static final Pattern REST_REQUEST =
      Pattern.compile("(GET|POST|PUT|DELETE) (/\\S*)(?: (.*))?");
  private static final Pattern PLACE = Pattern.compile("\\{([A-Z][A-Z0-9_]+)}");

  private final SmallWorld world = new SmallWorld();
  private final Map<String, String> resources = new LinkedHashMap<>();

  FurnishedWorld() {
    network();
    loadBalancer();
    endpointService();
    others();
    topicsQueuesAndKeys();
    functionsAndRules();
    stateMachines();
    world.json(
        "dynamodb",
        "CreateTable",
        "{\"TableName\":\"table\",\"BillingMode\":\"PAY_PER_REQUEST\","
            + "\"KeySchema\":[{\"AttributeName\":\"pk\",\"KeyType\":\"HASH\"}],"
            + "\"AttributeDefinitions\":[{\"AttributeName\":\"pk\",\"AttributeType\":\"S\"}]}");
    put("LONG", "x".repeat(300));
  }

  /** Sends a request as whoever owns everything, some time after the one before. */
  Answer ask(String service, String operation, String request) {
    return ask(world.owner, service, operation, request);
  }

  /** Sends a request as another account. */
  Answer askAsStranger(String service, String operation, String request) {
    return ask(world.stranger, service, operation, request);
  }

  private Answer ask(RawCalls calls, String service, String operation, String request) {
    world.wait(Duration.ofSeconds(20));
    String filled = filled(request);
    Matcher rest = REST_REQUEST.matcher(filled);
    if (service.equals("lambda") && rest.matches()) {
      String body = rest.group(3) == null ? "" : rest.group(3);
      return calls.send(service, rest.group(1), rest.group(2), body, Map.of());
    }
    boolean json = filled.startsWith("{") || filled.startsWith("[");
    return json ? calls.json(service, operation, filled) : calls.form(service, operation, filled);
  }

  /** A text with the names of resources instead of what they are called in this world. */
  String masked(String text) {
    String masked = text;
    for (Map.Entry<String, String> each : resources.entrySet()) {
      masked = masked.replace(each.getValue(), "{" + each.getKey() + "}");
    }
    return masked.replaceAll("x{100,}", "{LONG}");
  }

  private String filled(String request) {
    return PLACE
        .matcher(request)
        .replaceAll(place -> Matcher.quoteReplacement(resource(place.group(1))));
  }

  private String resource(String name) {
    String found = resources.get(name);
    if (found == null) {
      throw new IllegalArgumentException("no resource is called " + name);
    }
    return found;
  }

  private void put(String name, String value) {
    resources.put(name, value);
  }

  private String made(String name, String pattern, String service, String action, String form) {
    put(name, found(pattern, world.form(service, action, filled(form))));
    return resource(name);
  }

  private void network() {
    put("VPC", world.vpc.id());
    put("SUBNET1", world.subnets.getFirst());
    put("SUBNET2", world.subnets.getLast());
    put(
        "IPV6SUBNET",
        world
            .simulator
            .ec2()
            .createIpv6Subnet(world.vpc, "2001:db8::/64", SmallWorld.OWNER.region() + "a")
            .id());
    made(
        "RULES",
        "<groupId>(sg-\\w+)<",
        "ec2",
        "CreateSecurityGroup",
        "GroupName=rules&GroupDescription=a&VpcId={VPC}");
    made(
        "RULE",
        "<securityGroupRuleId>(sgr-\\w+)<",
        "ec2",
        "AuthorizeSecurityGroupIngress",
        "GroupId={RULES}&IpPermissions.1.IpProtocol=tcp&IpPermissions.1.FromPort=3306"
            + "&IpPermissions.1.ToPort=3306&IpPermissions.1.IpRanges.1.CidrIp=10.0.0.0/16");
  }

  private void loadBalancer() {
    made(
        "GROUP",
        "<TargetGroupArn>(.*?)<",
        "elasticloadbalancing",
        "CreateTargetGroup",
        "Name=g&Protocol=TCP&Port=3306&TargetType=ip&VpcId={VPC}");
    made(
        "GROUP2",
        "<TargetGroupArn>(.*?)<",
        "elasticloadbalancing",
        "CreateTargetGroup",
        "Name=g2&Protocol=TCP&Port=3307&TargetType=ip&VpcId={VPC}");
    made(
        "BALANCER",
        "<LoadBalancerArn>(.*?)<",
        "elasticloadbalancing",
        "CreateLoadBalancer",
        "Name=n&Type=network&Scheme=internal&SecurityGroups.member.1={RULES}"
            + "&Subnets.member.1={SUBNET1}");
    made(
        "LISTENER",
        "<ListenerArn>(.*?)<",
        "elasticloadbalancing",
        "CreateListener",
        "LoadBalancerArn={BALANCER}&Protocol=TCP&Port=3306&DefaultActions.member.1.Type=forward"
            + "&DefaultActions.member.1.TargetGroupArn={GROUP}");
    world.wait(Duration.ofMinutes(10));
  }

  /** What requests take for theirs that belongs elsewhere. */
  private void others() {
    String elsewhere = world.simulator.ec2().createVpc(SmallWorld.OWNER, "10.9.0.0/16").id();
    put("VPC2", elsewhere);
    made(
        "RULES2",
        "<groupId>(sg-\\w+)<",
        "ec2",
        "CreateSecurityGroup",
        "GroupName=others&GroupDescription=a&VpcId={VPC2}");
    made(
        "GROUP_ELSEWHERE",
        "<TargetGroupArn>(.*?)<",
        "elasticloadbalancing",
        "CreateTargetGroup",
        "Name=elsewhere&Protocol=TCP&Port=3306&TargetType=ip&VpcId={VPC2}");
    made(
        "BALANCER2",
        "<LoadBalancerArn>(.*?)<",
        "elasticloadbalancing",
        "CreateLoadBalancer",
        "Name=n2&Type=network&Scheme=internal&Subnets.member.1={SUBNET1}"
            + "&Subnets.member.2={SUBNET2}");
    world.wait(Duration.ofMinutes(10));
    made(
        "SERVICE2",
        "<serviceId>(.*?)<",
        "ec2",
        "CreateVpcEndpointServiceConfiguration",
        "NetworkLoadBalancerArn.1={BALANCER2}&AcceptanceRequired=true");
  }

  private void endpointService() {
    made(
        "SERVICE",
        "<serviceId>(.*?)<",
        "ec2",
        "CreateVpcEndpointServiceConfiguration",
        "NetworkLoadBalancerArn.1={BALANCER}&AcceptanceRequired=true");
    world.form(
        "ec2",
        "ModifyVpcEndpointServicePermissions",
        filled("ServiceId={SERVICE}&AddAllowedPrincipals.1=*"));
    made(
        "ENDPOINT",
        "<vpcEndpointId>(.*?)<",
        "ec2",
        "CreateVpcEndpoint",
        "VpcEndpointType=Interface&VpcId={VPC}&SubnetId.1={SUBNET1}"
            + "&ServiceName=com.amazonaws.vpce.eu-central-1.{SERVICE}");
  }

  private void topicsQueuesAndKeys() {
    made(
        "TOPIC",
        "<TopicArn>(.*?)<",
        "sns",
        "CreateTopic",
        "Name=topic&Attributes.entry.1.key=DisplayName&Attributes.entry.1.value=Hints&Tags.member.1.Key=a&Tags.member.1.Value=b");
    made("QUEUE", "<QueueUrl>(.*?)<", "sqs", "CreateQueue", "QueueName=queue");
    put("QUEUE_ARN", SmallWorld.OWNER.arn("sqs", "queue"));
    made(
        "SUBSCRIPTION",
        "<SubscriptionArn>(.*?)<",
        "sns",
        "Subscribe",
        "TopicArn={TOPIC}&Protocol=sqs&Endpoint={QUEUE_ARN}");
    made(
        "NOTIFICATION",
        "<connectionNotificationId>(.*?)<",
        "ec2",
        "CreateVpcEndpointConnectionNotification",
        "ServiceId={SERVICE}&ConnectionNotificationArn={TOPIC}&ConnectionEvents.1=Connect");
    put("KEY", found("\"Arn\":\"([^\"]+)\"", world.json("kms", "CreateKey", "{}")));
    String sealed =
        world.json("kms", "Encrypt", filled("{\"KeyId\":\"{KEY}\",\"Plaintext\":\"YWJj\"}"));
    put("SEALED", found("\"CiphertextBlob\":\"([^\"]+)\"", sealed));
    world.form(
        "rds", "CreateEventSubscription", filled("SubscriptionName=events&SnsTopicArn={TOPIC}"));
  }

  private void functionsAndRules() {
    world
        .simulator
        .lambda()
        .create(
            SmallWorld.OWNER.account(),
            SmallWorld.OWNER.region(),
            "echo",
            FunctionSettings.withRole("echo"),
            () -> (in, out, context) -> out.write(in.readAllBytes()));
    put("FUNCTION", SmallWorld.OWNER.arn("lambda", "function:echo"));
    put("ZIP", "UEsFBgAAAAAAAAAAAAAAAAAAAAAAAA==");
    put("FUNCTIONS", REST);
    world.json(
        "events", "PutRule", "{\"Name\":\"r\",\"EventPattern\":\"{\\\"source\\\":[\\\"a\\\"]}\"}");
    world.json(
        "events",
        "PutTargets",
        filled("{\"Rule\":\"r\",\"Targets\":[{\"Id\":\"1\",\"Arn\":\"{QUEUE_ARN}\"}]}"));
    put("RULE_ARN", SmallWorld.OWNER.arn("events", "rule/r"));
    world.form(
        "iam",
        "CreateRole",
        "RoleName=role&AssumeRolePolicyDocument={\"Version\":\"2012-10-17\",\"Statement\":[{"
            + "\"Effect\":\"Allow\",\"Principal\":{\"Service\":[\"lambda.amazonaws.com\",\"states.amazonaws.com\"]},"
            + "\"Action\":\"sts:AssumeRole\"}]}");
    world.form(
        "iam",
        "PutRolePolicy",
        "RoleName=role&PolicyName=inline&PolicyDocument={\"Version\":\"2012-10-17\",\"Statement\":[{"
            + "\"Effect\":\"Allow\",\"Action\":\"sns:Publish\",\"Resource\":\"*\"}]}");
    put("ROLE", "arn:aws:iam::111111111111:role/role");
    world.simulator.roles().create(SmallWorld.OWNER, "rds", "rds.amazonaws.com");
    put("RDS_ROLE", "arn:aws:iam::111111111111:role/rds");
  }

  private void stateMachines() {
    String definition =
        "{\\\"StartAt\\\":\\\"W\\\",\\\"States\\\":{\\\"W\\\":{\\\"Type\\\":\\\"Wait\\\","
            + "\\\"Seconds\\\":90000000,\\\"End\\\":true}}}";
    put("DEFINITION", definition);
    String created =
        world.json(
            "states",
            "CreateStateMachine",
            filled(
                "{\"name\":\"m\",\"definition\":\"{DEFINITION}\",\"roleArn\":\"{ROLE}\","
                    + "\"publish\":true}"));
    put("VERSION", found("\"stateMachineVersionArn\":\"([^\"]+)\"", created));
    put("MACHINE", SmallWorld.OWNER.arn("states", "stateMachine:m"));
    put(
        "ALIAS",
        found(
            "\"stateMachineAliasArn\":\"([^\"]+)\"",
            world.json(
                "states",
                "CreateStateMachineAlias",
                filled(
                    "{\"name\":\"live\",\"routingConfiguration\":[{\"weight\":100,"
                        + "\"stateMachineVersionArn\":\"{VERSION}\"}]}"))));
    put(
        "EXECUTION",
        found(
            "\"executionArn\":\"([^\"]+)\"",
            world.json(
                "states",
                "StartExecution",
                filled("{\"stateMachineArn\":\"{MACHINE}\",\"name\":\"e\"}"))));
  }
}
