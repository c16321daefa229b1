package no.abakus.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import no.abakus.it.server.OnKilledServer;
import no.abakus.it.server.Server;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/** An open page while its server is killed and started again. */
@OnKilledServer
@ResourceLock(Browser.LOCK)
@ExtendWith(BrowserExtension.class)
@Tag("long")
final class RestartPageIT {

    private static final Duration SOON = Duration.ofSeconds(5);
    /** The target is for a machine of its own; here other servers start at the same time. */
    private static final int TIMES_SLOWER = 2;

    /** Case 15: the page says that it reconnects, keeps what it shows, and goes on without a reload. */
    @Test
    void the_page_reconnects_after_a_restart_without_a_reload(Server server, Browser browser) throws Exception {
        Page page = browser.asOperator(server, "queues").page();
        page.link("default");
        browser.script("window.sameDocument = true");

        server.kill();
        long killed = System.nanoTime();
        page.saying("status", "Reconnecting");
        assertThat(since(killed)).isLessThan(SOON);
        assertThat(page.body()).contains("default");

        server.start();
        long healthy = System.nanoTime();
        page.until("no banner", same -> !same.body().contains("Reconnecting"));

        assertThat(since(healthy)).isLessThan(SOON.multipliedBy(TIMES_SLOWER));
        server.operator().post("/abakus/api/queues/default/pause", "{}");
        try {
            long paused = System.nanoTime();
            page.button("Resume the queue default");
            assertThat(since(paused)).as("what is new on the server").isLessThan(SOON.multipliedBy(TIMES_SLOWER));
        } finally {
            server.operator().post("/abakus/api/queues/default/resume", "{}");
        }
        assertThat(browser.script("return window.sameDocument")).isEqualTo(true);
        browser.go("nodes");
        page.saying("table", "takes tasks");
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }
}
