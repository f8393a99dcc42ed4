/** The intrinsic functions of the Amazon States Language, a class a family. */
@NullMarked
package dev.drawbridge.engine.intrinsic;

import org.jspecify.annotations.NullMarked;
