package dev.drawbridge.exposure;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.drawbridge.model.ExposureSettings;

/**
 * Output of BeginBuild.
 *
 * @param before the settings that hold
 * @param built whether something carries connections already
 * @param wanted the settings that are to hold
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record BuildOrder(ExposureSettings before, boolean built, ExposureSettings wanted) {}
