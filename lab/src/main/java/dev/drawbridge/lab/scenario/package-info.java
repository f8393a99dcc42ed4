/** Scenarios as main code: the same text runs on the virtual world and on real parts. */
@NullMarked
package dev.drawbridge.lab.scenario;

import org.jspecify.annotations.NullMarked;
