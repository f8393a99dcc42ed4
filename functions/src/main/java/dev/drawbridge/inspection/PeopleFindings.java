package dev.drawbridge.inspection;

import dev.drawbridge.model.Subscriptions;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Whether anybody hears what is told: the same for every path. That nobody does reaches nobody by
 * the topic, so that a metric, its alarm, the pages and whoever asks say it as well.
 */
final class PeopleFindings {
  /** What the subscriptions alone tell. */
  static final Set<Kind> KINDS = EnumSet.of(Kind.NOBODY_SUBSCRIBED, Kind.SUBSCRIPTION_PENDING);

  private static final String SUBJECT = "the people's topic";

  private PeopleFindings() {}

  /** What nobody could look at. */
  static Finding unknown(String reason) {
    return Finding.of(
        Kind.NOT_SEEN,
        SUBJECT,
        "whether anybody is subscribed to the people's topic could not be seen: " + reason);
  }

  static List<Finding> of(Subscriptions seen) {
    String waiting =
        "%d subscription%s the confirmation that SNS has mailed"
            .formatted(seen.pending(), seen.pending() == 1 ? " waits for" : "s wait for");
    if (seen.confirmed() == 0) {
      return List.of(
          Finding.of(
              Kind.NOBODY_SUBSCRIBED,
              SUBJECT,
              "nobody is subscribed to the people's topic%s, so that no question, finding or alarm reaches anybody; subscribe somebody, and look for what has waited since"
                  .formatted(seen.pending() == 0 ? "" : " (" + waiting + ")")));
    }
    return seen.pending() == 0
        ? List.of()
        : List.of(
            Finding.of(
                Kind.SUBSCRIPTION_PENDING,
                SUBJECT,
                "%s to the people's topic; have the link opened, or subscribe the address again: SNS forgets it after some days"
                    .formatted(waiting)));
  }
}
