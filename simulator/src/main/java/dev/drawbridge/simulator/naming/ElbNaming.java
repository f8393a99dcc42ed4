package dev.drawbridge.simulator.naming;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.ServiceError;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Elastic Load Balancing. An ARN of another kind, account format or region is no ARN of this
 * service, which it says before it looks for the resource.
 */
record ElbNaming() implements NamingRules {
  private static final int LONGEST_NAME = 32;

  @Override
  public void text(String operation, String member, String value, Caller caller) {
    switch (member) {
      case "LoadBalancerArn", "LoadBalancerArns" ->
          arn("load balancer", "loadbalancer/(net|app|gwy)/[^/]+/[0-9a-f]+", value, caller);
      case "TargetGroupArn", "TargetGroupArns" ->
          arn("target group", "targetgroup/[^/]+/[0-9a-f]+", value, caller);
      case "ListenerArn", "ListenerArns" ->
          arn("listener", "listener/(net|app|gwy)/[^/]+/[0-9a-f]+/[0-9a-f]+", value, caller);
      case "ResourceArns" ->
          arn("resource", "(loadbalancer|targetgroup|listener|listener-rule)/.+", value, caller);
      case "Name" -> {
        if (operation.equals("CreateLoadBalancer")) {
          name("load balancer", value);
          internal(value);
        } else if (operation.equals("CreateTargetGroup")) {
          name("target group", value);
        }
      }
      case "TagKeys" -> reserved(value);
      default -> {}
    }
  }

  @Override
  public void tags(String operation, List<RequestMembers.Tag> tags) {
    TagKeys.repeated(tags)
        .ifPresent(
            key -> {
              throw ServiceError.client(
                  "DuplicateTagKeys", "Tag key '%s' was specified more than once".formatted(key));
            });
    tags.forEach(tag -> reserved(String.valueOf(tag.key())));
    if (tags.size() > TagKeys.MOST) {
      throw ServiceError.client(
          "TooManyTags", "The maximum number of tags on a resource is %d".formatted(TagKeys.MOST));
    }
  }

  private static void reserved(String key) {
    if (TagKeys.reserved(key)) {
      throw invalid(
          "aws: prefixed tag key names are not allowed for external use: '%s'".formatted(key));
    }
  }

  private static void arn(String noun, String resource, String value, Caller caller) {
    String shape =
        "arn:%s:elasticloadbalancing:%s:\\d{12}:%s"
            .formatted(caller.partition(), Pattern.quote(caller.region()), resource);
    if (!value.matches(shape)) {
      throw invalid("'%s' is not a valid %s ARN".formatted(value, noun));
    }
  }

  private static void name(String noun, String name) {
    if (name.length() > LONGEST_NAME) {
      throw named(noun, name, "cannot be longer than '%d' characters".formatted(LONGEST_NAME));
    }
    if (!name.matches("[A-Za-z0-9-]*")) {
      throw named(
          noun,
          name,
          "can only contain characters that are alphanumeric characters and hyphens(-)");
    }
    if (name.isEmpty() || name.startsWith("-") || name.endsWith("-")) {
      throw named(noun, name, "cannot be empty, and cannot begin or end with a hyphen(-)");
    }
  }

  private static void internal(String name) {
    if (name.startsWith("internal-")) {
      throw named("load balancer", name, "cannot begin with 'internal-'");
    }
  }

  private static ServiceError named(String noun, String name, String reason) {
    return invalid("The %s name '%s' %s".formatted(noun, name, reason));
  }

  private static ServiceError invalid(String message) {
    return ServiceError.client("ValidationError", message);
  }
}
