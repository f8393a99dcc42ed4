package dev.drawbridge.simulator.naming;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.ServiceError;
import java.util.List;
import java.util.Optional;

/**
 * EC2: the shape of an id is looked at before the resource is (EC2 API Reference, error codes;
 * their spelling differs by resource). The code for endpoint services is UNCONFIRMED.
 */
record Ec2Naming() implements NamingRules {
  private static final String DESCRIPTION = "[a-zA-Z0-9. _\\-:/()#,@\\[\\]+=&;{}!$*]{0,255}";
  private static final String DESCRIPTIONS =
      "Valid descriptions are strings less than 256 characters from the following set: "
          + " a-zA-Z0-9. _-:/()#,@[]+=&;{}!$*";

  @Override
  public void text(String operation, String member, String value, Caller caller) {
    switch (member) {
      case "GroupId",
          "GroupIds",
          "SecurityGroupIds",
          "AddSecurityGroupIds",
          "RemoveSecurityGroupIds" ->
          id("sg", "InvalidGroupId.Malformed", value);
      case "SecurityGroupRuleId", "SecurityGroupRuleIds" ->
          id("sgr", "InvalidSecurityGroupRuleId.Malformed", value);
      case "VpcId", "VpcIds" -> id("vpc", "InvalidVpcID.Malformed", value);
      case "SubnetId", "SubnetIds", "AddSubnetIds", "RemoveSubnetIds" ->
          id("subnet", "InvalidSubnetID.Malformed", value);
      case "NetworkInterfaceId", "NetworkInterfaceIds" ->
          id("eni", "InvalidNetworkInterfaceId.Malformed", value);
      case "RouteTableId", "RouteTableIds" -> id("rtb", "InvalidRouteTableId.Malformed", value);
      case "VpcEndpointId", "VpcEndpointIds" -> id("vpce", "InvalidVpcEndpointId.Malformed", value);
      case "ServiceId", "ServiceIds" ->
          id("vpce-svc", "InvalidVpcEndpointServiceId.Malformed", value);
      case "GroupName" -> groupName(operation, value);
      case "ResourceType" -> taggable(operation, value);
      case "Description" -> description(operation, value);
      default -> {}
    }
  }

  @Override
  public void tags(String operation, List<RequestMembers.Tag> tags) {
    Optional<String> repeated = TagKeys.repeated(tags);
    if (repeated.isPresent()) {
      throw invalid("Duplicate tag key '%s' specified.".formatted(repeated.get()));
    }
    if (!operation.equals("DeleteTags") && TagKeys.reserved(tags).isPresent()) {
      throw invalid("Tag keys starting with 'aws:' are reserved for internal use");
    }
    tags.forEach(Ec2Naming::tag);
    if (tags.size() > TagKeys.MOST) {
      throw ServiceError.client(
          "TagLimitExceeded", "The maximum number of Tags for a resource has been reached.");
    }
  }

  private static void tag(RequestMembers.Tag tag) {
    if (tag.key() == null || tag.key().isEmpty()) {
      throw invalid("Tag key must be at least 1 character long.");
    }
    if (tag.key().length() > 128) {
      throw invalid("Tag key exceeds the maximum length of 128 characters");
    }
    if (tag.value() != null && tag.value().length() > 256) {
      throw invalid("Tag value exceeds the maximum length of 256 characters");
    }
  }

  private static void id(String prefix, String code, String value) {
    if (!value.matches(prefix + "-([0-9a-f]{8}|[0-9a-f]{17})")) {
      throw ServiceError.client(
          code, "Invalid id: \"%s\" (expecting \"%s-...\")".formatted(value, prefix));
    }
  }

  private static void ascii(String parameter, String value) {
    if (!value.chars().allMatch(c -> c < 128)) {
      throw invalid(
          "Value (%s) for parameter %s is invalid. Character sets beyond ASCII are not supported."
              .formatted(value, parameter));
    }
  }

  private static void groupName(String operation, String value) {
    ascii("GroupName", value);
    if (operation.equals("CreateSecurityGroup") && !value.matches(DESCRIPTION)) {
      throw invalid(
          "Invalid security group name. " + DESCRIPTIONS.replace("descriptions", "names"));
    }
  }

  /** What a request makes is all that its TagSpecifications may tag. */
  private static void taggable(String operation, String type) {
    String made =
        switch (operation) {
          case "CreateSecurityGroup" -> "security-group";
          case "AuthorizeSecurityGroupIngress", "AuthorizeSecurityGroupEgress" ->
              "security-group-rule";
          case "CreateVpcEndpoint" -> "vpc-endpoint";
          case "CreateVpcEndpointServiceConfiguration" -> "vpc-endpoint-service";
          default -> type;
        };
    if (!type.equals(made)) {
      throw invalid(
          "'%s' is not a valid taggable resource type for this operation.".formatted(type));
    }
  }

  private static void description(String operation, String value) {
    boolean group = operation.equals("CreateSecurityGroup");
    if (group) {
      ascii("GroupDescription", value);
    }
    if (!value.matches(DESCRIPTION)) {
      throw invalid(
          "Invalid %s description. %s".formatted(group ? "security group" : "rule", DESCRIPTIONS));
    }
  }

  private static ServiceError invalid(String message) {
    return ServiceError.client("InvalidParameterValue", message);
  }
}
