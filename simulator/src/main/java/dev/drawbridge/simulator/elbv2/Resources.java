package dev.drawbridge.simulator.elbv2;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.ServiceError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** All resources of one kind, in the order of their creation. */
final class Resources<R extends Resource> {
  private final String missingCode;
  private final String noun;
  private final Map<String, R> byArn = new LinkedHashMap<>();
  private long changes;

  Resources(String missingCode, String noun) {
    this.missingCode = missingCode;
    this.noun = noun;
  }

  R put(R resource) {
    changes++;
    byArn.put(resource.arn(), resource);
    return resource;
  }

  void remove(String arn) {
    changes++;
    byArn.remove(arn);
  }

  /** How often a resource was put or removed: whoever keeps an index knows when it is outdated. */
  long changes() {
    return changes;
  }

  Optional<R> find(String arn) {
    return Optional.ofNullable(byArn.get(arn));
  }

  /** The caller's resource, or the error that AWS answers with. */
  R require(String arn, Caller caller) {
    return find(arn)
        .filter(each -> owns(caller, each))
        .orElseThrow(
            () -> ServiceError.client(missingCode, "%s '%s' not found".formatted(noun, arn)));
  }

  /** The caller's resource of that name. */
  Optional<R> named(String name, Caller caller) {
    return of(caller).stream().filter(each -> each.name().equals(name)).findFirst();
  }

  List<R> of(Caller caller) {
    return where(each -> owns(caller, each));
  }

  /** The caller's resources by ARN or by name, each of which must exist; all when none is given. */
  List<R> of(Caller caller, List<String> arns, List<String> names) {
    if (!arns.isEmpty()) {
      return arns.stream().map(arn -> require(arn, caller)).toList();
    }
    if (names.isEmpty()) {
      return of(caller);
    }
    return names.stream()
        .map(
            name ->
                named(name, caller)
                    .orElseThrow(
                        () ->
                            ServiceError.client(
                                missingCode, "One or more %ss not found".formatted(noun))))
        .toList();
  }

  List<R> where(Predicate<? super R> condition) {
    return byArn.values().stream().filter(condition).toList();
  }

  private static boolean owns(Caller caller, Resource each) {
    return each.owner().account().equals(caller.account())
        && each.owner().region().equals(caller.region());
  }
}
