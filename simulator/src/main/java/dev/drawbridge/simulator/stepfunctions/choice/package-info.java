/** The rules of a Choice state. */
@NullMarked
package dev.drawbridge.simulator.stepfunctions.choice;

import org.jspecify.annotations.NullMarked;
