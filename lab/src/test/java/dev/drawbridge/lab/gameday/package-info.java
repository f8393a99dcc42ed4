@NullMarked
package dev.drawbridge.lab.gameday;

import org.jspecify.annotations.NullMarked;
