package dev.drawbridge.exposure;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.drawbridge.model.Enforcement;
import dev.drawbridge.model.InstancePortRange;
import org.jspecify.annotations.Nullable;

/**
 * Output of AdoptSettings.
 *
 * @param outcome {@code BUILD}: go on; {@code PLANNED}: this was all
 * @param plan what changes, in a run of the owner; else null
 * @param enforcement by which the run goes on
 * @param instancePorts that instances may have; null if they have none
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Adoption(
    String outcome,
    @Nullable ExposurePlan plan,
    Enforcement enforcement,
    @Nullable InstancePortRange instancePorts) {}
