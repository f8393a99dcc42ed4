/** SNS: topics, subscriptions, asynchronous delivery. */
@NullMarked
package dev.drawbridge.simulator.sns;

import org.jspecify.annotations.NullMarked;
