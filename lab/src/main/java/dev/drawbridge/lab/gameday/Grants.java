package dev.drawbridge.lab.gameday;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.EvaluationResult;

/**
 * What the caller may do, asked of IAM beforehand. Policies of the organisation, boundaries of
 * sessions and conditions on tags can still say no later.
 *
 * @param caller the ARN of who calls
 */
record Grants(IamClient iam, String caller) {
  private static final Pattern SESSION =
      Pattern.compile("arn:([^:]+):sts::(\\d{12}):assumed-role/([^/]+)/.*");

  /**
   * A line for each thing that is denied, one if all is granted, or one that says why nobody knows.
   */
  List<Check> of(String whose, List<String> actions) {
    List<String> denied;
    try {
      denied = denied(actions);
    } catch (AwsServiceException e) {
      return List.of(
          Check.unknown(
              "%s: IAM does not tell what is granted (iam:SimulatePrincipalPolicy: %s); each call"
                      .formatted(whose, e.awsErrorDetails().errorCode())
                  + " will show"));
    }
    if (denied.isEmpty()) {
      return List.of(Check.good("%s: IAM grants %s".formatted(whose, String.join(", ", actions))));
    }
    List<Check> lines = new ArrayList<>();
    denied.forEach(action -> lines.add(Check.bad(whose + ": IAM does not grant " + action)));
    return lines;
  }

  private List<String> denied(List<String> actions) {
    String principal = principal();
    return iam
        .simulatePrincipalPolicy(r -> r.policySourceArn(principal).actionNames(actions))
        .evaluationResults()
        .stream()
        .filter(result -> !result.evalDecisionAsString().equals("allowed"))
        .map(EvaluationResult::evalActionName)
        .toList();
  }

  /** IAM knows roles, not their sessions, and a session's ARN lacks the role's path. */
  private String principal() {
    Matcher session = SESSION.matcher(caller);
    if (!session.matches()) {
      return caller;
    }
    try {
      return iam.getRole(r -> r.roleName(session.group(3))).role().arn();
    } catch (AwsServiceException unknown) {
      return "arn:%s:iam::%s:role/%s"
          .formatted(session.group(1), session.group(2), session.group(3));
    }
  }
}
