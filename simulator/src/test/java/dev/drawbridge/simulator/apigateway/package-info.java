@org.jspecify.annotations.NullMarked
package dev.drawbridge.simulator.apigateway;
