/**
 * The lab's own page: what happens in the world, live, in any browser on this machine. It is no
 * part of an installation: there, people have the pages, the API and CloudWatch.
 */
@NullMarked
package dev.drawbridge.lab.page;

import org.jspecify.annotations.NullMarked;
