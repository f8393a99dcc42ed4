/**
 * Workers as processes of their own: run by profile {@code processes}, once the artefact is built.
 */
@NullMarked
package dev.drawbridge.lab.lambda;

import org.jspecify.annotations.NullMarked;
