/** Step Functions: executions and task tokens. */
@NullMarked
package dev.drawbridge.aws.states;

import org.jspecify.annotations.NullMarked;
