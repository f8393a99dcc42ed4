/** The AWS SDK's one configuration and the one table of its errors. */
@NullMarked
package dev.drawbridge.aws;

import org.jspecify.annotations.NullMarked;
