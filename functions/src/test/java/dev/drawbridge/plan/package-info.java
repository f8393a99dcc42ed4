@NullMarked
package dev.drawbridge.plan;

import org.jspecify.annotations.NullMarked;
