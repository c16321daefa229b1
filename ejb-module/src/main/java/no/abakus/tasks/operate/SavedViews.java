package no.abakus.tasks.operate;

import java.util.List;
import java.util.Optional;

/**
 * The queries that operators keep. Inject it into any bean. Thread-safe.
 *
 * <p>Every method throws {@link no.abakus.tasks.OperationalException} if the database cannot be reached.
 */
public interface SavedViews {

    /** The maximum number of views per owner. */
    int MOST = 100;

    /**
     * Returns the views that a user sees: first the user's own, then those that others share. Each part is ordered by
     * name.
     */
    List<SavedView> seenBy(String user);

    /** Returns the view with this name: the user's own, or else one that others share. */
    Optional<SavedView> find(String user, String name);

    /**
     * Stores a view. If the owner already has a view of this name, it is overwritten.
     *
     * @return false if the owner has {@value #MOST} other views already; then nothing is stored
     */
    boolean keep(SavedView view);

    /** Deletes a view of this owner; returns whether it existed. */
    boolean delete(String owner, String name);
}
