@NullMarked
package dev.drawbridge;

import org.jspecify.annotations.NullMarked;
