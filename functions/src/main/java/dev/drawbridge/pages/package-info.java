/**
 * Pages for people with a browser: signing in, reading a question, saying yes or no. They work
 * without any script, and no GET decides anything.
 */
@NullMarked
package dev.drawbridge.pages;

import org.jspecify.annotations.NullMarked;
