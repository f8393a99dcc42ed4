/** DynamoDB: tables of items, conditional writes, and the expressions that they use. */
@NullMarked
package dev.drawbridge.simulator.dynamodb;

import org.jspecify.annotations.NullMarked;
