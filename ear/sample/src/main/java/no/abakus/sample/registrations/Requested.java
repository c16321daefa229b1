package no.abakus.sample.registrations;

/**
 * A registration that is pending, and the task that will settle it.
 *
 * @param registrationId the registration's id
 * @param taskId the task's id
 */
public record Requested(String registrationId, String taskId) {}
