package dev.drawbridge.aws.elbv2;

import dev.drawbridge.model.TargetGroups;
import dev.drawbridge.plan.Names;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;

/** What there is of a database's target groups; all of them bear our tags. */
record OwnedGroups(String databaseArn, List<TargetGroup> groups) {

  Optional<TargetGroup> writer() {
    return named(Names.writerGroup(databaseArn));
  }

  Optional<TargetGroup> reader() {
    return named(Names.readerGroup(databaseArn));
  }

  /** Both groups, if both exist. */
  Optional<TargetGroups> both() {
    return writer()
        .flatMap(
            writers ->
                reader()
                    .map(
                        readers ->
                            new TargetGroups(
                                writers.targetGroupArn(),
                                readers.targetGroupArn(),
                                writers.vpcId())));
  }

  private Optional<TargetGroup> named(String name) {
    return groups.stream().filter(group -> group.targetGroupName().equals(name)).findFirst();
  }
}
