/** Functions. */
@NullMarked
package dev.drawbridge.aws.lambda;

import org.jspecify.annotations.NullMarked;
