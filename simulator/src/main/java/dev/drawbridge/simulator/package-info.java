/** A slice of AWS in one JVM, composed from its services. */
@NullMarked
package dev.drawbridge.simulator;

import org.jspecify.annotations.NullMarked;
