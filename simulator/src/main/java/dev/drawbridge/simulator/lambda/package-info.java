/** Lambda: functions, their containers, and how an invocation ends. */
@NullMarked
package dev.drawbridge.simulator.lambda;

import org.jspecify.annotations.NullMarked;
