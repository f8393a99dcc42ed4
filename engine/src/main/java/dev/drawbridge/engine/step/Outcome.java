package dev.drawbridge.engine.step;

import java.util.List;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;

/** What a step gives: the new state, what it adds to the history, what is to be done. */
public record Outcome(Execution execution, List<HistoryEvent> history, List<Command> commands) {}
