package dev.drawbridge.simulator.lambda;

import dev.drawbridge.engine.time.Killed;
import dev.drawbridge.engine.time.Scheduler;
import dev.drawbridge.engine.time.Spawned;
import dev.drawbridge.simulator.call.WorkerCrash;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;

/** One invocation in its container, from the handler's first line to the answer. */
final class Run {
  private final Scheduler scheduler;
  private final Function function;
  private final Container container;
  private final Invocation context;
  private final Consumer<InvocationResult> done;
  private boolean answered;

  Run(
      Scheduler scheduler,
      Function function,
      Container container,
      Invocation context,
      Consumer<InvocationResult> done) {
    this.scheduler = scheduler;
    this.function = function;
    this.container = container;
    this.context = context;
    this.done = done;
  }

  void start(String payload) {
    Spawned spawned =
        scheduler.spawn(function.name() + " " + context.requestId(), () -> body(payload));
    // Never called off: `answered` makes a late one harmless.
    scheduler.at(context.deadline(), () -> expire(spawned));
  }

  private void body(String payload) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayInputStream in = new ByteArrayInputStream(payload.getBytes(StandardCharsets.UTF_8));
    try {
      container.code().handle(in, out, context);
      container.release(scheduler.now());
      answer(Optional.empty(), out.toString(StandardCharsets.UTF_8));
    } catch (Killed killed) {
      // Killed by the time-out, which has answered already, or by a fault: the process is gone.
      function.discard(container);
      answer(Optional.of("Unhandled"), FunctionErrors.exited(context.requestId()));
      throw killed;
    } catch (WorkerCrash crash) {
      function.discard(container);
      answer(Optional.of("Unhandled"), FunctionErrors.exited(context.requestId()));
    } catch (FunctionError written) {
      container.release(scheduler.now());
      answer(Optional.of("Unhandled"), written.payload());
    } catch (Exception | Error thrown) {
      container.release(scheduler.now());
      answer(Optional.of("Unhandled"), FunctionErrors.thrown(thrown));
    }
  }

  private void expire(Spawned spawned) {
    if (answered) {
      return;
    }
    spawned.kill();
    function.discard(container);
    answer(
        Optional.of("Unhandled"),
        FunctionErrors.timedOut(context.requestId(), function.settings().timeout()));
  }

  private void answer(Optional<String> error, String payload) {
    if (!answered) {
      answered = true;
      done.accept(
          new InvocationResult(context.requestId(), context.functionVersion(), error, payload));
    }
  }
}
