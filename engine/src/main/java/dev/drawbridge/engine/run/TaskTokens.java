package dev.drawbridge.engine.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.drawbridge.engine.error.Refusal;
import dev.drawbridge.engine.path.Payload;
import dev.drawbridge.engine.step.Event;
import dev.drawbridge.engine.step.Failure;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of all tasks, and the callbacks that come with them.
 *
 * <p>Each callback throws a {@link Refusal}: {@code InvalidToken} for a token that never was,
 * {@code TaskTimedOut} for one whose task no longer waits.
 */
public final class TaskTokens {
  private final Map<String, TokenHolder> holders = new HashMap<>();

  TaskTokens() {}

  void issue(String token, TokenHolder holder) {
    holders.put(token, holder);
  }

  /**
   * SendTaskSuccess.
   *
   * @throws Refusal {@code InvalidOutput} too, for an output that is not JSON
   */
  public void succeed(String token, String output) {
    TokenHolder holder = holder(token);
    try {
      holder.tell().accept(new Event.TaskSucceeded(holder.serial(), Payload.parse(output)));
    } catch (JsonProcessingException notJson) {
      throw new Refusal(
          Refusal.Reason.INVALID_OUTPUT,
          "Invalid Output: '%s'".formatted(notJson.getOriginalMessage()));
    }
  }

  /** SendTaskFailure. */
  public void fail(String token, @Nullable String error, @Nullable String cause) {
    TokenHolder holder = holder(token);
    holder.tell().accept(new Event.TaskFailed(holder.serial(), Failure.callback(error, cause)));
  }

  /** SendTaskHeartbeat. */
  public void heartbeat(String token) {
    TokenHolder holder = holder(token);
    holder.tell().accept(new Event.TaskHeartbeat(holder.serial()));
  }

  private TokenHolder holder(String token) {
    TokenHolder holder = holders.get(token);
    if (holder == null) {
      throw new Refusal(Refusal.Reason.INVALID_TOKEN, "Invalid Token: 'Invalid token'");
    }
    if (!holder.waiting().getAsBoolean()) {
      throw new Refusal(
          Refusal.Reason.TASK_TIMED_OUT, "Task Timed Out: 'Provided task does not exist anymore'");
    }
    return holder;
  }
}
