package dev.drawbridge.model;

/** Input of DeregisterStaleTargets. */
public record DeregisterStaleTargetsInput(Registration registration, TargetCheck check) {}
