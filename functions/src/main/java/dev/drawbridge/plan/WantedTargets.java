package dev.drawbridge.plan;

import dev.drawbridge.model.InstanceAddress;
import dev.drawbridge.model.InstanceAddresses;
import dev.drawbridge.model.Role;
import dev.drawbridge.model.Serving;
import dev.drawbridge.model.Target;
import dev.drawbridge.model.TargetState;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The targets that groups must hold for a database to be what it is. */
public final class WantedTargets {
  private WantedTargets() {}

  /**
   * The writer's target; none if there is no writer, or one that does not serve. A writer whose
   * status does not tell is the writer all the same: a Multi-AZ instance shows {@code rebooting}
   * for a while after its standby has taken over at another address.
   */
  public static Optional<Target> writer(InstanceAddresses truth) {
    return Stream.concat(
            of(truth, Role.WRITER, Serving.SERVES), of(truth, Role.WRITER, Serving.UNDECIDED))
        .findFirst();
  }

  /**
   * The targets of the reader group: every serving reader, and the writer only if there is none. A
   * reader whose status does not tell stays if it is there.
   */
  public static List<Target> readers(InstanceAddresses truth, List<TargetState> readerGroup) {
    List<Target> serving = of(truth, Role.READER, Serving.SERVES).toList();
    Stream<Target> first =
        serving.isEmpty() ? of(truth, Role.WRITER, Serving.SERVES) : serving.stream();
    Stream<Target> staying =
        of(truth, Role.READER, Serving.UNDECIDED)
            .filter(target -> readerGroup.stream().anyMatch(each -> presentAs(each, target)));
    return Stream.concat(first, staying).distinct().toList();
  }

  private static boolean presentAs(TargetState state, Target target) {
    return state.present() && state.target().equals(target);
  }

  private static Stream<Target> of(InstanceAddresses truth, Role role, Serving serving) {
    return truth.resolved().stream()
        .filter(
            endpoint -> endpoint.member().role() == role && endpoint.member().serving() == serving)
        .map(InstanceAddress::target);
  }
}
