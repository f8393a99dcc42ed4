package dev.drawbridge.lab.history;

import dev.drawbridge.simulator.stepfunctions.HistoryObserver;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;

/** The runs of refresh-targets of a database that are under way, as their histories tell. */
final class RefreshRuns implements HistoryObserver {
  private static final String MACHINE = ":execution:refresh-targets:";

  /** Where a run stands, and what it may have learned about the database. */
  static final class Run {
    private String state = "";
    private Instant entered = Instant.EPOCH;
    private Instant discovered = Instant.EPOCH;
    private final Set<Set<String>> learned = new HashSet<>();

    String state() {
      return state;
    }

    Instant entered() {
      return entered;
    }

    /** When it last began to read the truth. */
    Instant discovered() {
      return discovered;
    }

    /** Whether it has read what RDS shows at a time at which this was shown. */
    boolean knows(Set<String> shown) {
      return learned.contains(shown);
    }

    private void enters(String name, Instant now) {
      state = name;
      entered = now;
      if (name.equals("DiscoverDatabase")) {
        discovered = now;
        learned.clear();
      }
    }

    private boolean learns() {
      return state.equals("DiscoverDatabase") || state.equals("ResolveAddresses");
    }
  }

  /** How a run ended. */
  record Ended(String executionArn, Run run, String how, String cause) {}

  private final Observed observed;
  private final String databaseArn;
  private final Set<String> ofOthers = new HashSet<>();
  private final Map<String, Run> running = new LinkedHashMap<>();
  private final List<Ended> ended = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();
  private String holder = "";

  RefreshRuns(Observed observed, String databaseArn) {
    this.observed = observed;
    this.databaseArn = databaseArn;
  }

  @Override
  public void recorded(String executionArn, HistoryEvent event) {
    if (event.executionStartedEventDetails() != null
        && !event.executionStartedEventDetails().input().contains('"' + databaseArn + '"')) {
      ofOthers.add(executionArn);
    }
    if (!executionArn.contains(MACHINE) || ofOthers.contains(executionArn)) {
      return;
    }
    Run run = running.computeIfAbsent(executionArn, arn -> new Run());
    learn();
    if (event.stateEnteredEventDetails() != null) {
      enters(executionArn, run, event.stateEnteredEventDetails().name());
    } else if (event.stateExitedEventDetails() != null) {
      exits(executionArn, event.stateExitedEventDetails().name());
    } else if (event.typeAsString().matches("Execution(Succeeded|Failed|TimedOut|Aborted)")) {
      running.remove(executionArn);
      ended.add(new Ended(executionArn, run, event.typeAsString(), cause(event)));
    }
  }

  /** To be called after every event: runs that read the truth may have read the present one. */
  void learn() {
    running.values().stream().filter(Run::learns).forEach(r -> r.learned.add(observed.shown()));
  }

  Map<String, Run> running() {
    return running;
  }

  /** The runs that have ended since the last call. */
  List<Ended> takeEnded() {
    List<Ended> taken = List.copyOf(ended);
    ended.clear();
    return taken;
  }

  /** Steps of runs that did not hold the lease. */
  List<String> withoutLease() {
    return faults;
  }

  private void enters(String arn, Run run, String state) {
    run.enters(state, observed.instant());
    learn();
    if (changesTargets(state) && !arn.equals(holder)) {
      faults.add("%s enters %s, but the lease is %s's".formatted(arn, state, holder));
    }
  }

  private void exits(String arn, String state) {
    if (!state.equals("AcquireLease")) {
      return;
    }
    Run former = running.get(holder);
    if (former != null && changesTargets(former.state())) {
      faults.add("%s took the lease of %s in %s".formatted(arn, holder, former.state()));
    }
    holder = arn;
  }

  private static boolean changesTargets(String state) {
    return List.of("RegisterTargets", "CheckTargets", "DeregisterStaleTargets").contains(state);
  }

  private static String cause(HistoryEvent event) {
    return event.executionFailedEventDetails() == null
        ? ""
        : String.valueOf(event.executionFailedEventDetails().cause());
  }
}
