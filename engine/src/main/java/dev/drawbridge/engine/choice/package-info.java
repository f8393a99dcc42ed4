/** The rules of a Choice state. */
@NullMarked
package dev.drawbridge.engine.choice;

import org.jspecify.annotations.NullMarked;
