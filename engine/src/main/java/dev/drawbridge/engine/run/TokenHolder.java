package dev.drawbridge.engine.run;

import dev.drawbridge.engine.step.Event;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * The attempt of a task that a token belongs to.
 *
 * @param waiting whether it still waits
 * @param tell brings an event to its execution
 */
record TokenHolder(long serial, BooleanSupplier waiting, Consumer<Event> tell) {}
