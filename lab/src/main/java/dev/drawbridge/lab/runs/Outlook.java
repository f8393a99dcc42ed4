package dev.drawbridge.lab.runs;

import dev.drawbridge.workflows.StateGraph;
import dev.drawbridge.workflows.StateGraph.Kind;
import java.util.List;
import java.util.Optional;

/**
 * What a running execution waits for, and what comes next, in words.
 *
 * @param waitsFor without a full stop
 * @param next the states that may come; empty at an end
 */
public record Outlook(String waitsFor, List<String> next) {
  /** Keeps a copy. */
  public Outlook {
    next = List.copyOf(next);
  }

  /** Of a run of the machine with that definition; empty once it is over. */
  public static Optional<Outlook> of(RunStanding run, StateGraph graph) {
    StateGraph.State state = graph.states().get(run.state());
    return run.running() && state != null
        ? Optional.of(new Outlook(waitsFor(run, state), state.next()))
        : Optional.empty();
  }

  /** One line: the state, what it waits for, what comes. */
  public String line(String state, long seconds) {
    String comes = next.isEmpty() ? "" : "; then " + String.join(" or ", next);
    return "%s for %d s, waits for %s%s".formatted(state, seconds, waitsFor, comes);
  }

  private static String waitsFor(RunStanding run, StateGraph.State state) {
    if (state.kind() == Kind.TOKEN) {
      return token(state.comment());
    }
    if (state.kind() == Kind.CHILD) {
      return "the run that it has started";
    }
    if (state.kind() != Kind.TASK) {
      return "nothing";
    }
    return run.trouble().map(Outlook::words).orElse("its worker");
  }

  private static String words(RunStanding.Trouble trouble) {
    return trouble.notReady()
        ? "what is not ready: " + trouble.cause()
        : "another try after %d: %s".formatted(trouble.tries(), trouble.cause());
  }

  /** The definitions' comments of such states begin with whom or what they wait for. */
  private static String token(String comment) {
    String first = comment.split("\\.", 2)[0];
    return first.startsWith("Waits for ") ? first.substring("Waits for ".length()) : "an answer";
  }
}
