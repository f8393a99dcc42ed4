package dev.drawbridge.aws.elbv2;

import dev.drawbridge.model.Switching;
import dev.drawbridge.model.TargetGroups;
import dev.drawbridge.plan.Names;
import dev.drawbridge.plan.Ownership;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;

/**
 * What there is of a database's target groups; all of them bear our tags.
 *
 * @param tags of each group, by its ARN
 */
record OwnedGroups(
    String databaseArn, List<TargetGroup> groups, Map<String, Map<String, String>> tags) {

  /** Those for writers, in the order of their names. */
  List<TargetGroup> writers() {
    List<String> names = Names.writerGroups(databaseArn);
    return groups.stream()
        .filter(group -> names.contains(group.targetGroupName()))
        .sorted(Comparator.comparingInt(group -> names.indexOf(group.targetGroupName())))
        .toList();
  }

  Optional<TargetGroup> reader() {
    String name = Names.readerGroup(databaseArn);
    return groups.stream().filter(group -> group.targetGroupName().equals(name)).findFirst();
  }

  /** The mode that the exposure is to be in. */
  Switching wanted() {
    return reader()
        .map(group -> Ownership.switching(tags.getOrDefault(group.targetGroupArn(), Map.of())))
        .orElse(Switching.CLASSIC);
  }

  /** The load balancer that forwards to the writers' groups, if one does. */
  Optional<String> loadBalancerArn() {
    return writers().stream().flatMap(group -> group.loadBalancerArns().stream()).findFirst();
  }

  /** Both groups, if both exist. */
  Optional<TargetGroups> both() {
    // One on the listener comes first: a group that is just being made is not on it yet.
    Optional<TargetGroup> writer =
        writers().stream().min(Comparator.comparing(group -> group.loadBalancerArns().isEmpty()));
    boolean warm = wanted() == Switching.WARM || writers().size() > 1;
    return writer.flatMap(
        found ->
            reader()
                .map(
                    readers ->
                        new TargetGroups(
                            found.targetGroupArn(),
                            readers.targetGroupArn(),
                            warm ? Switching.WARM : Switching.CLASSIC)));
  }
}
