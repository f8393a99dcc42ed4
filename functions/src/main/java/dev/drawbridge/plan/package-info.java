/** Pure decisions: no call, no clock, no chance, and no import of the AWS SDK. */
@NullMarked
package dev.drawbridge.plan;

import org.jspecify.annotations.NullMarked;
