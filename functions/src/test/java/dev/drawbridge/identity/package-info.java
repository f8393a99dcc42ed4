@org.jspecify.annotations.NullMarked
package dev.drawbridge.identity;
