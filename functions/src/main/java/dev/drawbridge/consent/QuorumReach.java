package dev.drawbridge.consent;

import dev.drawbridge.identity.CommonMembers;
import dev.drawbridge.identity.Identity;
import dev.drawbridge.identity.Members;
import dev.drawbridge.model.Approval;
import java.util.List;
import java.util.Optional;

/**
 * Whether those who are asked can be as many as a question takes. One that too few could answer is
 * put all the same, since the lists of the next one may be longer and nothing stands or falls with
 * it; but whoever reads it learns that it can only expire, and why.
 */
public final class QuorumReach {
  private QuorumReach() {}

  /**
   * Why all the yeses that there can be would not do; empty if they may.
   *
   * @param requesters everybody who has asked for it by now
   */
  public static Optional<String> tooFew(Approval asked, List<Identity> requesters) {
    String partition = asked.key().databaseArn().split(":", -1)[1];
    return CommonMembers.of(asked.approvers(), partition, asked.key().providerAccountId())
        .most(requesters)
        .stream()
        .filter(most -> most < asked.quorum())
        .mapToObj(most -> sentence(asked, most))
        .findFirst();
  }

  private static String sentence(Approval asked, int most) {
    return "No more than %d of the %d yeses that count can come of those who are asked, so that the question expires: whoever answers is in each list of approvers, everybody who assumes a role is one person, whoever asked has no voice, and one yes is lost where nobody can tell those who answer from those who asked. Name %s in the setting approvers and, if the database has it, in the tag %s; then have this question denied, or end the onboarding, and ask again"
        .formatted(most, asked.quorum(), Members.LONGER, ApproverLists.TAG);
  }
}
