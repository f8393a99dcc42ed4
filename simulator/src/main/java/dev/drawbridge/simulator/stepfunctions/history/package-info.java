/** The history of an execution, in the shapes of GetExecutionHistory. */
@NullMarked
package dev.drawbridge.simulator.stepfunctions.history;

import org.jspecify.annotations.NullMarked;
