/** Tests that drive the lab's AWS from outside, with programs that we have not written. */
@NullMarked
package dev.drawbridge.lab.peers;

import org.jspecify.annotations.NullMarked;
