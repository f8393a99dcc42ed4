/** What stands between workers and AWS, apart from any service. */
@NullMarked
package dev.drawbridge.aws;

import org.jspecify.annotations.NullMarked;
