package dev.drawbridge.api;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What of a failure is told to whoever is none of the installation's operators and approvers.
 * Decisions are theirs to read: a consumer learns that somebody said no, not who did and in which
 * words, and nothing of other runs and roles of the provider's account.
 */
final class OutsideWords {
  /** As the state machines of every release put a denial. */
  private static final Pattern DENIAL =
      Pattern.compile("^.* denied (endpoint vpce-[0-9a-f]+)\\b.*$", Pattern.DOTALL);

  /** Any ARN, with its account. */
  private static final Pattern ARN =
      Pattern.compile("arn:aws[a-z-]*:[a-z0-9-]+:[a-z0-9-]*:([0-9]*):[^\\s,;'\")]+");

  private static final String WITHHELD = "something of the provider's";

  private OutsideWords() {}

  /**
   * The words for outsiders.
   *
   * @param account whose own ARNs it may read: the consumer's
   */
  static String of(String failure, String account) {
    Matcher denial = DENIAL.matcher(failure);
    return denial.matches()
        ? "an approver denied " + denial.group(1)
        : ARN.matcher(failure)
            .replaceAll(
                found ->
                    found.group(1).equals(account)
                        ? Matcher.quoteReplacement(found.group())
                        : WITHHELD);
  }
}
