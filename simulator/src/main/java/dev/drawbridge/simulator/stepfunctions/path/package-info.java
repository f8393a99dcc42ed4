/** JSONPath, reference paths and payload templates, as the Amazon States Language has them. */
@NullMarked
package dev.drawbridge.simulator.stepfunctions.path;

import org.jspecify.annotations.NullMarked;
