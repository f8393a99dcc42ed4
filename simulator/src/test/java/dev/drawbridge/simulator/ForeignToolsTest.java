package dev.drawbridge.simulator;

import static dev.drawbridge.simulator.SmallWorld.taken;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.simulator.door.RawCalls.Answer;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What tools that we have not written need: roles, functions by API, event subscriptions. */
class ForeignToolsTest {
  private static final String GRANT =
      "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"sns:Publish\","
          + "\"Resource\":\"*\"}]}";
  private static final String TRUST =
      "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"sts:AssumeRole\","
          + "\"Principal\":{\"Service\":\"lambda.amazonaws.com\"}}]}";

  private final SmallWorld world = new SmallWorld();

  @Test
  void a_role_keeps_its_policies_and_is_deleted_only_without_them() {
    world.form("iam", "CreateRole", "RoleName=r&AssumeRolePolicyDocument=" + TRUST);
    assertThat(
            world
                .owner
                .form("iam", "CreateRole", "RoleName=r&AssumeRolePolicyDocument=" + TRUST)
                .code())
        .isEqualTo("EntityAlreadyExists");
    world.form("iam", "PutRolePolicy", "RoleName=r&PolicyName=p&PolicyDocument=" + GRANT);
    assertThat(world.form("iam", "GetRolePolicy", "RoleName=r&PolicyName=p"))
        .contains("%22Statement%22");
    assertThat(world.form("iam", "ListRolePolicies", "RoleName=r")).contains("<member>p</member>");
    world.form(
        "iam", "AttachRolePolicy", "RoleName=r&PolicyArn=arn:aws:iam::aws:policy/ReadOnlyAccess");
    assertThat(world.form("iam", "ListAttachedRolePolicies", "RoleName=r"))
        .contains("ReadOnlyAccess");
    assertThat(world.owner.form("iam", "DeleteRole", "RoleName=r").code())
        .isEqualTo("DeleteConflict");
    world.form("iam", "DeleteRolePolicy", "RoleName=r&PolicyName=p");
    world.form(
        "iam", "DetachRolePolicy", "RoleName=r&PolicyArn=arn:aws:iam::aws:policy/ReadOnlyAccess");
    world.form("iam", "TagRole", "RoleName=r&Tags.member.1.Key=a&Tags.member.1.Value=b");
    assertThat(world.form("iam", "ListRoleTags", "RoleName=r")).contains("<Value>b</Value>");
    world.form("iam", "UntagRole", "RoleName=r&TagKeys.member.1=a");
    assertThat(world.form("iam", "ListRoles", "")).contains("<RoleName>r</RoleName>");
    assertThat(world.form("iam", "ListInstanceProfilesForRole", "RoleName=r"))
        .contains("InstanceProfiles");
    world.form("iam", "DeleteRole", "RoleName=r");
    assertThat(world.owner.form("iam", "GetRole", "RoleName=r").code()).isEqualTo("NoSuchEntity");
    assertThat(
            world
                .owner
                .form("iam", "CreateRole", "RoleName=r&AssumeRolePolicyDocument=no JSON")
                .code())
        .isEqualTo("MalformedPolicyDocument");
  }

  @Test
  void an_uploaded_function_is_shown_and_refuses_to_run_by_name() {
    String zip = Base64.getEncoder().encodeToString(new byte[] {80, 75, 5, 6});
    String wanted =
        "{\"FunctionName\":\"f\",\"Runtime\":\"python3.13\",\"Handler\":\"a.b\","
            + "\"Role\":\"arn:aws:iam::111111111111:role/r\",\"Code\":{\"ZipFile\":\""
            + zip
            + "\"}}";
    assertThat(lambda("POST", "/2015-03-31/functions", wanted).message())
        .isEqualTo("The role defined for the function cannot be assumed by Lambda.");
    world.simulator.roles().create(SmallWorld.OWNER, "r", "lambda.amazonaws.com");
    taken(lambda("POST", "/2015-03-31/functions", wanted));
    assertThat(lambda("POST", "/2015-03-31/functions", wanted).code())
        .isEqualTo("ResourceConflictException");
    assertThat(taken(lambda("GET", "/2015-03-31/functions", ""))).contains("\"python3.13\"");
    assertThat(taken(lambda("GET", "/2015-03-31/functions/f", "")))
        .contains("\"State\":\"Active\"");
    assertThat(taken(lambda("POST", "/2015-03-31/functions/f/invocations", "{}")))
        .contains("python3.13")
        .contains("does not run it");
    taken(lambda("DELETE", "/2015-03-31/functions/f", ""));
    assertThat(lambda("GET", "/2015-03-31/functions/f", "").code())
        .isEqualTo("ResourceNotFoundException");
    assertThat(lambda("GET", "/2015-03-31/functions/f/concurrency", "").code())
        .isEqualTo("UnknownOperationException");
  }

  private Answer lambda(String method, String path, String body) {
    return world.owner.send("lambda", method, path, body, Map.of());
  }

  @Test
  void a_subscribed_topic_hears_of_a_failover() {
    world.form("sns", "CreateTopic", "Name=t");
    String topic = SmallWorld.OWNER.arn("sns", "t");
    String queue = SmallWorld.OWNER.arn("sqs", "q");
    world.simulator.queues().create(SmallWorld.OWNER, "q", "sns.amazonaws.com", topic);
    world.form("sns", "Subscribe", "Protocol=sqs&Endpoint=" + queue + "&TopicArn=" + topic);
    String wanted =
        "SubscriptionName=s&SourceType=db-cluster&SourceIds.SourceId.1=orders"
            + "&EventCategories.EventCategory.1=failover&SnsTopicArn=";
    assertThat(world.owner.form("rds", "CreateEventSubscription", wanted + topic + "x").code())
        .isEqualTo("SNSTopicArnNotFound");
    world.form("rds", "CreateEventSubscription", wanted + topic);
    assertThat(world.form("rds", "DescribeEventSubscriptions", "SubscriptionName=s"))
        .contains("<Status>active</Status>");
    assertThat(world.form("rds", "DescribeEventCategories", "SourceType=db-cluster"))
        .contains("failover");
    world.form("rds", "FailoverDBCluster", "DBClusterIdentifier=orders");
    world.wait(Duration.ofMinutes(5));
    assertThat(world.simulator.queues().bodies(queue))
        .isNotEmpty()
        .allMatch(body -> body.contains("RDS Notification Message"))
        .anyMatch(body -> body.contains("RDS-EVENT-007"));
    world.form("rds", "DeleteEventSubscription", "SubscriptionName=s");
    assertThat(world.owner.form("rds", "DescribeEventSubscriptions", "SubscriptionName=s").code())
        .isEqualTo("SubscriptionNotFound");
  }

  @Test
  void an_event_subscription_is_refused_as_aws_does() {
    world.form("sns", "CreateTopic", "Name=t");
    String topic = "SubscriptionName=s&SnsTopicArn=" + SmallWorld.OWNER.arn("sns", "t");
    assertThat(
            world.owner.form(
                "rds",
                "CreateEventSubscription",
                topic + "&EventCategories.EventCategory.1=failover"))
        .extracting(Answer::code, Answer::message)
        .containsExactly(
            "InvalidParameterCombination", "If SourceType is null, Categories must also be null.");
    assertThat(
            world
                .owner
                .form(
                    "rds",
                    "CreateEventSubscription",
                    topic + "&SourceType=db-cluster&SourceIds.SourceId.1=absent")
                .code())
        .isEqualTo("SourceNotFound");
  }
}
