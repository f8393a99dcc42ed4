/**
 * Lambda's side of a worker that runs as a process of its own: the artefact, under the runtime
 * client that Lambda has, with the variables, the credentials and the Runtime API that it finds
 * there. What Lambda does to a snapshot is not done: a process goes on where it stopped.
 */
@NullMarked
package dev.drawbridge.lab.lambda;

import org.jspecify.annotations.NullMarked;
