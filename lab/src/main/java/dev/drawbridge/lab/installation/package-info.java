/** Puts the catalogue of workers and state machines into a simulated account. */
@NullMarked
package dev.drawbridge.lab.installation;

import org.jspecify.annotations.NullMarked;
