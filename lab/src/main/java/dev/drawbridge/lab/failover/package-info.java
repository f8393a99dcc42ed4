/** One failover, measured: by the benchmark on the virtual clock, by the demo on the wall clock. */
@NullMarked
package dev.drawbridge.lab.failover;

import org.jspecify.annotations.NullMarked;
