package dev.drawbridge.refresh;

import dev.drawbridge.aws.dynamodb.Exposures;
import dev.drawbridge.aws.elbv2.ListenerActions;
import dev.drawbridge.model.Exposure;
import dev.drawbridge.model.Switching;
import dev.drawbridge.model.TargetGroups;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Stores;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether the listeners lead to the groups that a run has made follow the database: a run that went
 * by the record has not seen it.
 */
final class ListenerCheck {
  private final ListenerActions actions;
  private final Exposures exposures;

  ListenerCheck(Environment environment) {
    this.actions = ListenerActions.inTurn(environment.clients());
    this.exposures = Stores.exposures(environment);
  }

  /**
   * What is found.
   *
   * @param notes for people: where a listener leads elsewhere somebody has led it there, and the
   *     inspection tells its owner
   * @param corrected whether the record said something else of the writer's listener, which is ours
   *     to lead, and says the truth now
   */
  record Found(List<String> notes, boolean corrected) {
    static final Found NOTHING = new Found(List.of(), false);
  }

  /** Looks. Calls: 1 for the record, 1 for the listeners, 1 to correct the record. */
  Found of(String databaseArn, Registration registration) {
    Optional<Exposure> record = exposures.find(databaseArn);
    Exposure.Path path = record.map(Exposure::path).orElse(null);
    if (path == null) {
      return Found.NOTHING;
    }
    Map<String, List<String>> led = actions.of(path.loadBalancerArn());
    List<String> writers = led.getOrDefault(path.writerListenerArn(), List.of());
    Optional<Exposure> truth = truth(record.orElseThrow(), writers);
    if (truth.isPresent()) {
      exposures.put(truth.get());
      return new Found(List.of(), true);
    }
    List<String> readers = led.getOrDefault(path.readerListenerArn(), List.of());
    return new Found(
        Stream.of(
                elsewhere(path.writerPort(), writers, registration.writerGroupArn()),
                elsewhere(path.readerPort(), readers, registration.readerGroupArn()))
            .flatMap(Optional::stream)
            .toList(),
        false);
  }

  /** The record with what the writer's listener does, where we lead it and it did not say so. */
  private static Optional<Exposure> truth(Exposure record, List<String> led) {
    TargetGroups groups = record.groups();
    if (groups == null
        || led.size() != 1
        || record.settings().switching() != Switching.REPOINT
        || led.getFirst().equals(record.writersOr(groups.writerArn()))) {
      return Optional.empty();
    }
    String group = led.getFirst();
    if (group.equals(groups.writerArn())) {
      return Optional.of(record.leading(null));
    }
    return record.instances().stream()
        .flatMap(each -> Stream.ofNullable(each.groupArn()))
        .filter(group::equals)
        .findFirst()
        .map(record::leading);
  }

  private static Optional<String> elsewhere(int port, List<String> led, String wanted) {
    return led.equals(List.of(wanted))
        ? Optional.empty()
        : Optional.of("port %d leads to %s, not to %s".formatted(port, led, wanted));
  }
}
