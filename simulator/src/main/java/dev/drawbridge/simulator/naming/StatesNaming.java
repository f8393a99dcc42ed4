package dev.drawbridge.simulator.naming;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.ServiceError;
import java.util.List;
import java.util.stream.Stream;

/** Step Functions: an ARN must be one, of this service, and of the kind that the member wants. */
record StatesNaming() implements NamingRules {

  @Override
  public void text(String operation, String member, String value, Caller caller) {
    switch (member) {
      case "stateMachineArn" -> arn(value, "stateMachine");
      case "stateMachineVersionArn", "stateMachineAliasArn" -> arn(value, "stateMachine");
      case "executionArn" -> arn(value, "execution");
      case "resourceArn" -> arn(value, "");
      case "roleArn" -> role(value);
      default -> {}
    }
  }

  @Override
  public void tags(String operation, List<RequestMembers.Tag> tags) {
    if (TagKeys.reserved(tags).isPresent()) {
      throw ServiceError.client(
          "ValidationException", "aws: prefixed tag key names are not allowed for external use.");
    }
    if (TagKeys.repeated(tags).isPresent()) {
      throw ServiceError.client("ValidationException", "Duplicate tag keys found in the request.");
    }
    if (tags.size() > TagKeys.MOST) {
      throw ServiceError.client("TooManyTags", "Too many tags: at most " + TagKeys.MOST);
    }
  }

  private static void arn(String value, String kind) {
    if (!value.startsWith("arn:")) {
      throw invalid("Invalid ARN prefix: " + value);
    }
    String[] parts = value.split(":", -1);
    if (parts.length < 7 || !parts[2].equals("states") || !parts[4].matches("\\d{12}")) {
      throw invalid("Invalid ARN: " + value);
    }
    if (Stream.of(parts).skip(5).anyMatch(String::isEmpty)) {
      throw invalid("Invalid ARN: " + value);
    }
    if (!kind.isEmpty() && !parts[5].equals(kind)) {
      throw invalid("Resource type not valid in this context: " + parts[5]);
    }
  }

  private static void role(String value) {
    if (!value.matches("arn:[a-z-]+:iam::\\d{12}:role/.+")) {
      throw invalid("Invalid Role Arn: " + value);
    }
  }

  private static ServiceError invalid(String what) {
    return ServiceError.client("InvalidArn", "Invalid Arn: '%s'".formatted(what));
  }
}
