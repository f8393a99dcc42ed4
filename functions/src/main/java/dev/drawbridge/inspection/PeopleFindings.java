package dev.drawbridge.inspection;

import dev.drawbridge.model.Subscriptions;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whether anybody hears what is told: the same for every path. That nobody does reaches nobody by
 * the topic, so that a metric, its alarm, the pages and whoever asks say it as well.
 */
final class PeopleFindings {
  /** What the subscriptions alone tell. */
  static final Set<Kind> KINDS =
      EnumSet.of(Kind.NOBODY_SUBSCRIBED, Kind.SUBSCRIPTION_PENDING, Kind.SUBSCRIPTION_LOST);

  private static final String SUBJECT = "the people's topic";

  private PeopleFindings() {}

  /** What nobody could look at. */
  static Finding unknown(String reason) {
    return Finding.of(
        Kind.NOT_SEEN,
        SUBJECT,
        "whether anybody is subscribed to the people's topic could not be seen: " + reason);
  }

  /**
   * What the counts say.
   *
   * @param mails how many addresses the installation has subscribed
   */
  static List<Finding> of(Subscriptions seen, int mails) {
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
    return Stream.of(pending(seen, waiting), lost(seen, mails)).flatMap(Optional::stream).toList();
  }

  private static Optional<Finding> pending(Subscriptions seen, String waiting) {
    return seen.pending() == 0
        ? Optional.empty()
        : Optional.of(
            Finding.of(
                Kind.SUBSCRIPTION_PENDING,
                SUBJECT,
                "%s to the people's topic, or is suspended for more than 10 messages in a second; have the link opened, or subscribe the address again (if SNS sends no link, wait 72 hours): SNS deletes it after 48 hours"
                    .formatted(waiting)));
  }

  /** SNS counts and does not name: whoever else is subscribed may hide that an address is not. */
  private static Optional<Finding> lost(Subscriptions seen, int mails) {
    int missing = mails - seen.confirmed() - seen.pending();
    return missing <= 0
        ? Optional.empty()
        : Optional.of(
            Finding.of(
                Kind.SUBSCRIPTION_LOST,
                SUBJECT,
                "the setting mails has %d addresses and the people's topic %d subscriptions, so that at least %d of these addresses %s nothing any more; compare them with those that aws sns list-subscriptions-by-topic shows (whose SubscriptionArn is Deleted or PendingConfirmation there hears nothing), and subscribe again by aws sns subscribe who is missing; if SNS sends no link, wait 72 hours"
                    .formatted(
                        mails,
                        seen.confirmed() + seen.pending(),
                        missing,
                        missing == 1 ? "hears" : "hear")));
  }
}
