/** The history of an execution, in the shapes of GetExecutionHistory. */
@NullMarked
package dev.drawbridge.engine.history;

import org.jspecify.annotations.NullMarked;
