/** Executions on a scheduler: steps at events, timers, calls of services, task tokens. */
@NullMarked
package dev.drawbridge.engine.run;

import org.jspecify.annotations.NullMarked;
