package dev.drawbridge.refresh;

/**
 * What a run has yet to read of load balancers before it ends.
 *
 * @param groups what both groups hold: nobody has read that yet
 * @param listeners where the listeners lead
 * @param formerWriter whether the writer that left its group is gone from it
 */
record FinalReads(boolean groups, boolean listeners, boolean formerWriter) {

  /**
   * A run that went by the record has read nothing, and somebody who left a mark may have seen that
   * the groups do not fit. Where nothing was changed the record is as good as before, and the check
   * for drift compares it with what there is, in turns.
   *
   * @param told whether somebody did
   */
  static FinalReads of(
      RefreshRequest request, Round round, Registration registration, boolean told) {
    boolean read = round.looks(request);
    boolean looks = (!read || told) && !registration.writer().isEmpty();
    boolean groups = looks && (told || !isIdle(round, registration));
    return new FinalReads(groups, looks, registration.switchedAt() != null);
  }

  /** Whether there is anything. */
  boolean any() {
    return writers() || listeners;
  }

  /** Whether the writer's group is read, for whatever reason. */
  boolean writers() {
    return groups || formerWriter;
  }

  /** Whether the run has changed nothing and was told nothing: what is on record fits as before. */
  private static boolean isIdle(Round round, Registration registration) {
    return registration.isIdle()
        && registration.changes().isEmpty()
        && round.number() == 1
        && round.seen().isEmpty();
  }
}
