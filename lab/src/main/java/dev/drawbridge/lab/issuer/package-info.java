/**
 * An issuer of OpenID Connect on loopback, with demo people who need no password: what an
 * organisation's own one is to the pages.
 */
@NullMarked
package dev.drawbridge.lab.issuer;

import org.jspecify.annotations.NullMarked;
