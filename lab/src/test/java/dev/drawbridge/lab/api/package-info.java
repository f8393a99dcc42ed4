@NullMarked
package dev.drawbridge.lab.api;

import org.jspecify.annotations.NullMarked;
