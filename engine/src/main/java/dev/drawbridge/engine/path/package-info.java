/** JSONPath and reference paths, as the Amazon States Language has them. */
@NullMarked
package dev.drawbridge.engine.path;

import org.jspecify.annotations.NullMarked;
