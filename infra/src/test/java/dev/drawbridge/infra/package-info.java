@NullMarked
package dev.drawbridge.infra;

import org.jspecify.annotations.NullMarked;
