/**
 * API Gateway's REST APIs as a front door: it verifies signatures, admits by resource policy and
 * sends proxy events to functions. There is no control plane: an API is given as a value.
 */
@NullMarked
package dev.drawbridge.simulator.apigateway;

import org.jspecify.annotations.NullMarked;
