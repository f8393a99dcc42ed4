/** The CDK application: what an installation of Drawbridge consists of on AWS. */
@NullMarked
package dev.drawbridge.infra;

import org.jspecify.annotations.NullMarked;
