package dev.drawbridge.refresh;

import dev.drawbridge.aws.dynamodb.Exposures;
import dev.drawbridge.aws.elbv2.InstancePaths;
import dev.drawbridge.aws.elbv2.Targets;
import dev.drawbridge.error.TransientFailure;
import dev.drawbridge.model.Exposure;
import dev.drawbridge.model.InstanceAddresses;
import dev.drawbridge.model.InstancePort;
import dev.drawbridge.model.TargetGroups;
import dev.drawbridge.model.TargetState;
import dev.drawbridge.plan.WriterLead;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Stores;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Leads the writer's listener to the group that the writer has anyway: one call, and the group is
 * healthy already. How long the load balancer takes to follow is UNCONFIRMED.
 */
final class Repointing {
  private final InstancePaths paths;
  private final Targets targets;
  private final Exposures exposures;
  private final InstantSource clock;

  Repointing(Environment environment) {
    this.paths = new InstancePaths(environment.clients());
    this.targets = new Targets(environment.clients());
    this.exposures = Stores.exposures(environment);
    this.clock = environment.clock();
  }

  /**
   * Where it has to lead. Calls: none, and 1 where nothing but the mode has changed: then the group
   * has to pass its checks first, as the one that carries connections does.
   */
  WriterLead lead(Exposure exposure, TargetGroups known, InstanceAddresses truth) {
    WriterLead lead = WriterLead.of(exposure, known.writerArn(), truth);
    boolean toAnInstance = lead.moves() && !lead.to().equals(known.writerArn());
    boolean soundWhereItIs =
        toAnInstance
            && lead.demoted().isEmpty()
            && targets.find(lead.to()).stream()
                .flatMap(List::stream)
                .noneMatch(TargetState::passes);
    return soundWhereItIs ? new WriterLead(lead.from(), lead.from(), Optional.empty()) : lead;
  }

  /**
   * Leads it there, and ends the sessions of a writer that was demoted: its target leaves its own
   * group until they have ended. Calls: none if it leads there; else 1, 1 to end sessions, 1 to
   * write the record.
   *
   * @throws TransientFailure if that group has been deleted: the next try leads to the writer's
   */
  Exposure repoint(Exposure exposure, TargetGroups known, WriterLead lead) {
    Exposure.Path path = exposure.path();
    if (!lead.moves() || path == null) {
      return exposure;
    }
    if (!paths.lead(path.writerListenerArn(), lead.to())) {
      forget(exposure, lead.to());
    }
    lead.demoted().ifPresent(targets::deregister);
    List<InstancePort> ports =
        exposure.instances().stream()
            .map(
                each ->
                    lead.demoted().filter(each::equals).isPresent()
                        ? each.cut(clock.instant())
                        : each)
            .toList();
    return exposures.put(
        exposure.with(ports).leading(lead.to().equals(known.writerArn()) ? null : lead.to()));
  }

  /** The group of an instance that is gone is made anew once the writer's port is served. */
  private void forget(Exposure exposure, String group) {
    exposures.put(
        exposure.with(
            exposure.instances().stream()
                .map(each -> group.equals(each.groupArn()) ? each.unbuilt() : each)
                .toList()));
    throw new TransientFailure("target group %s has been deleted".formatted(group));
  }
}
