/** Benchmarks on the virtual clock: random failovers, ours and those of other policies. */
@NullMarked
package dev.drawbridge.lab.bench;

import org.jspecify.annotations.NullMarked;
