/** EventBridge: events of ours for everybody else. */
@NullMarked
package dev.drawbridge.aws.events;

import org.jspecify.annotations.NullMarked;
