@NullMarked
package dev.drawbridge.api;

import org.jspecify.annotations.NullMarked;
