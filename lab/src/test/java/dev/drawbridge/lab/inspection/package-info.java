/** What becomes of a path that somebody has broken. */
@NullMarked
package dev.drawbridge.lab.inspection;

import org.jspecify.annotations.NullMarked;
