package dev.drawbridge.consent;

import dev.drawbridge.identity.Identity;
import dev.drawbridge.identity.Members;
import dev.drawbridge.identity.Persons;
import dev.drawbridge.model.Approval;
import java.util.List;
import java.util.Optional;

/**
 * Whether those who are asked can be as many as a question takes. One that too few could answer is
 * put all the same, since the lists of the next one may be longer and nothing stands or falls with
 * it; but whoever reads it learns that it can only expire, and why.
 */
public final class QuorumReach {
  /** {@link Persons} tries every set of those who might say yes. */
  private static final int MOST_WEIGHED = 12;

  private QuorumReach() {}

  /**
   * Why all the yeses that there can be would not do; empty if they may.
   *
   * @param requesters everybody who has asked for it by now
   */
  public static Optional<String> tooFew(Approval asked, List<Identity> requesters) {
    String provider = asked.key().providerAccountId();
    // Whoever answers is in each list, so one that is too short is enough.
    return asked.approvers().stream()
        .flatMap(list -> list.people(provider).stream())
        .filter(people -> people.size() <= MOST_WEIGHED)
        .mapToInt(people -> Persons.atLeast(people, requesters))
        .filter(most -> most < asked.quorum())
        .min()
        .stream()
        .mapToObj(most -> sentence(asked, most))
        .findFirst();
  }

  private static String sentence(Approval asked, int most) {
    return "Those who are asked can give no more than %d of the %d yeses that count, since everybody who assumes a role is one person, whoever asked has no voice, and one yes is lost where nobody can tell those who answer from those who asked: unless somebody says no, this question expires. Name more approvers (%s), and ask again"
        .formatted(Math.max(0, most), asked.quorum(), Members.LONGER);
  }
}
