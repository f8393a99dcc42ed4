package dev.drawbridge.exposure;

import dev.drawbridge.model.Database;
import dev.drawbridge.model.ExposureSettings;
import dev.drawbridge.model.InstancePortRange;
import dev.drawbridge.model.Switching;
import dev.drawbridge.plan.StrictFields;

/** Whether instances have ports of their own, and which ones they may have. */
final class InstancePortRules {
  private static final int HIGHEST = 65_535;

  private InstancePortRules() {}

  /**
   * The settings with what holds for instances. What an earlier release has built has no ports of
   * instances until its owner says so: nobody has approved them.
   *
   * @throws dev.drawbridge.error.InvalidRequest naming field and value
   */
  static ExposureSettings decide(ExposureSettings wanted, Database database, BuildOrder order) {
    boolean on = Boolean.TRUE.equals(wanted.instancePorts());
    if (wanted.switching() == Switching.REPOINT && !on) {
      throw StrictFields.refused(
          "switching",
          wanted.switching().text(),
          "the writer's port is led to the port of an instance; say instancePorts: true too");
    }
    if (wanted.instancePorts() == null) {
      return wanted;
    }
    return wanted.withInstances(on ? range(wanted, database) : null);
  }

  /** As long as it can be, right after the listeners' ports: one rule then admits them all. */
  private static InstancePortRange range(ExposureSettings wanted, Database database) {
    Integer first = wanted.firstInstancePort();
    Integer last = wanted.lastInstancePort();
    int reader = database.readerPort();
    int writer = database.writerPort();
    int from = first != null ? first : usual(reader, writer);
    int to = last != null ? last : Math.min(HIGHEST, from + InstancePortRange.LONGEST - 1);
    InstancePortRange range = new InstancePortRange(from, to);
    if (to < from) {
      throw StrictFields.refused("lastInstancePort", to, "the first one is " + from);
    }
    if (to - from >= InstancePortRange.LONGEST) {
      throw StrictFields.refused(
          "lastInstancePort",
          to,
          "from %d these are more than %d ports".formatted(from, InstancePortRange.LONGEST));
    }
    for (int port : new int[] {reader, writer}) {
      if (range.contains(port)) {
        throw StrictFields.refused(
            "firstInstancePort",
            from,
            "ports %s hold %d, which is the reader's or the writer's".formatted(range, port));
      }
    }
    return range;
  }

  private static int usual(int reader, int writer) {
    int after = Math.max(reader, writer) + 1;
    return after + InstancePortRange.LONGEST - 1 <= HIGHEST
        ? after
        : Math.max(1, Math.min(reader, writer) - InstancePortRange.LONGEST);
  }
}
