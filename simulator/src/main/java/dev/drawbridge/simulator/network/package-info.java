/** The data path: what listens where, who reaches it, and which open connections AWS cuts. */
@NullMarked
package dev.drawbridge.simulator.network;

import org.jspecify.annotations.NullMarked;
