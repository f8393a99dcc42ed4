package dev.drawbridge.plan;

import dev.drawbridge.model.TargetState;
import dev.drawbridge.model.WriterRoute;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether the path of a database has fallen behind it. */
public final class Drift {
  private Drift() {}

  /**
   * What has to be mended; empty if the path follows the database.
   *
   * <p>A writer whose name and whose place disagree counts: a run waits until they agree, and
   * raises the alarm if they never do, which nobody else would if the event was lost.
   */
  public static Optional<String> of(
      Resolution now, WriterRoute route, List<TargetState> readerGroup) {
    if (now.writerDisagrees().isPresent()) {
      return now.writerDisagrees();
    }
    List<String> drift = new ArrayList<>();
    TargetPlan plan = TargetPlan.of(now.endpoints(), route, readerGroup);
    if (!plan.nothingToDo()) {
      drift.add(
          "writer group: add %s, remove %s%s; reader group: add %s, remove %s"
              .formatted(
                  plan.registerWriter(),
                  plan.deregisterWriter().stream().flatMap(old -> old.targets().stream()).toList(),
                  plan.reweigh() ? ", change weights" : "",
                  plan.registerReaders(),
                  plan.staleReaders()));
    }
    StandbyPlan standbys = StandbyPlan.of(now.endpoints(), route);
    if (!standbys.nothingToDo()) {
      drift.add(
          "standby groups: make %d, add %s, remove %s, delete %d"
              .formatted(
                  standbys.missing(),
                  standbys.register(),
                  standbys.deregister(),
                  standbys.delete().size()));
    }
    return drift.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", drift));
  }
}
