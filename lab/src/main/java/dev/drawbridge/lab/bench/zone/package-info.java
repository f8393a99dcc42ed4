/** A lost zone, measured: the writers of many databases crash within a minute. */
@NullMarked
package dev.drawbridge.lab.bench.zone;

import org.jspecify.annotations.NullMarked;
