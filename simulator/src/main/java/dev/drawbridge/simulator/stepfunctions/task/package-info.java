/** Tasks: what a state asks of another service, and how the answer comes back. */
@NullMarked
package dev.drawbridge.simulator.stepfunctions.task;

import org.jspecify.annotations.NullMarked;
