package dev.drawbridge.model;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the writer's port leads.
 *
 * @param listenerArn the writer's listener; null where there is one group, which nobody reweighs
 * @param groups the groups for writers, at least one
 * @param wanted the mode that the exposure is to be in
 */
public record WriterRoute(
    @Nullable String listenerArn, List<WriterGroup> groups, Switching wanted) {

  /** Keeps a copy. */
  public WriterRoute {
    groups = List.copyOf(groups);
    if (groups.isEmpty()) {
      throw new IllegalArgumentException("a route has at least one group");
    }
  }

  /** The route of one group that gets every connection. */
  public static WriterRoute single(String groupArn, List<TargetState> targets) {
    WriterGroup all = new WriterGroup(groupArn, true, 1, targets);
    return new WriterRoute(null, List.of(all), Switching.CLASSIC);
  }

  /** The group that gets new connections: the one with the greatest weight. */
  public WriterGroup active() {
    return groups.stream()
        .max(
            Comparator.comparing(WriterGroup::attached)
                .thenComparingInt(WriterGroup::weight)
                // Of equals the first, whose order does not change between two readings.
                .thenComparingInt(group -> -groups.indexOf(group)))
        .orElseThrow();
  }

  /** The groups that the listener forwards to. */
  public List<WriterGroup> attached() {
    return groups.stream().filter(WriterGroup::attached).toList();
  }

  /** The same with another mode wanted. */
  public WriterRoute wanting(Switching mode) {
    return new WriterRoute(listenerArn, groups, mode);
  }

  /** The same with further groups, which hold nothing yet. */
  public WriterRoute with(List<String> freshArns) {
    return new WriterRoute(
        listenerArn,
        Stream.concat(groups.stream(), freshArns.stream().map(WriterGroup::fresh)).toList(),
        wanted);
  }
}
