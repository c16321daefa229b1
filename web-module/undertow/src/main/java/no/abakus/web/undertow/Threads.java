package no.abakus.web.undertow;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;

/** The few threads of an application's handler. They exist while the application is deployed. */
final class Threads implements ServletContextListener {

    private static final int URGENT = 2;

    private final ExecutorService urgent = Executors.newFixedThreadPool(URGENT, named("abakus-urgent"));
    private final ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(1, named("abakus-bodies"));

    Threads() {
        clock.setRemoveOnCancelPolicy(true);
    }

    private static ThreadFactory named(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    /** Returns the threads for requests that must not wait for a worker of the server. */
    ExecutorService urgent() {
        return urgent;
    }

    /** Returns the timer that fires when a request body has taken too long to arrive. */
    ScheduledThreadPoolExecutor clock() {
        return clock;
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        urgent.shutdown();
        clock.shutdownNow();
    }
}
