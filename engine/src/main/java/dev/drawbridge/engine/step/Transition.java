package dev.drawbridge.engine.step;

import dev.drawbridge.engine.history.Details;
import dev.drawbridge.engine.history.HistoryEntry;
import dev.drawbridge.engine.path.Payload;
import dev.drawbridge.engine.path.Scope;
import dev.drawbridge.engine.path.StateFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The working copy within one step: it starts from an execution and ends as an outcome. */
final class Transition {
  /** AWS ends an execution whose history is longer (Developer Guide, Quotas). */
  static final int LONGEST_HISTORY = 25_000;

  /** The largest payload in bytes of UTF-8 (Developer Guide, Quotas). */
  static final int LARGEST_PAYLOAD = 256 * 1024;

  private final Execution before;
  private final Surroundings surroundings;
  private final TreeMap<Integer, Branch> branches;
  private final List<HistoryEntry> history = new ArrayList<>();
  private final List<Command> commands = new ArrayList<>();
  private Ending ending;
  private int nextBranch;
  private long nextSerial;

  /** How the execution stands at the end of the step. */
  private record Ending(
      Status status,
      @Nullable Payload output,
      @Nullable String error,
      @Nullable String cause,
      Map<Integer, Branch> resumable) {}

  Transition(Execution before, Surroundings surroundings) {
    this.before = before;
    this.surroundings = surroundings;
    this.branches = new TreeMap<>(before.branches());
    this.nextBranch = before.nextBranch();
    this.nextSerial = before.nextSerial();
    this.ending = new Ending(Status.RUNNING, null, null, null, Map.of());
  }

  Execution before() {
    return before;
  }

  Surroundings surroundings() {
    return surroundings;
  }

  Map<Integer, Branch> branches() {
    return branches;
  }

  /** The branches that this one has forked, by index. */
  List<Branch> children(Branch parent) {
    return branches.values().stream()
        .filter(child -> child.parent() == parent.id())
        .sorted(java.util.Comparator.comparingInt(Branch::index))
        .toList();
  }

  Branch put(Branch branch) {
    branches.put(branch.id(), branch);
    return branch;
  }

  int newBranch() {
    return nextBranch++;
  }

  long newSerial() {
    return nextSerial++;
  }

  void command(Command command) {
    commands.add(command);
  }

  /** Adds an event of a branch, and the branch goes on from it. */
  Branch record(Branch branch, String type, Details details) {
    return put(branch.after(record(branch.lastEvent(), type, details)));
  }

  /** Adds an event that follows the event {@code previous}; returns its id. */
  long record(long previous, String type, Details details) {
    long id = before.events() + history.size() + 1;
    if (id >= LONGEST_HISTORY && !type.startsWith("Execution")) {
      throw StateFailure.historyFull(LONGEST_HISTORY);
    }
    history.add(new HistoryEntry(id, previous, surroundings.now(), type, details));
    return id;
  }

  /** The scope of a branch's paths over its state's input. */
  Scope scope(Branch branch, @Nullable String token) {
    return new Scope(
        branch.input().value(), ContextObject.of(before, branch, token), surroundings.random());
  }

  /** The execution has come to its end. */
  void succeed(Branch root, Payload output) {
    record(root.lastEvent(), "ExecutionSucceeded", new Details.Succeeded(output.text()));
    end(Status.SUCCEEDED, output, null, null, Map.of());
  }

  /** The execution ends with an error that nothing caught. */
  void fail(long previous, @Nullable String error, @Nullable String cause) {
    record(previous, "ExecutionFailed", new Details.Failed(error, cause));
    end(Status.FAILED, null, error, cause, before.branches());
  }

  /** The execution ends; all that it awaits is called off. */
  void end(
      Status status,
      @Nullable Payload output,
      @Nullable String error,
      @Nullable String cause,
      Map<Integer, Branch> resumable) {
    commands.removeIf(command -> !(command instanceof Command.Release));
    for (Branch branch : branches.values()) {
      release(branch);
    }
    branches.clear();
    ending = new Ending(status, output, error, cause, resumable);
  }

  /** Calls off what a branch awaits. */
  void release(Branch branch) {
    switch (branch.activity()) {
      case Activity.Working working -> command(new Command.Release(working.serial()));
      case Activity.Waiting waiting -> command(new Command.Release(waiting.serial()));
      case Activity.Pausing pausing -> command(new Command.Release(pausing.serial()));
      default -> {}
    }
  }

  Outcome outcome() {
    boolean running = ending.status == Status.RUNNING;
    return new Outcome(
        new Execution(
            before.identity(),
            before.workflow(),
            before.input(),
            ending.status,
            before.startedAt(),
            running ? null : surroundings.now(),
            ending.output,
            ending.error,
            ending.cause,
            Map.copyOf(branches),
            ending.resumable,
            nextBranch,
            nextSerial,
            before.events() + history.size(),
            before.redriveCount(),
            before.redrivenAt()),
        List.copyOf(history),
        List.copyOf(commands));
  }
}
