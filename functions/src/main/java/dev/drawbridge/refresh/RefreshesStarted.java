package dev.drawbridge.refresh;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Output of TriggerRefresh and CheckDrift.
 *
 * @param cause what brought the worker here
 * @param refreshes the databases that are being refreshed because of it
 * @param remarks why nothing was started, for what nothing was started
 * @param failed what could not be looked at, or kept alive: it stopped nothing else
 */
public record RefreshesStarted(
    String cause, List<Refresh> refreshes, List<String> remarks, List<String> failed) {
  /** Keeps copies. */
  public RefreshesStarted {
    refreshes = List.copyOf(refreshes);
    remarks = List.copyOf(remarks);
    failed = List.copyOf(failed);
  }

  /** Of a look at which nothing failed. */
  public RefreshesStarted(String cause, List<Refresh> refreshes, List<String> remarks) {
    this(cause, refreshes, remarks, List.of());
  }

  /** The same with more that failed. */
  RefreshesStarted failing(List<String> more) {
    return new RefreshesStarted(
        cause, refreshes, remarks, Stream.of(failed, more).flatMap(List::stream).toList());
  }

  /**
   * The same of a look whose runs nobody else can have started, since nobody could foresee their
   * names: a name that is taken means a database that nothing was done for.
   */
  RefreshesStarted unforeseen() {
    return failing(refreshes.stream().flatMap(each -> each.taken().stream()).toList());
  }

  /** The record of an event or a check that starts nothing. */
  public static RefreshesStarted none(String cause, String remark) {
    return new RefreshesStarted(cause, List.of(), List.of(remark));
  }

  /**
   * One database.
   *
   * @param reason why it is refreshed
   * @param how {@code STARTED}; {@code STARTED BEFORE}: there is or was an execution of that name,
   *     which an earlier try may have started; {@code MARKED}: a run is under way and will go round
   *     once more; or {@code GATHERED}: another event of the same batch has started it, or marked
   *     it
   */
  public record Refresh(String databaseArn, String reason, String how) {
    static final String STARTED = "STARTED";
    static final String STARTED_BEFORE = "STARTED BEFORE";

    /** What is wrong if no earlier try can have started it; empty if nothing is. */
    public Optional<String> taken() {
      return how.equals(STARTED_BEFORE)
          ? Optional.of(
              "%s: no run was started, since somebody has used up its name; see in CloudTrail who starts executions of refresh-targets (StartExecution)"
                  .formatted(databaseArn))
          : Optional.empty();
    }
  }
}
