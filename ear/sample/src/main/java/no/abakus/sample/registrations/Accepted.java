package no.abakus.sample.registrations;

/**
 * A wish that was taken in.
 *
 * @param registrationId the registration's id
 * @param taskId the id of the task that sees to it
 */
public record Accepted(long registrationId, String taskId) {}
