/** JSONPath, reference paths and payload templates, as the Amazon States Language has them. */
@NullMarked
package dev.drawbridge.engine.path;

import org.jspecify.annotations.NullMarked;
