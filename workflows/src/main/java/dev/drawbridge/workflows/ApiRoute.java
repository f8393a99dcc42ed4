package dev.drawbridge.workflows;

/**
 * A method of the API, and the worker that answers it.
 *
 * @param method for example {@code GET}
 * @param path for example {@code /onboardings/{id}}
 * @param operationId as openapi.json names it
 * @param worker the name in the catalogue
 */
public record ApiRoute(String method, String path, String operationId, String worker) {}
