/** When an execution that has ended can be taken up again. */
@NullMarked
package dev.drawbridge.engine.redrive;

import org.jspecify.annotations.NullMarked;
