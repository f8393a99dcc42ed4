/** One class an operation of the Step Functions API. */
@NullMarked
package dev.drawbridge.simulator.stepfunctions.api;

import org.jspecify.annotations.NullMarked;
