@NullMarked
package dev.drawbridge.aws.rds;

import org.jspecify.annotations.NullMarked;
