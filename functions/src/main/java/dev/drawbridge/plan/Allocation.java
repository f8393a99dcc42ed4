package dev.drawbridge.plan;

import dev.drawbridge.model.GroupTargets;
import dev.drawbridge.model.Target;
import dev.drawbridge.model.WriterGroup;
import dev.drawbridge.model.WriterRoute;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Which instance's target each group for writers holds: a group and an instance belong together by
 * what is registered, not by name.
 *
 * @param held the target that stays in each group that holds one, by the group's ARN
 * @param surplus what else is in groups: of no instance, or in two groups
 * @param free groups that hold none, by ARN
 */
record Allocation(Map<String, Target> held, List<GroupTargets> surplus, List<String> free) {

  static Allocation of(List<Target> instances, WriterRoute route) {
    Map<String, Target> held = new LinkedHashMap<>();
    // The writer's group chooses first: what it holds is in use.
    Stream.concat(Stream.of(route.active()), route.groups().stream())
        .distinct()
        .forEach(
            group ->
                group
                    .present()
                    .filter(instances::contains)
                    .filter(target -> !held.containsValue(target))
                    .findFirst()
                    .ifPresent(target -> held.put(group.arn(), target)));
    List<GroupTargets> surplus = new ArrayList<>();
    for (WriterGroup group : route.groups()) {
      List<Target> others =
          group.present().filter(target -> !target.equals(held.get(group.arn()))).toList();
      // The writer's group is the switch's business: what it holds may be the writer that left.
      if (!others.isEmpty() && !group.equals(route.active())) {
        surplus.add(new GroupTargets(group.arn(), others));
      }
    }
    List<String> free =
        route.groups().stream()
            .map(WriterGroup::arn)
            .filter(arn -> !held.containsKey(arn))
            .filter(arn -> !arn.equals(route.active().arn()))
            .toList();
    return new Allocation(held, List.copyOf(surplus), free);
  }
}
