@NullMarked
package dev.drawbridge.discovery;

import org.jspecify.annotations.NullMarked;
