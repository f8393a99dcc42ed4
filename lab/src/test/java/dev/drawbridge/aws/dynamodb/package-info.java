@NullMarked
package dev.drawbridge.aws.dynamodb;

import org.jspecify.annotations.NullMarked;
