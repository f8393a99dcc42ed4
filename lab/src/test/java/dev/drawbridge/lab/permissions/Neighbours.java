package dev.drawbridge.lab.permissions;

import dev.drawbridge.simulator.iam.Authorization;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Calls beside one that a role makes, none of which it may make: somebody else's resource, one
 * without our tag, one that is born without it or by another call, one that faces the internet.
 */
final class Neighbours {
  private static final String FOREIGN_ACCOUNT = "999999999999";

  /** What AWS or the request says, with a value that is none of ours. */
  private static final Map<String, String> OTHERS =
      Map.of(
          "elasticloadbalancing:Scheme", "internet-facing",
          "elasticloadbalancing:CreateAction", "SomeOtherCall",
          "ec2:CreateAction", "SomeOtherCall",
          "dynamodb:LeadingKeys", "somebody#else",
          "events:source", "somebody.else",
          "kms:ViaService", "s3.eu-central-1.amazonaws.com",
          "iam:AWSServiceName", "ecs.amazonaws.com");

  private Neighbours() {}

  static Stream<Authorization> of(Authorization call, String account) {
    return Stream.of(
            inAnotherAccount(call, account),
            underAnotherName(call),
            without(call, "aws:ResourceTag/"),
            without(call, "aws:RequestTag/"),
            withOtherValues(call))
        .flatMap(part -> part);
  }

  /** A VPC may be another account's that shares it; what is made in it is bound to ours. */
  private static Stream<Authorization> inAnotherAccount(Authorization call, String account) {
    String foreign = call.resource().replace(":" + account + ":", ":" + FOREIGN_ACCOUNT + ":");
    return foreign.equals(call.resource()) || foreign.contains(":vpc/")
        ? Stream.empty()
        : Stream.of(call.on(foreign));
  }

  /** Databases and security groups have no names of ours; everything else has. */
  private static Stream<Authorization> underAnotherName(Authorization call) {
    String arn = call.resource();
    String other =
        switch (arn.split(":", -1)[Math.min(2, arn.split(":", -1).length - 1)]) {
          case "elasticloadbalancing" -> arn.replace("/drawbridge-", "/payments-");
          case "dynamodb", "kms" -> arn + "-other";
          case "sns", "lambda" -> arn.replaceFirst(":(function:)?([\\w-]+)(:live)?$", ":$1other$3");
          case "states" -> arn.replaceFirst(":(refresh-targets|onboard-consumer)", ":other");
          default -> arn;
        };
    return other.equals(arn) ? Stream.empty() : Stream.of(call.on(other));
  }

  private static Stream<Authorization> without(Authorization call, String prefix) {
    Map<String, List<String>> context = new TreeMap<>(call.context());
    boolean changed = context.keySet().removeIf(key -> key.startsWith(prefix));
    if (prefix.equals("aws:ResourceTag/")) {
      context.keySet().removeIf(key -> key.contains(":ResourceTag/"));
    } else {
      context.remove("aws:TagKeys");
    }
    return changed
        ? Stream.of(new Authorization(call.action(), call.resource(), context))
        : Stream.empty();
  }

  private static Stream<Authorization> withOtherValues(Authorization call) {
    return OTHERS.entrySet().stream()
        .filter(other -> call.context().containsKey(other.getKey()))
        .map(other -> call.with(other.getKey(), other.getValue()));
  }
}
