/** The pure step function: an execution and an event give a new execution, events and commands. */
@NullMarked
package dev.drawbridge.engine.step;

import org.jspecify.annotations.NullMarked;
