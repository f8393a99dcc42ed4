@NullMarked
package dev.drawbridge.aws.elbv2;

import org.jspecify.annotations.NullMarked;
