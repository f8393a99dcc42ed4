/** Writers of real database servers are killed, many times, under a steady load. */
@NullMarked
package dev.drawbridge.lab.kills;

import org.jspecify.annotations.NullMarked;
