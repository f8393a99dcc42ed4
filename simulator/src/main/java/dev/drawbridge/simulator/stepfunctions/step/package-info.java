/** The pure step function: an execution and an event give a new execution, events and commands. */
@NullMarked
package dev.drawbridge.simulator.stepfunctions.step;

import org.jspecify.annotations.NullMarked;
