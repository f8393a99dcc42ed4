package dev.drawbridge.simulator.naming;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.ServiceError;
import java.util.List;
import software.amazon.awssdk.core.SdkPojo;

/** What one service demands of ARNs, ids, names and tags. */
public interface NamingRules {

  /**
   * Holds a request against the rules of its service.
   *
   * @throws ServiceError the service's own error for the first that does not fit
   */
  static void check(String signingName, String operation, SdkPojo request, Caller caller) {
    NamingRules rules = of(signingName);
    RequestMembers members = RequestMembers.of(request);
    for (RequestMembers.Text text : members.texts()) {
      rules.text(operation, text.member(), text.value(), caller);
      ForeignArns.check(signingName, operation, text.value(), caller);
    }
    for (List<RequestMembers.Tag> tags : members.tags()) {
      rules.tags(operation, tags);
    }
  }

  private static NamingRules of(String signingName) {
    return switch (signingName) {
      case "elasticloadbalancing" -> new ElbNaming();
      case "ec2" -> new Ec2Naming();
      case "rds" -> new RdsNaming();
      case "sns" -> new SnsNaming();
      case "sqs" -> new SqsNaming();
      case "states" -> new StatesNaming();
      case "dynamodb" -> new DynamoDbNaming();
      case "kms" -> new KmsNaming();
      case "sts" -> new StsNaming();
      case "events" -> new PlainTags("ValidationException", "LimitExceededException");
      case "iam" -> new PlainTags("InvalidInput", "LimitExceeded");
      case "lambda" ->
          new PlainTags("InvalidParameterValueException", "InvalidParameterValueException");
      default -> new NamingRules() {};
    };
  }

  /** A text, or one of a list of texts, that stands under {@code member}. */
  default void text(String operation, String member, String value, Caller caller) {}

  /** A list of tags that the request sets, or of keys that it removes. */
  default void tags(String operation, List<RequestMembers.Tag> tags) {}
}
