@NullMarked
package dev.drawbridge.workflows;

import org.jspecify.annotations.NullMarked;
