/** Standings of executions, from histories of real scenarios. */
@NullMarked
package dev.drawbridge.lab.runs;

import org.jspecify.annotations.NullMarked;
