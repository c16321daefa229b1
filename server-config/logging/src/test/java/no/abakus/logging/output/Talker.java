package no.abakus.logging.output;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import no.abakus.logging.Log;
import no.abakus.logging.LogContext;
import no.abakus.logging.LogScope;
import no.abakus.logging.server.JsonHandler;
import no.abakus.logging.server.LogControl;

/** A process that logs numbered lines from several threads, as a server would, and then ends in one of several ways. */
final class Talker {
    private static final Log LOG = Log.get("no.abakus.Talker");
    private static final Logger THIRD_PARTY = Logger.getLogger("third.party");
    private static final int LAST_WORDS = 50;

    private Talker() {}

    /**
     * Logs and ends. Reports on stderr how many lines were dropped.
     *
     * @param arguments the name of an {@link End}, how many threads, how many lines each
     */
    public static void main(String... arguments) throws InterruptedException {
        Logger root = Logger.getLogger("");
        for (Handler handler : root.getHandlers()) {
            root.removeHandler(handler);
        }
        JsonHandler handler = new JsonHandler();
        root.addHandler(handler);
        root.setLevel(Level.INFO);
        End end = End.valueOf(arguments[0]);
        if (end == End.KILLED) {
            talkForEver(Integer.parseInt(arguments[1]));
        } else {
            talk(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
        }
        System.err.println("dropped " + LogControl.droppedLines());
        end.come();
    }

    /** How the process ends. */
    enum End {
        /** The process's main thread throws an uncaught exception. */
        UNCAUGHT {
            @Override
            void come() {
                throw new IllegalStateException("nobody catches this");
            }
        },
        /** The process calls exit, while other shutdown hooks still have last lines to write. */
        EXIT {
            @Override
            void come() {
                Runtime.getRuntime().addShutdownHook(new Thread(Talker::lastWords));
                System.exit(3);
            }
        },
        /** The process is asked to end. */
        TERMINATED {
            @Override
            void come() throws InterruptedException {
                new CountDownLatch(1).await();
            }
        },
        /** The process is killed. */
        KILLED {
            @Override
            void come() throws InterruptedException {
                new CountDownLatch(1).await();
            }
        };

        abstract void come() throws InterruptedException;
    }

    private static void talk(int threads, int lines) throws InterruptedException {
        List<Thread> talking = new ArrayList<>();
        for (int thread = 0; thread < threads; thread++) {
            int number = thread;
            talking.add(new Thread(() -> {
                try (LogScope scope = LogContext.bind("request_id", "r" + number)) {
                    for (int i = 0; i < lines; i++) {
                        if (i % 10 == 0) {
                            THIRD_PARTY.log(Level.INFO, "{0} {1}", new Object[] {number, String.valueOf(i)});
                        } else {
                            LOG.info("said", "thread", number, "i", i);
                        }
                    }
                }
            }));
        }
        talking.forEach(Thread::start);
        for (Thread thread : talking) {
            thread.join();
        }
    }

    /** Threads that write constantly, so that a line at error must wait for another thread's write. */
    private static void talkForEver(int threads) {
        for (int thread = 0; thread < threads; thread++) {
            Thread talking = new Thread(() -> {
                for (int i = 0; ; i++) {
                    LOG.info("said", "i", i);
                }
            });
            talking.setDaemon(true);
            talking.start();
        }
        for (int i = 0; ; i++) {
            LOG.error("failed", "i", i);
            System.err.println("returned " + i);
        }
    }

    private static void lastWords() {
        for (int i = 0; i < LAST_WORDS; i++) {
            LOG.info("last_words", "i", i);
        }
    }
}
