/** Drawbridge installed in a simulated account. */
@NullMarked
package dev.drawbridge.lab.installation;

import org.jspecify.annotations.NullMarked;
