package dev.drawbridge.infra;

import static dev.drawbridge.infra.Synthesized.each;
import static dev.drawbridge.infra.Synthesized.resources;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** All inline policies of a role together have a longest length ("IAM and AWS STS quotas"). */
class PolicyLengthTest {
  /** Characters, of which IAM does not count white space. */
  private static final int MOST = 10_240;

  /** As long as any that there is; what else is looked up counts as a long ARN. */
  private static final Map<String, String> LONGEST =
      Map.of(
          "AWS::Partition", "aws-us-gov",
          "AWS::Region", "ap-northeast-1",
          "AWS::AccountId", "111111111111",
          "AWS::URLSuffix", "amazonaws.com.cn");

  private static final String LONG_ARN = "x".repeat(128);

  @Test
  void no_role_has_longer_inline_policies_than_iam_takes() {
    Map<String, Integer> lengths = new TreeMap<>();
    resources("AWS::IAM::Role")
        .forEach(
            (role, resource) ->
                lengths.put(role, policies(role, resource).mapToInt(this::length).sum()));
    Map.Entry<String, Integer> longest =
        lengths.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
    System.out.printf("%s: %d characters of %d%n", longest.getKey(), longest.getValue(), MOST);
    assertThat(longest.getValue()).as("policies of " + longest.getKey()).isBetween(1000, MOST);
  }

  /** Those in the role, and those beside it. */
  private static Stream<JsonNode> policies(String role, JsonNode resource) {
    Stream<JsonNode> beside =
        resources("AWS::IAM::Policy").values().stream()
            .map(policy -> policy.path("Properties"))
            .filter(policy -> policy.path("Roles").findValuesAsText("Ref").contains(role));
    JsonNode within = resource.at("/Properties/Policies");
    return Stream.concat(within.isArray() ? each(within) : Stream.empty(), beside)
        .map(policy -> policy.path("PolicyDocument"));
  }

  private int length(JsonNode policy) {
    return rendered(policy).replaceAll("\\s", "").length();
  }

  /** As CloudFormation hands it to IAM. */
  private static String rendered(JsonNode node) {
    if (node.isArray()) {
      return each(node).map(PolicyLengthTest::rendered).collect(Collectors.joining(",", "[", "]"));
    }
    if (!node.isObject()) {
      return node.toString();
    }
    if (node.size() == 1) {
      String only = node.fieldNames().next();
      if (only.equals("Ref") || only.startsWith("Fn::")) {
        return '"' + text(node) + '"';
      }
    }
    return node.properties().stream()
        .map(each -> "\"%s\":%s".formatted(each.getKey(), rendered(each.getValue())))
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static String text(JsonNode node) {
    if (node.isTextual()) {
      return node.asText();
    }
    if (node.has("Fn::Join")) {
      return each(node.at("/Fn::Join/1"))
          .map(PolicyLengthTest::text)
          .collect(Collectors.joining(node.at("/Fn::Join/0").asText()));
    }
    return LONGEST.getOrDefault(node.path("Ref").asText(), LONG_ARN);
  }
}
