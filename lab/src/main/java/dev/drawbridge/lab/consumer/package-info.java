/** The consumer's application: real drivers, the lab's names, the endpoint's ports. */
@NullMarked
package dev.drawbridge.lab.consumer;

import org.jspecify.annotations.NullMarked;
