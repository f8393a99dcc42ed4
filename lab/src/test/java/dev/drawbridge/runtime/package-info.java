@NullMarked
package dev.drawbridge.runtime;

import org.jspecify.annotations.NullMarked;
