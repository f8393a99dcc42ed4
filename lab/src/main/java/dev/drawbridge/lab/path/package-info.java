/** The data path: real TCP connections, routed by the simulated network. */
@NullMarked
package dev.drawbridge.lab.path;

import org.jspecify.annotations.NullMarked;
