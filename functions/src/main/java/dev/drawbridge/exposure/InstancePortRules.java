package dev.drawbridge.exposure;

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
  static ExposureSettings decide(ExposureSettings wanted, int reader, int writer) {
    requireSwitching(wanted);
    if (wanted.instancePorts() == null) {
      return wanted;
    }
    return wanted.withInstances(
        Boolean.TRUE.equals(wanted.instancePorts()) ? range(wanted, reader, writer) : null);
  }

  /**
   * Passes if nothing is wrong with what is stated itself, whatever ports the listeners get.
   *
   * @throws dev.drawbridge.error.InvalidRequest naming field and value
   */
  static void require(ExposureSettings wanted) {
    requireSwitching(wanted);
    Integer first = wanted.firstInstancePort();
    Integer last = wanted.lastInstancePort();
    if (Boolean.TRUE.equals(wanted.instancePorts()) && first != null && last != null) {
      requireLength(first, last);
    }
  }

  private static void requireSwitching(ExposureSettings wanted) {
    if (wanted.switching() == Switching.REPOINT && !Boolean.TRUE.equals(wanted.instancePorts())) {
      throw StrictFields.refused(
          "switching",
          wanted.switching().text(),
          "the writer's port is led to the port of an instance; say instancePorts: true too");
    }
  }

  private static void requireLength(int from, int to) {
    if (to < from) {
      throw StrictFields.refused("lastInstancePort", to, "the first one is " + from);
    }
    if (to - from >= InstancePortRange.LONGEST) {
      throw StrictFields.refused(
          "lastInstancePort",
          to,
          "from %d these are more than %d ports".formatted(from, InstancePortRange.LONGEST));
    }
  }

  /** As long as it can be, right after the listeners' ports: one rule then admits them all. */
  private static InstancePortRange range(ExposureSettings wanted, int reader, int writer) {
    Integer first = wanted.firstInstancePort();
    Integer last = wanted.lastInstancePort();
    int from = first != null ? first : usual(reader, writer);
    int to = last != null ? last : Math.min(HIGHEST, from + InstancePortRange.LONGEST - 1);
    InstancePortRange range = new InstancePortRange(from, to);
    requireLength(from, to);
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
