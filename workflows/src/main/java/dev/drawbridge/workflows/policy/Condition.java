package dev.drawbridge.workflows.policy;

import java.util.List;

/**
 * What must hold of a request for a statement to allow it.
 *
 * @param operator for example {@code StringEquals}
 * @param key a condition key that AWS's table lists for the action; it may hold placeholders
 * @param values of which one must fit; they may hold placeholders
 */
public record Condition(String operator, String key, List<String> values) {
  public Condition {
    values = List.copyOf(values);
  }

  static Condition equalTo(String key, String... values) {
    return new Condition("StringEquals", key, List.of(values));
  }

  /** The resource bears our tag: nobody else's is touched. */
  static Condition ofOurs() {
    return equalTo("aws:ResourceTag/" + Arns.INSTALLATION + ":managed", "true");
  }

  /** What is made is born with our tag. */
  static Condition asOurs() {
    return equalTo("aws:RequestTag/" + Arns.INSTALLATION + ":managed", "true");
  }

  /** Tags are put on at birth by this call, and at no other time. */
  static Condition bornBy(String service, String verb) {
    return equalTo(service + ":CreateAction", verb);
  }

  /**
   * Events of this source only. The key has many values ({@code ArrayOfString} in the service
   * authorization reference), so a comparison with one alone fits none of them.
   */
  static Condition eventsOf(String source) {
    return new Condition("ForAllValues:StringEquals", "events:source", List.of(source));
  }

  /** Only items whose partition key fits the pattern. */
  static Condition partition(String pattern) {
    return new Condition("ForAllValues:StringLike", "dynamodb:LeadingKeys", List.of(pattern));
  }
}
