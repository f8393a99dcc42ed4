@NullMarked
package dev.drawbridge.consent;

import org.jspecify.annotations.NullMarked;
