/** The intrinsic functions of the Amazon States Language, a class a family. */
@NullMarked
package dev.drawbridge.simulator.stepfunctions.intrinsic;

import org.jspecify.annotations.NullMarked;
