package dev.drawbridge.engine.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.drawbridge.engine.definition.Workflow;
import dev.drawbridge.engine.error.Refusal;
import dev.drawbridge.engine.history.HistoryEntry;
import dev.drawbridge.engine.path.Payload;
import dev.drawbridge.engine.step.Execution;
import dev.drawbridge.engine.step.Identity;
import dev.drawbridge.engine.task.TaskPort;
import dev.drawbridge.engine.time.Scheduler;
import java.util.ArrayList;
import java.util.List;

/** Runs executions of the Amazon States Language on a scheduler. */
public final class Engine {
  private final TaskTokens tokens = new TaskTokens();
  private final List<RunListener> listeners = new ArrayList<>();
  private final World world;

  /**
   * An engine without executions.
   *
   * @param scheduler its time, its chance, and what keeps its executions apart
   * @param tasks whatever Task states call
   */
  public Engine(Scheduler scheduler, RunSettings settings, TaskPort tasks) {
    this.world = new World(scheduler, settings, tasks, tokens, new Listeners(listeners));
  }

  /**
   * The input of an execution; its text is kept.
   *
   * @throws Refusal {@code InvalidExecutionInput} for what is not JSON
   */
  public static Payload input(String text) {
    try {
      return Payload.parse(text);
    } catch (JsonProcessingException notJson) {
      throw new Refusal(
          Refusal.Reason.INVALID_INPUT,
          "Invalid State Machine Execution Input: '%s'".formatted(notJson.getMessage()));
    }
  }

  /** An execution that is yet to {@link Run#begin}: whoever keeps executions keeps it first. */
  public Run prepare(Identity identity, Workflow workflow, Payload input) {
    return new Run(Execution.created(identity, workflow, input, world.scheduler().now()), world);
  }

  /** Begins an execution. */
  public Run start(Identity identity, Workflow workflow, Payload input) {
    Run run = prepare(identity, workflow, input);
    run.begin();
    return run;
  }

  /** The callbacks of tasks that wait for one. */
  public TaskTokens tokens() {
    return tokens;
  }

  /** Tells {@code listener} of every execution from now on. */
  public void listen(RunListener listener) {
    listeners.add(listener);
  }

  private record Listeners(List<RunListener> all) implements RunListener {
    @Override
    public void statusChanged(Execution execution) {
      all.forEach(listener -> listener.statusChanged(execution));
    }

    @Override
    public void recorded(Execution execution, HistoryEntry entry) {
      all.forEach(listener -> listener.recorded(execution, entry));
    }
  }
}
