/** What CloudWatch has counted. */
@NullMarked
package dev.drawbridge.aws.cloudwatch;

import org.jspecify.annotations.NullMarked;
