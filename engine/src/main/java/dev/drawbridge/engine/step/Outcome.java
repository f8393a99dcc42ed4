package dev.drawbridge.engine.step;

import dev.drawbridge.engine.history.HistoryEntry;
import java.util.List;

/** What a step gives: the new state, what it adds to the history, what is to be done. */
public record Outcome(Execution execution, List<HistoryEntry> history, List<Command> commands) {}
