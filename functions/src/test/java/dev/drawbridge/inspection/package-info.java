@NullMarked
package dev.drawbridge.inspection;

import org.jspecify.annotations.NullMarked;
