@NullMarked
package dev.drawbridge.refresh;

import org.jspecify.annotations.NullMarked;
