/** Which service of this world a Task state calls, and as whom. */
@NullMarked
package dev.drawbridge.simulator.stepfunctions.task;

import org.jspecify.annotations.NullMarked;
