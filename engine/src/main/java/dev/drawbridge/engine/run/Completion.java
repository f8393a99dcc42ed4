package dev.drawbridge.engine.run;

import dev.drawbridge.engine.path.Payload;
import dev.drawbridge.engine.step.Event;
import dev.drawbridge.engine.step.Failure;
import dev.drawbridge.engine.task.Integration;
import dev.drawbridge.engine.task.TaskCompletion;
import dev.drawbridge.engine.task.TaskRequest;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Brings a service's answers to the execution that asked. */
record Completion(TaskRequest request, Consumer<Event> tell) implements TaskCompletion {
  @Override
  public void submitted(Payload response) {
    tell.accept(new Event.TaskSubmitted(request.serial(), response));
  }

  @Override
  public void succeeded(Payload output) {
    if (request.integration().pattern() == Integration.Pattern.WAIT_FOR_TASK_TOKEN) {
      submitted(output);
    } else {
      tell.accept(new Event.TaskSucceeded(request.serial(), output));
    }
  }

  @Override
  public void failed(@Nullable String error, @Nullable String cause) {
    tell.accept(new Event.TaskFailed(request.serial(), Failure.of(error, cause)));
  }
}
