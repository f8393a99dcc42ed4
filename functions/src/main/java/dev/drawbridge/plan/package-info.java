/**
 * Pure rules that several features share: no call, no clock, no chance, no import of the AWS SDK.
 */
@NullMarked
package dev.drawbridge.plan;

import org.jspecify.annotations.NullMarked;
