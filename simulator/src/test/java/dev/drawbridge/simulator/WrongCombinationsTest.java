package dev.drawbridge.simulator;

import static dev.drawbridge.simulator.SmallWorld.found;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.simulator.door.RawCalls.Answer;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests that fit the model, but that AWS refuses for what stands in them together. */
class WrongCombinationsTest {
  private final SmallWorld world = new SmallWorld();
  private final String group =
      found(
          "<TargetGroupArn>(.*?)<",
          world.form(
              "elasticloadbalancing",
              "CreateTargetGroup",
              "Name=g&Protocol=TCP&Port=3306&TargetType=ip&VpcId=" + world.vpc.id()));
  private final String balancer =
      found(
          "<LoadBalancerArn>(.*?)<",
          world.form(
              "elasticloadbalancing",
              "CreateLoadBalancer",
              "Name=n&Type=network&Scheme=internal&Subnets.member.1=" + world.subnets.getFirst()));
  private final String rules =
      found(
          "<groupId>(sg-\\w+)<",
          world.form(
              "ec2",
              "CreateSecurityGroup",
              "GroupName=a&GroupDescription=a&VpcId=" + world.vpc.id()));

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          CreateVpcEndpointConnectionNotification|ConnectionNotificationArn=TOPIC&ConnectionEvents.1=Connect|MissingParameter
          CreateVpcEndpointConnectionNotification|ServiceId=SERVICE&ConnectionNotificationArn=garbage&ConnectionEvents.1=Connect|InvalidParameterValue
          CreateVpcEndpointConnectionNotification|ServiceId=SERVICE&ConnectionNotificationArn=TOPIC-not&ConnectionEvents.1=Connect|InvalidParameterValue
          CreateVpcEndpointConnectionNotification|ServiceId=SERVICE&ConnectionNotificationArn=TOPIC&ConnectionEvents.1=Accept&ClientToken=t|IdempotentParameterMismatch
          ModifyVpcEndpointConnectionNotification|ConnectionNotificationId=NOTIFICATION&ConnectionNotificationArn=TOPIC-not|InvalidParameterValue
          CreateVpcEndpointServiceConfiguration|NetworkLoadBalancerArn.1=BALANCER&AcceptanceRequired=false&ClientToken=t|IdempotentParameterMismatch
          CreateVpcEndpoint|VpcEndpointType=Interface&VpcId=VPC&ServiceName=com.amazonaws.vpce.eu-central-1.SERVICE&SubnetId.1=SUBNET2&ClientToken=t|IdempotentParameterMismatch
          ModifyVpcEndpointServicePermissions|ServiceId=SERVICE|MissingParameter
          """)
  void of_endpoint_services(String action, String parameters, String code) {
    world.wait(Duration.ofMinutes(10));
    String topic = found("<TopicArn>(.*?)<", world.form("sns", "CreateTopic", "Name=topic"));
    String service =
        found(
            "<serviceId>(.*?)<",
            world.form(
                "ec2",
                "CreateVpcEndpointServiceConfiguration",
                "NetworkLoadBalancerArn.1=" + balancer + "&ClientToken=t"));
    world.form(
        "ec2",
        "ModifyVpcEndpointServicePermissions",
        "ServiceId=" + service + "&AddAllowedPrincipals.1=*");
    String endpoint =
        "VpcEndpointType=Interface&ClientToken=t&ServiceName=com.amazonaws.vpce.eu-central-1.%s"
                .formatted(service)
            + "&VpcId=%s&SubnetId.1=%s".formatted(world.vpc.id(), world.subnets.getFirst());
    String made = "<vpcEndpointId>(.*?)<";
    assertThat(found(made, world.form("ec2", "CreateVpcEndpoint", endpoint)))
        .isEqualTo(found(made, world.form("ec2", "CreateVpcEndpoint", endpoint)));
    String notification =
        found(
            "<connectionNotificationId>(.*?)<",
            world.form(
                "ec2",
                "CreateVpcEndpointConnectionNotification",
                "ServiceId=%s&ConnectionNotificationArn=%s&ConnectionEvents.1=Connect&ClientToken=t"
                    .formatted(service, topic)));
    refuses(
        "ec2",
        action,
        parameters
            .replace("SERVICE", service)
            .replace("TOPIC", topic)
            .replace("NOTIFICATION", notification),
        code);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          AuthorizeSecurityGroupIngress|GroupId=RULES&IpPermissions.1.IpProtocol=bogus&IpPermissions.1.FromPort=1&IpPermissions.1.ToPort=1&IpPermissions.1.IpRanges.1.CidrIp=10.0.0.0/16|InvalidParameterValue
          AuthorizeSecurityGroupIngress|GroupId=RULES|MissingParameter
          AuthorizeSecurityGroupEgress|GroupId=RULES|MissingParameter
          AuthorizeSecurityGroupIngress|GroupId=RULES&IpPermissions.1.IpProtocol=tcp&IpPermissions.1.FromPort=1&IpPermissions.1.ToPort=1|MissingParameter
          AuthorizeSecurityGroupIngress|GroupId=RULES&IpProtocol=tcp&FromPort=1&ToPort=1|MissingParameter
          AuthorizeSecurityGroupIngress|GroupId=RULES&CidrIp=10.0.0.0/16|MissingParameter
          AuthorizeSecurityGroupIngress|GroupId=RULES&IpPermissions.1.IpRanges.1.CidrIp=10.0.0.0/16|MissingParameter
          RevokeSecurityGroupIngress|GroupId=RULES|MissingParameter
          RevokeSecurityGroupEgress|GroupId=RULES|MissingParameter
          AuthorizeSecurityGroupIngress|GroupId=RULES&IpProtocol=tcp&FromPort=1&ToPort=1&CidrIp=10.0.0.0/16&IpPermissions.1.IpProtocol=tcp&IpPermissions.1.FromPort=2&IpPermissions.1.ToPort=2&IpPermissions.1.IpRanges.1.CidrIp=10.0.0.0/16|InvalidParameterCombination
          AuthorizeSecurityGroupIngress|GroupId=RULES&IpPermissions.1.IpProtocol=tcp&IpPermissions.1.FromPort=1&IpPermissions.1.ToPort=1&IpPermissions.1.IpRanges.1.CidrIp=10.0.0.0/16&IpPermissions.1.IpRanges.2.CidrIp=10.0.0.0/16|InvalidParameterValue
          CreateSecurityGroup|GroupName=a<b>&GroupDescription=a&VpcId=VPC|InvalidParameterValue
          CreateSecurityGroup|GroupName=b&GroupDescription=a&VpcId=VPC&TagSpecification.1.ResourceType=vpc&TagSpecification.1.Tag.1.Key=a|InvalidParameterValue
          DescribeSecurityGroups|GroupId.1=RULES&MaxResults=5|InvalidParameterCombination
          DescribeNetworkInterfaces|NetworkInterfaceId.1=eni-01234567&MaxResults=5|InvalidParameterCombination
          """)
  void of_security_groups(String action, String parameters, String code) {
    refuses("ec2", action, parameters, code);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          RegisterTargets|TargetGroupArn=GROUP&Targets.member.1.Id=8.8.8.8&Targets.member.1.AvailabilityZone=all|InvalidTarget
          RegisterTargets|TargetGroupArn=GROUP&Targets.member.1.Id=172.32.0.1&Targets.member.1.AvailabilityZone=all|InvalidTarget
          RegisterTargets|TargetGroupArn=GROUP&Targets.member.1.Id=100.128.0.1&Targets.member.1.AvailabilityZone=all|InvalidTarget
          CreateLoadBalancer|Name=m&Type=network&Scheme=internal&Subnets.member.1=SUBNET1&SubnetMappings.member.1.SubnetId=SUBNET1|ValidationError
          CreateLoadBalancer|Name=m&Type=network&Subnets.member.1=SUBNET1|InvalidSubnet
          SetSubnets|LoadBalancerArn=BALANCER&Subnets.member.1=SUBNET1&SubnetMappings.member.1.SubnetId=SUBNET1|ValidationError
          DescribeLoadBalancers|Names.member.1=n&LoadBalancerArns.member.1=BALANCER|ValidationError
          DescribeTargetGroups|Names.member.1=g&LoadBalancerArn=BALANCER|ValidationError
          DescribeTargetGroups|TargetGroupArns.member.1=GROUP&LoadBalancerArn=BALANCER|ValidationError
          DescribeTargetGroups|TargetGroupArns.member.1=GROUP&Names.member.1=g|ValidationError
          CreateListener|LoadBalancerArn=BALANCER&Protocol=TCP&Port=1&SslPolicy=p&DefaultActions.member.1.Type=forward&DefaultActions.member.1.TargetGroupArn=GROUP|ValidationError
          CreateListener|LoadBalancerArn=BALANCER&Protocol=TCP&Port=1&Certificates.member.1.CertificateArn=c&DefaultActions.member.1.Type=forward&DefaultActions.member.1.TargetGroupArn=GROUP|ValidationError
          ModifyTargetGroup|TargetGroupArn=GROUP&HealthCheckPort=99999|ValidationError
          ModifyTargetGroup|TargetGroupArn=GROUP&HealthCheckPort=0|ValidationError
          ModifyTargetGroup|TargetGroupArn=GROUP&HealthCheckPath=/|ValidationError
          ModifyTargetGroup|TargetGroupArn=GROUP&Matcher.HttpCode=200|ValidationError
          CreateTargetGroup|Name=h&Protocol=TCP&Port=1&TargetType=ip&VpcId=VPC&HealthCheckPath=/|ValidationError
          CreateTargetGroup|Name=h&Protocol=TCP&Port=1&TargetType=ip&VpcId=VPC&Matcher.HttpCode=200|ValidationError
          ModifyLoadBalancerAttributes|LoadBalancerArn=BALANCER&Attributes.member.1.Key=deletion_protection.enabled&Attributes.member.1.Value=true&Attributes.member.2.Key=deletion_protection.enabled&Attributes.member.2.Value=false|ValidationError
          ModifyTargetGroupAttributes|TargetGroupArn=GROUP&Attributes.member.1.Key=deregistration_delay.timeout_seconds&Attributes.member.1.Value=1&Attributes.member.2.Key=deregistration_delay.timeout_seconds&Attributes.member.2.Value=1|ValidationError
          """)
  void of_load_balancers(String action, String parameters, String code) {
    refuses("elasticloadbalancing", action, parameters, code);
  }

  @Test
  void private_addresses_of_other_networks_are_targets_still() {
    String targets =
        "TargetGroupArn=GROUP&Targets.member.1.Id=172.31.0.1&Targets.member.1.AvailabilityZone=all"
            + "&Targets.member.2.Id=100.127.0.1&Targets.member.2.AvailabilityZone=all";
    world.form("elasticloadbalancing", "RegisterTargets", filled(targets));
  }

  @Test
  void more_than_two_hundred_values_of_filters() {
    world.form("ec2", "DescribeVpcs", "Filter.1.Name=vpc-id&" + values(200));
    refuses("ec2", "DescribeVpcs", "Filter.1.Name=vpc-id&" + values(201), "FilterLimitExceeded");
  }

  @Test
  void more_than_fifty_tags_in_several_requests() {
    String resource = "ResourceId.1=" + world.vpc.id() + "&";
    world.form("ec2", "CreateTags", resource + tags("Tag.", 1, 50));
    world.form("ec2", "CreateTags", resource + tags("Tag.", 50, 50));
    refuses("ec2", "CreateTags", resource + tags("Tag.", 51, 51), "TagLimitExceeded");
    String arn = "ResourceArns.member.1=" + group + "&";
    world.form("elasticloadbalancing", "AddTags", arn + tags("Tags.member.", 1, 50));
    refuses("elasticloadbalancing", "AddTags", arn + tags("Tags.member.", 51, 51), "TooManyTags");
  }

  private static String values(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj("Filter.1.Value.%1$d=v%1$d"::formatted)
        .collect(Collectors.joining("&"));
  }

  private static String tags(String prefix, int first, int last) {
    return IntStream.rangeClosed(first, last)
        .mapToObj(each -> "%s%d.Key=k%d".formatted(prefix, each - first + 1, each))
        .collect(Collectors.joining("&"));
  }

  private void refuses(String service, String action, String parameters, String code) {
    Answer answer = world.owner.form(service, action, filled(parameters));
    assertThat(answer.code()).as(answer.body()).isEqualTo(code);
  }

  private String filled(String parameters) {
    return parameters
        .replace("BALANCER", balancer)
        .replace("GROUP", group)
        .replace("RULES", rules)
        .replace("VPC", world.vpc.id())
        .replace("SUBNET1", world.subnets.getFirst())
        .replace("SUBNET2", world.subnets.getLast());
  }
}
