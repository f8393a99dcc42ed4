/** STS: who am I, and temporary credentials. */
@NullMarked
package dev.drawbridge.simulator.sts;

import org.jspecify.annotations.NullMarked;
