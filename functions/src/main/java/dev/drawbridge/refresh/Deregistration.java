package dev.drawbridge.refresh;

import dev.drawbridge.model.Target;
import java.util.List;

/** Output of DeregisterStaleTargets: the readers that were removed. */
public record Deregistration(List<Target> removed) {}
