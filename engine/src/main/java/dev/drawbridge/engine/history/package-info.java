/** The history of an execution, and the form in which GetExecutionHistory shows it. */
@NullMarked
package dev.drawbridge.engine.history;

import org.jspecify.annotations.NullMarked;
