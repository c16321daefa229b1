package no.abakus.tasks.operate;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The health checks of this node, for load balancers and supervisors. Inject it into any bean. The log says why a check
 * is down ({@code health_check_failed}, {@code health_check_timed_out}). Thread-safe.
 */
public interface TaskHealth {

    /**
     * Checks whether this node can send and run tasks. Do not restart a node that is not ready, because the cause is
     * outside the node. Runs the checks at the same time and waits up to three seconds; a check that has not returned
     * by then is down.
     *
     * @return the checks in a fixed order, including those of the application's {@code HealthProbe} beans
     */
    List<Check> ready();

    /**
     * Checks whether the application has started. Once all checks have been up, they are not run again.
     *
     * @return the checks; empty once the application has started
     */
    List<Check> started();

    /**
     * Returns the time of the first failed result of a check since its last successful one; empty if its last result
     * was successful. A check runs only when somebody asks for it.
     *
     * @param name the name of a check of {@link #ready}
     */
    default Optional<Instant> downSince(String name) {
        return Optional.empty();
    }

    /**
     * The result of one check.
     *
     * @param name what was checked, such as {@code broker}
     * @param isUp whether it works
     */
    record Check(String name, boolean isUp) {}
}
