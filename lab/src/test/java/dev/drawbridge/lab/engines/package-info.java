/** The state machines on any Step Functions endpoint: run by profile {@code engines}. */
@NullMarked
package dev.drawbridge.lab.engines;

import org.jspecify.annotations.NullMarked;
