package dev.drawbridge.refresh;

import java.util.List;
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

  /** The record of an event or a check that starts nothing. */
  public static RefreshesStarted none(String cause, String remark) {
    return new RefreshesStarted(cause, List.of(), List.of(remark));
  }

  /**
   * One database.
   *
   * @param reason why it is refreshed
   * @param how {@code STARTED}; {@code MARKED}: a run is under way and will go round once more; or
   *     {@code GATHERED}: another event of the same batch has started it, or marked it
   */
  public record Refresh(String databaseArn, String reason, String how) {}
}
