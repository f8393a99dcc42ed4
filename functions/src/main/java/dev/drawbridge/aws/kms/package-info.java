/** Encryption of task tokens. */
@NullMarked
package dev.drawbridge.aws.kms;

import org.jspecify.annotations.NullMarked;
