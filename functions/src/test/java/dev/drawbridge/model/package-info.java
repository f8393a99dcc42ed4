@NullMarked
package dev.drawbridge.model;

import org.jspecify.annotations.NullMarked;
