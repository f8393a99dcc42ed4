/**
 * The workers behind API Gateway: a proxy event in, an answer or a problem document out, as
 * openapi.json beside this package describes them.
 */
@NullMarked
package dev.drawbridge.api;

import org.jspecify.annotations.NullMarked;
