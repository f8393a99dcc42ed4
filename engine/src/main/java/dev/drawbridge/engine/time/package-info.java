/** Time, concurrency and chance of a simulated world, on a virtual clock or the wall clock. */
@NullMarked
package dev.drawbridge.engine.time;

import org.jspecify.annotations.NullMarked;
