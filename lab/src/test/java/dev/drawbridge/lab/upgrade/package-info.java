/** Executions of an earlier release that wait while this one is deployed. */
@NullMarked
package dev.drawbridge.lab.upgrade;

import org.jspecify.annotations.NullMarked;
