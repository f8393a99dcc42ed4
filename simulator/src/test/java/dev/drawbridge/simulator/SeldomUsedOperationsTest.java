package dev.drawbridge.simulator;

import static dev.drawbridge.simulator.SmallWorld.found;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Operations that neither Drawbridge nor another test calls do what they are there for, too. */
class SeldomUsedOperationsTest {
  private final SmallWorld world = new SmallWorld();

  @Test
  void rules_of_a_security_group_can_be_added_outbound_and_changed() {
    String group =
        found(
            "<groupId>(sg-\\w+)<",
            world.form(
                "ec2",
                "CreateSecurityGroup",
                "GroupName=a&GroupDescription=a&VpcId=" + world.vpc.id()));
    String added =
        world.form(
            "ec2",
            "AuthorizeSecurityGroupEgress",
            "GroupId="
                + group
                + "&IpPermissions.1.IpProtocol=tcp&IpPermissions.1.FromPort=3306"
                + "&IpPermissions.1.ToPort=3306&IpPermissions.1.IpRanges.1.CidrIp=10.0.0.0/16");
    String rule = found("<securityGroupRuleId>(sgr-\\w+)<", added);
    world.form(
        "ec2",
        "ModifySecurityGroupRules",
        "GroupId="
            + group
            + "&SecurityGroupRule.1.SecurityGroupRuleId="
            + rule
            + "&SecurityGroupRule.1.SecurityGroupRule.IpProtocol=tcp"
            + "&SecurityGroupRule.1.SecurityGroupRule.FromPort=5432"
            + "&SecurityGroupRule.1.SecurityGroupRule.ToPort=5432"
            + "&SecurityGroupRule.1.SecurityGroupRule.CidrIpv4=10.0.0.0/16");
    assertThat(world.form("ec2", "DescribeSecurityGroupRules", "SecurityGroupRuleId.1=" + rule))
        .contains("<fromPort>5432</fromPort>");
  }

  @Test
  void a_tag_is_taken_and_removed_by_its_key_alone() {
    String target = "ResourceId.1=" + world.vpc.id();
    world.form("ec2", "CreateTags", target + "&Tag.1.Key=stage");
    assertThat(world.form("ec2", "DescribeTags", "")).contains("<key>stage</key>");
    world.form("ec2", "DeleteTags", target + "&Tag.1.Key=stage");
    assertThat(world.form("ec2", "DescribeTags", "")).doesNotContain("<key>stage</key>");
  }

  @Test
  void a_load_balancer_has_limits_and_its_tags_and_listener_attributes_can_change() {
    assertThat(world.form("elasticloadbalancing", "DescribeAccountLimits", ""))
        .contains("target-groups");
    String group =
        found(
            "<TargetGroupArn>(.*?)<",
            world.form(
                "elasticloadbalancing",
                "CreateTargetGroup",
                "Name=g&Protocol=TCP&Port=3306&TargetType=ip&VpcId="
                    + world.vpc.id()
                    + "&Tags.member.1.Key=a&Tags.member.1.Value=b"));
    world.form(
        "elasticloadbalancing",
        "RemoveTags",
        "ResourceArns.member.1=" + group + "&TagKeys.member.1=a");
    assertThat(world.form("elasticloadbalancing", "DescribeTags", "ResourceArns.member.1=" + group))
        .doesNotContain("<Key>a</Key>");
    String nlb =
        found(
            "<LoadBalancerArn>(.*?)<",
            world.form(
                "elasticloadbalancing",
                "CreateLoadBalancer",
                "Name=n&Type=network&Scheme=internal&Subnets.member.1="
                    + world.subnets.getFirst()));
    String listener =
        found(
            "<ListenerArn>(.*?)<",
            world.form(
                "elasticloadbalancing",
                "CreateListener",
                "Protocol=TCP&Port=3306&DefaultActions.member.1.Type=forward"
                    + "&DefaultActions.member.1.TargetGroupArn="
                    + group
                    + "&LoadBalancerArn="
                    + nlb));
    world.form(
        "elasticloadbalancing",
        "ModifyListenerAttributes",
        "ListenerArn="
            + listener
            + "&Attributes.member.1.Key=tcp.idle_timeout.seconds&Attributes.member.1.Value=400");
    assertThat(
            world.form(
                "elasticloadbalancing", "DescribeListenerAttributes", "ListenerArn=" + listener))
        .contains("<Value>400</Value>");
  }

  @Test
  void a_rule_can_be_switched_off_and_on_and_carries_tags() {
    world.json(
        "events", "PutRule", "{\"Name\":\"r\",\"EventPattern\":\"{\\\"source\\\":[\\\"a\\\"]}\"}");
    world.json("events", "DisableRule", "{\"Name\":\"r\"}");
    assertThat(world.json("events", "DescribeRule", "{\"Name\":\"r\"}")).contains("DISABLED");
    world.json("events", "EnableRule", "{\"Name\":\"r\"}");
    assertThat(world.json("events", "DescribeRule", "{\"Name\":\"r\"}")).contains("ENABLED");
    String arn = SmallWorld.OWNER.arn("events", "rule/r");
    world.json(
        "events",
        "TagResource",
        "{\"ResourceARN\":\"" + arn + "\",\"Tags\":[{\"Key\":\"a\",\"Value\":\"b\"}]}");
    assertThat(world.json("events", "ListTagsForResource", "{\"ResourceARN\":\"" + arn + "\"}"))
        .contains("\"b\"");
    world.json("events", "UntagResource", "{\"ResourceARN\":\"" + arn + "\",\"TagKeys\":[\"a\"]}");
    assertThat(world.json("events", "ListTagsForResource", "{\"ResourceARN\":\"" + arn + "\"}"))
        .doesNotContain("\"b\"");
  }

  @Test
  void a_reader_can_be_added_and_deleted_and_parameter_groups_are_listed() {
    world.form(
        "rds",
        "CreateDBInstance",
        "DBInstanceIdentifier=orders-9&DBClusterIdentifier=orders&Engine=aurora-mysql"
            + "&DBInstanceClass=db.r6g.large");
    world.wait(Duration.ofMinutes(30));
    assertThat(world.form("rds", "DescribeDBClusters", "DBClusterIdentifier=orders"))
        .contains("orders-9");
    world.form("rds", "DeleteDBInstance", "DBInstanceIdentifier=orders-9&SkipFinalSnapshot=true");
    world.wait(Duration.ofMinutes(30));
    assertThat(
            world.owner.form("rds", "DescribeDBInstances", "DBInstanceIdentifier=orders-9").code())
        .isEqualTo("DBInstanceNotFound");
    assertThat(world.form("rds", "DescribeDBParameterGroups", "")).contains("DBParameterGroup");
    assertThat(world.form("rds", "DescribeDBClusterParameterGroups", ""))
        .contains("DBClusterParameterGroup");
  }

  @Test
  void a_topic_is_tagged_and_a_subscription_ended() {
    world.form("sns", "CreateTopic", "Name=t");
    world.form("sqs", "CreateQueue", "QueueName=q");
    String topic = SmallWorld.OWNER.arn("sns", "t");
    world.form(
        "sns",
        "TagResource",
        "ResourceArn=" + topic + "&Tags.member.1.Key=a&Tags.member.1.Value=b");
    assertThat(world.form("sns", "ListTagsForResource", "ResourceArn=" + topic))
        .contains("<Value>b</Value>");
    world.form("sns", "UntagResource", "ResourceArn=" + topic + "&TagKeys.member.1=a");
    assertThat(world.form("sns", "ListTagsForResource", "ResourceArn=" + topic))
        .doesNotContain("<Value>b</Value>");
    String subscription =
        found(
            "<SubscriptionArn>(.*?)<",
            world.form(
                "sns",
                "Subscribe",
                "Protocol=sqs&Endpoint="
                    + SmallWorld.OWNER.arn("sqs", "q")
                    + "&TopicArn="
                    + topic));
    world.form("sns", "Unsubscribe", "SubscriptionArn=" + subscription);
    assertThat(world.form("sns", "ListSubscriptions", "")).doesNotContain(subscription);
  }

  @Test
  void a_queue_says_how_many_messages_it_holds_in_both_of_its_protocols() {
    String url = found("<QueueUrl>(.*?)<", world.form("sqs", "CreateQueue", "QueueName=q"));
    world.json("sqs", "SendMessage", "{\"QueueUrl\":\"" + url + "\",\"MessageBody\":\"a\"}");
    assertThat(
            world.json(
                "sqs",
                "GetQueueAttributes",
                "{\"QueueUrl\":\"" + url + "\",\"AttributeNames\":[\"All\"]}"))
        .contains("\"ApproximateNumberOfMessages\":\"1\"");
    assertThat(world.form("sqs", "GetQueueAttributes", "AttributeName.1=All&QueueUrl=" + url))
        .contains("<Name>ApproximateNumberOfMessages</Name><Value>1</Value>");
    assertThat(world.form("sqs", "ReceiveMessage", "MaxNumberOfMessages=1&QueueUrl=" + url))
        .contains("<Body>a</Body>");
  }

  @Test
  void a_tables_time_to_live_is_switched_on() {
    world.json(
        "dynamodb",
        "CreateTable",
        "{\"TableName\":\"table\",\"BillingMode\":\"PAY_PER_REQUEST\","
            + "\"KeySchema\":[{\"AttributeName\":\"pk\",\"KeyType\":\"HASH\"}],"
            + "\"AttributeDefinitions\":[{\"AttributeName\":\"pk\",\"AttributeType\":\"S\"}]}");
    assertThat(
            world.json(
                "dynamodb",
                "UpdateTimeToLive",
                "{\"TableName\":\"table\",\"TimeToLiveSpecification\":"
                    + "{\"Enabled\":true,\"AttributeName\":\"until\"}}"))
        .contains("\"until\"");
  }
}
