package dev.drawbridge.workflows;

import java.util.List;
import java.util.stream.Stream;

/**
 * Everything that an installation of Drawbridge deploys: the lab and the CDK application both read
 * it here, so that neither can have a worker that the other lacks.
 */
public final class Catalogue {
  private static final List<WorkerFunction> WORKERS =
      Stream.of(
              OnboardingWorkers.all(),
              OffboardingWorkers.all(),
              RefreshWorkers.all(),
              InspectionWorkers.all(),
              ApiWorkers.all(),
              PageWorkers.all())
          .flatMap(List::stream)
          .toList();

  private Catalogue() {}

  /** The state machines, children before those that start them. */
  public static List<StateMachine> stateMachines() {
    return List.of(StateMachine.REFRESH, StateMachine.ONBOARD, StateMachine.OFFBOARD);
  }

  /** The names of the workers that start from a snapshot, which CheckDrift keeps alive. */
  public static List<String> keptAlive() {
    return workers().stream().filter(WorkerFunction::snapStart).map(WorkerFunction::name).toList();
  }

  /** The routes of the API that callers sign. */
  public static List<ApiRoute> routes() {
    return ApiWorkers.routes();
  }

  /** The routes of the pages, which nobody signs. */
  public static List<ApiRoute> pageRoutes() {
    return PageWorkers.ROUTES;
  }

  /** The workers of all state machines, and those that events, schedules and people invoke. */
  public static List<WorkerFunction> workers() {
    return WORKERS;
  }
}
