/** Runs recorded executions against the engine and compares the histories. */
@NullMarked
package dev.drawbridge.engine.conformance;

import org.jspecify.annotations.NullMarked;
