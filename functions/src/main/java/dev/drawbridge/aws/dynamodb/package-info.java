/** The one table: what AWS has no other place for. */
@NullMarked
package dev.drawbridge.aws.dynamodb;

import org.jspecify.annotations.NullMarked;
