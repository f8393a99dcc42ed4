package dev.drawbridge.plan;

import dev.drawbridge.model.Exposure;
import dev.drawbridge.model.InstanceAddresses;
import dev.drawbridge.model.InstancePort;
import dev.drawbridge.model.Target;
import dev.drawbridge.model.TargetState;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What may leave a database's groups at once when the load balancer takes no more targets.
 *
 * @param leaving by group, who is neither of the database nor on record as registered by us
 * @param drains whether others leave already
 */
public record SurplusTargets(Map<String, List<Target>> leaving, boolean drains) {
  /** So many of a group are told by name. */
  private static final int NAMED = 10;

  /** Keeps a copy. */
  public SurplusTargets {
    leaving = Map.copyOf(leaving);
  }

  /**
   * Compares groups with whom we may have put there: nobody's session with the database is ended.
   *
   * @param held what each group holds
   */
  public static SurplusTargets of(
      Exposure exposure, InstanceAddresses truth, Map<String, List<TargetState>> held) {
    Set<Target> staying = staying(exposure, truth);
    Map<String, List<Target>> leaving = new LinkedHashMap<>();
    held.forEach(
        (group, targets) -> {
          List<Target> surplus =
              TargetState.held(targets).stream()
                  .filter(target -> !staying.contains(target))
                  .toList();
          if (!surplus.isEmpty()) {
            leaving.put(group, surplus);
          }
        });
    boolean drains =
        held.values().stream().flatMap(Collection::stream).anyMatch(each -> !each.present());
    return new SurplusTargets(leaving, drains);
  }

  /** Whether there is room now, or in a moment. */
  public boolean makesRoom() {
    return drains || !leaving.isEmpty();
  }

  /** For people: SNS takes no message with thousands of targets, nor DynamoDB such an item. */
  public List<String> changes() {
    return leaving.entrySet().stream()
        .map(each -> line(each.getKey(), each.getValue()))
        .sorted()
        .toList();
  }

  private static String line(String group, List<Target> targets) {
    return "%s - %d targets of somebody else's: %s%s"
        .formatted(
            group,
            targets.size(),
            targets.stream().limit(NAMED).map(Target::toString).collect(Collectors.joining(", ")),
            targets.size() > NAMED ? ", ..." : "");
  }

  private static Set<Target> staying(Exposure exposure, InstanceAddresses truth) {
    Set<Target> staying = new HashSet<>(truth.targets());
    exposure.instances().stream()
        .map(InstancePort::target)
        .filter(Objects::nonNull)
        .forEach(staying::add);
    Exposure.Registered registered = exposure.registered();
    if (registered != null) {
      Stream.of(registered.writers(), registered.readerStates())
          .flatMap(Collection::stream)
          .map(TargetState::target)
          .forEach(staying::add);
    }
    return staying;
  }
}
