/** The demonstration: an onboarding, and a failover, with every real part of the lab. */
@NullMarked
package dev.drawbridge.lab.demo;

import org.jspecify.annotations.NullMarked;
