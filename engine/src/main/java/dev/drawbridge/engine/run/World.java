package dev.drawbridge.engine.run;

import dev.drawbridge.engine.task.TaskPort;
import dev.drawbridge.engine.time.Scheduler;

/** What an execution runs in. */
record World(
    Scheduler scheduler,
    RunSettings settings,
    TaskPort tasks,
    TaskTokens tokens,
    RunListener listener) {}
