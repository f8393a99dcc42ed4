/** Messages to people. */
@NullMarked
package dev.drawbridge.aws.sns;

import org.jspecify.annotations.NullMarked;
