/** The names of the simulated world, served on loopback. */
@NullMarked
package dev.drawbridge.lab.dns;

import org.jspecify.annotations.NullMarked;
