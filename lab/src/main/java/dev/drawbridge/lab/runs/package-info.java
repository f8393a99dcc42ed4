/** Where executions stand, read from their histories: for a terminal, and for the lab's page. */
@NullMarked
package dev.drawbridge.lab.runs;

import org.jspecify.annotations.NullMarked;
