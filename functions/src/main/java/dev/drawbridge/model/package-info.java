/** What passes between the states of a workflow and what is kept between runs: records only. */
@NullMarked
package dev.drawbridge.model;

import org.jspecify.annotations.NullMarked;
