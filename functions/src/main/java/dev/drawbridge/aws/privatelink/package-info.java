/** Endpoint services, their permissions, notifications and connections (an EC2 API). */
@NullMarked
package dev.drawbridge.aws.privatelink;

import org.jspecify.annotations.NullMarked;
