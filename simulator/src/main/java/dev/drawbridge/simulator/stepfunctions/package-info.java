/** AWS Step Functions: the service, its state, and the executions that it runs. */
@NullMarked
package dev.drawbridge.simulator.stepfunctions;

import org.jspecify.annotations.NullMarked;
