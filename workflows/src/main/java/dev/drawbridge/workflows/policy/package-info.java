/**
 * What each role of an installation may do. The CDK application deploys these statements and the
 * lab enforces them: nobody else states a permission.
 *
 * <p>ARNs and values hold placeholders in CloudFormation's spelling, which an installation fills.
 */
@NullMarked
package dev.drawbridge.workflows.policy;

import org.jspecify.annotations.NullMarked;
