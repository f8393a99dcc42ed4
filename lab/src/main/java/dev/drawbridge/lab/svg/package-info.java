/** Pictures that are text. */
@NullMarked
package dev.drawbridge.lab.svg;

import org.jspecify.annotations.NullMarked;
