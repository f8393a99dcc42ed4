/** What a cold start costs, measured as CPU time of real processes. */
@NullMarked
package dev.drawbridge.lab.bench.start;

import org.jspecify.annotations.NullMarked;
