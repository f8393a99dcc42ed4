@NullMarked
package dev.drawbridge.handler;

import org.jspecify.annotations.NullMarked;
