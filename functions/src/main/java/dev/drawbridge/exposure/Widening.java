package dev.drawbridge.exposure;

import dev.drawbridge.error.Conflict;
import dev.drawbridge.model.ApprovalSubject;
import dev.drawbridge.model.Claim;
import dev.drawbridge.model.ClaimState;
import dev.drawbridge.model.LiveApproval;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Whose yes a change lacks that opens more than was approved: nothing changes before the last. */
final class Widening {
  private Widening() {}

  /**
   * Passes if everybody whom the change concerns can be asked. Nobody who only asks stops a change,
   * a further wish or a new consumer: whatever it gets a yes to is held against what holds by then.
   *
   * @param live the yeses that are on record
   * @throws Conflict naming an onboarding that no yes on record belongs to
   */
  static void requireAskable(String databaseName, List<Claim> claims, List<LiveApproval> live) {
    for (Claim claim : claims) {
      boolean concerned = claim.state() != ClaimState.LEAVING && claim.accepted() != null;
      if (concerned && claim.holdsPath() && !hasYes(claim, live)) {
        throw new Conflict(
            "exposure %s: no yes to %s is on record, which is from an earlier release; send its request again, or offboard it"
                .formatted(databaseName, claim.key()));
      }
    }
  }

  private static boolean hasYes(Claim claim, List<LiveApproval> yeses) {
    return yeses.stream().anyMatch(each -> each.subject().key().equals(claim.key()));
  }

  /**
   * What a change makes of a yes once all have said theirs.
   *
   * @param held what is in force until then
   * @param next what the change was approved by
   */
  record Replacement(LiveApproval held, LiveApproval next) {}

  /** The yeses of a run that take the place of those in force, when the change is made. */
  static List<Replacement> replacements(
      List<LiveApproval> inForce, List<LiveApproval> given, Wanted wanted) {
    return inForce.stream()
        .flatMap(
            held ->
                given.stream()
                    .filter(yes -> yes.subject().equals(wanted.of(held.subject())))
                    .map(yes -> new Replacement(held, yes)))
        .toList();
  }

  /**
   * The next that somebody has to be asked about; empty if all have said yes.
   *
   * @param given what the run has got a yes to
   */
  static Optional<ApprovalSubject> next(
      List<LiveApproval> inForce, List<LiveApproval> given, Wanted wanted) {
    Set<ApprovalSubject> approvedNow =
        given.stream().map(LiveApproval::subject).collect(Collectors.toSet());
    return inForce.stream()
        .map(LiveApproval::subject)
        .filter(approved -> !wanted.isCoveredBy(approved))
        .filter(approved -> !approvedNow.contains(wanted.of(approved)))
        .min(
            Comparator.comparing((ApprovalSubject subject) -> subject.key().toString())
                .thenComparing(ApprovalSubject::endpointId))
        .map(wanted::of);
  }
}
