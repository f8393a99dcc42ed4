package dev.drawbridge.engine.history;

import java.time.Instant;

/**
 * One event of an execution's history.
 *
 * @param id counts from 1
 * @param previousId the event that it follows in its own line of control; 0 for none
 * @param type AWS's name, for example {@code TaskStateEntered} (API Reference, HistoryEvent)
 */
public record HistoryEntry(long id, long previousId, Instant at, String type, Details details) {}
