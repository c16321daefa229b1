package no.abakus.bench.drills;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks at a Payara and its own broker through the command line tools of OpenMQ and the JDK. */
final class PayaraView implements BrokerView {

    private static final Pattern MESSAGES = Pattern.compile("Current Number of Messages\\s+(?:Actual\\s+)?(\\d+)");
    private static final Pattern USED = Pattern.compile("used (\\d+)K");
    private static final Pattern NO_QUEUE = Pattern.compile("not (be )?found|does not exist|unknown destination");

    private final Path home;
    private final int brokerPort;
    private final Path password;
    private final long process;

    /**
     * Creates a view.
     *
     * @param home the provisioned server
     * @param brokerPort the port of the server's broker
     * @param folder the folder for the file with the password of the broker's administrator
     * @param process the id of the server's process
     */
    PayaraView(Path home, int brokerPort, Path folder, long process) {
        this.home = home;
        this.brokerPort = brokerPort;
        this.password = folder.resolve("imqcmd-password");
        this.process = process;
    }

    @Override
    public long messages(String queue) throws IOException, InterruptedException {
        String told = imqcmd("query", queue);
        Matcher messages = MESSAGES.matcher(told);
        if (messages.find()) {
            return Long.parseLong(messages.group(1));
        }
        // OpenMQ creates a queue at its first use.
        if (NO_QUEUE.matcher(told.toLowerCase(Locale.ROOT)).find()) {
            return 0;
        }
        throw new IOException("The broker does not tell how many messages " + queue + " has: " + told);
    }

    @Override
    public long removeAll(String queue) throws IOException, InterruptedException {
        long messages = messages(queue);
        imqcmd("purge", queue);
        return messages;
    }

    @Override
    public long heapAfterCollection() throws IOException, InterruptedException {
        jcmd("GC.run");
        long kilobytes = 0;
        for (String line : jcmd("GC.heap_info").lines().toList()) {
            if (line.strip().startsWith("Metaspace")) {
                break;
            }
            Matcher used = USED.matcher(line);
            kilobytes += used.find() ? Long.parseLong(used.group(1)) : 0;
        }
        return kilobytes * 1024;
    }

    private String imqcmd(String verb, String queue) throws IOException, InterruptedException {
        Files.writeString(password, "imq.imqcmd.password=admin\n");
        return output(
                "bash",
                home.resolve("mq/bin/imqcmd").toString(),
                verb,
                "dst",
                "-t",
                "q",
                "-n",
                "abakus." + queue,
                "-f",
                "-b",
                "127.0.0.1:" + brokerPort,
                "-u",
                "admin",
                "-passfile",
                password.toString());
    }

    private String jcmd(String command) throws IOException, InterruptedException {
        return output(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), Long.toString(process), command);
    }

    private static String output(String... command) throws IOException, InterruptedException {
        Process started = new ProcessBuilder(command).redirectErrorStream(true).start();
        started.getOutputStream().close();
        String output = new String(started.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        started.waitFor();
        return output;
    }
}
