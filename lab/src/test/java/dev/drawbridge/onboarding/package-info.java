@NullMarked
package dev.drawbridge.onboarding;

import org.jspecify.annotations.NullMarked;
