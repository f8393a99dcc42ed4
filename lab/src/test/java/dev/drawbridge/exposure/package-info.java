@NullMarked
package dev.drawbridge.exposure;

import org.jspecify.annotations.NullMarked;
