/** Runs recorded executions against the engine and compares the histories. */
@NullMarked
package dev.drawbridge.simulator.stepfunctions.conformance;

import org.jspecify.annotations.NullMarked;
