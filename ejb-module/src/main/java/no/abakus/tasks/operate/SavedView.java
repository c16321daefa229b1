package no.abakus.tasks.operate;

/**
 * A query that an operator keeps under a name.
 *
 * @param owner who keeps it
 * @param name its name, unique for each owner
 * @param page the list that it queries, such as {@code tasks}
 * @param query the query
 * @param shared whether others see it
 */
public record SavedView(String owner, String name, String page, String query, boolean shared) {}
