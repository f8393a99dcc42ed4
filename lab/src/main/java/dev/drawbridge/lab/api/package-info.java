/** Calls of the API, signed as the AWS SDK signs: on the loopback, in memory, or on AWS. */
@NullMarked
package dev.drawbridge.lab.api;

import org.jspecify.annotations.NullMarked;
