package dev.drawbridge.simulator.stepfunctions;

import dev.drawbridge.engine.time.Scheduler;
import dev.drawbridge.simulator.operation.ServiceError;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The aliases of all state machines. */
public final class Aliases {
  private static final int WHOLE = 100;

  private final Scheduler scheduler;
  private final StateMachines machines;
  private final Map<String, Alias> aliases = new TreeMap<>();

  Aliases(Scheduler scheduler, StateMachines machines) {
    this.scheduler = scheduler;
    this.machines = machines;
  }

  /** Creates an alias; the same call again answers with the one that is there. */
  public Alias create(String name, @Nullable String description, List<Alias.Route> routes) {
    check(routes);
    String machine = machineOf(routes.getFirst().versionArn());
    String arn = machine + ":" + Names.check(name);
    Alias existing = aliases.get(arn);
    if (existing != null) {
      if (existing.routes().equals(routes) && Objects.equals(existing.description(), description)) {
        return existing;
      }
      throw ServiceError.client(
          "ConflictException", "Alias already exists with different attributes: " + arn);
    }
    return put(
        new Alias(arn, name, machine, description, routes, scheduler.now(), scheduler.now()));
  }

  /** Changes description or routes; what is null stays. */
  public Alias update(
      String arn, @Nullable String description, @Nullable List<Alias.Route> routes) {
    Alias alias = get(arn);
    if (routes != null) {
      check(routes);
    }
    return put(
        new Alias(
            arn,
            alias.name(),
            alias.stateMachineArn(),
            description == null ? alias.description() : description,
            routes == null ? alias.routes() : routes,
            alias.createdAt(),
            scheduler.now()));
  }

  /** The alias of that ARN. */
  public Alias get(String arn) {
    Alias alias = aliases.get(arn);
    if (alias == null) {
      throw Errors.notFound(arn);
    }
    return alias;
  }

  /** Whether there is an alias of that ARN. */
  public boolean has(String arn) {
    return aliases.containsKey(arn);
  }

  /** The aliases of a state machine. */
  public List<Alias> of(String stateMachineArn) {
    return aliases.values().stream()
        .filter(alias -> alias.stateMachineArn().equals(stateMachineArn))
        .toList();
  }

  /**
   * Refuses to delete a version that an alias leads to.
   *
   * @throws dev.drawbridge.simulator.operation.ServiceError ConflictException
   */
  public void checkUnused(String versionArn) {
    List<String> names =
        aliases.values().stream()
            .filter(
                alias ->
                    alias.routes().stream().anyMatch(each -> each.versionArn().equals(versionArn)))
            .map(Alias::name)
            .toList();
    if (!names.isEmpty()) {
      throw ServiceError.client(
          "ConflictException",
          "Version to be deleted must not be referenced by an alias. Current list of aliases"
              + " referencing this version: [%s]".formatted(String.join(", ", names)));
    }
  }

  /** Deletes an alias. */
  public void delete(String arn) {
    get(arn);
    aliases.remove(arn);
  }

  /** The version that a new execution gets, drawn by weight. */
  String route(Alias alias) {
    int drawn = scheduler.random().nextInt(WHOLE);
    for (Alias.Route route : alias.routes()) {
      drawn -= route.weight();
      if (drawn < 0) {
        return route.versionArn();
      }
    }
    return alias.routes().getLast().versionArn();
  }

  private Alias put(Alias alias) {
    aliases.put(alias.arn(), alias);
    return alias;
  }

  private void check(List<Alias.Route> routes) {
    int sum = routes.stream().mapToInt(Alias.Route::weight).sum();
    if (routes.isEmpty() || routes.size() > 2 || sum != WHOLE) {
      throw Errors.validation(
          "Routing configuration must name one or two versions that sum to 100");
    }
    if (routes.stream().map(Alias.Route::versionArn).distinct().count() < routes.size()) {
      throw Errors.validation("Routing configuration must not name a version twice");
    }
    for (Alias.Route route : routes) {
      if (!machines.hasVersion(route.versionArn())) {
        throw Errors.notFound(route.versionArn());
      }
    }
  }

  private static String machineOf(String versionArn) {
    return versionArn.substring(0, versionArn.lastIndexOf(':'));
  }
}
