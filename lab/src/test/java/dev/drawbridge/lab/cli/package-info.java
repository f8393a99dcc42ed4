@NullMarked
package dev.drawbridge.lab.cli;

import org.jspecify.annotations.NullMarked;
