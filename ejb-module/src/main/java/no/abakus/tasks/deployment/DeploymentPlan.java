package no.abakus.tasks.deployment;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import no.abakus.tasks.config.ConfigSource;
import no.abakus.tasks.config.RoutingConfig;
import no.abakus.tasks.config.ServerDefaults;
import no.abakus.tasks.config.StartupProblems;
import no.abakus.tasks.config.TaskSystemConfig;
import no.abakus.tasks.registry.RateLimit;
import no.abakus.tasks.registry.ResultAttributes;
import no.abakus.tasks.registry.TaskAttributes;
import no.abakus.tasks.registry.TaskParameters;
import no.abakus.tasks.server.FoundServer;
import no.abakus.tasks.transport.jms.QueueNames;

/**
 * The input of a start: configuration, queues and attributes, checked against each other.
 *
 * @param config all settings
 * @param queues the queues that listeners of this application consume
 * @param attributes the effective attributes of each task
 * @param contradictions harmless contradictions between attributes
 */
record DeploymentPlan(
        TaskSystemConfig config,
        Set<String> queues,
        Map<TaskCandidate, TaskAttributes> attributes,
        List<Contradiction> contradictions) {

    static DeploymentPlan of(
            ConfigSource source, List<TaskCandidate> candidates, Set<String> consumedQueues, StartupProblems problems) {
        FoundServer server = FoundServer.ofThisProcess();
        TaskSystemConfig config =
                TaskSystemConfig.read(source, new ServerDefaults(server.nodeName(), server.dataFolder()), problems);
        Set<String> queues = new TreeSet<>(consumedQueues);
        Map<TaskCandidate, TaskAttributes> attributes = new HashMap<>();
        AttributeOverrides overrides = new AttributeOverrides(source, problems);
        for (TaskCandidate candidate : candidates) {
            candidate.problem().ifPresent(problems::add);
            attributes.put(candidate, overrides.attributes(candidate));
        }
        reportDuplicates(candidates, problems);
        reportReserved(queues, problems);
        checkDefaultQueue(config.routing(), queues, problems);
        attributes.forEach((task, said) -> check(task, said, queues, config.routing(), problems));
        overrides.reportUnknown(candidates.stream().map(TaskCandidate::name).toList());
        List<Contradiction> contradictions = candidates.stream()
                .flatMap(task -> overrides.contradictions(task, attributes.get(task)).stream())
                .toList();
        return new DeploymentPlan(config, queues, attributes, contradictions);
    }

    private static void reportDuplicates(List<TaskCandidate> candidates, StartupProblems problems) {
        Map<String, List<String>> placesByName = candidates.stream()
                .collect(Collectors.groupingBy(
                        TaskCandidate::name,
                        LinkedHashMap::new,
                        Collectors.mapping(TaskCandidate::where, Collectors.toList())));
        placesByName.forEach((name, places) -> {
            if (places.size() > 1) {
                problems.add("The task name '" + name + "' is given " + places.size() + " times, by "
                        + String.join(" and ", places) + "; a name belongs to one task, so rename all but one.");
            }
        });
    }

    private static void reportReserved(Set<String> queues, StartupProblems problems) {
        queues.stream()
                .filter(QueueNames.RESERVED::contains)
                .forEach(queue -> problems.add("A subclass of TaskListener consumes the queue '" + queue
                        + "', which is Abakus's own. Choose a name other than " + QueueNames.RESERVED + "."));
    }

    private static void checkDefaultQueue(RoutingConfig routing, Set<String> queues, StartupProblems problems) {
        String queue = routing.defaultQueue();
        if (!queues.contains(queue) && !routing.externalQueues().contains(queue)) {
            problems.add("The default queue '" + queue + "' (abakus.tasks.routing.default-queue) is not consumed by"
                    + " this application, whose listeners consume " + queues + ".");
        }
    }

    private static void check(
            TaskCandidate task,
            TaskAttributes said,
            Set<String> queues,
            RoutingConfig routing,
            StartupProblems problems) {
        said.queue().ifPresent(queue -> {
            if (!queues.contains(queue) && !routing.externalQueues().contains(queue)) {
                problems.add("Task " + task.where() + " goes to the queue '" + queue
                        + "', which no listener of this application consumes; the listeners consume " + queues
                        + ". Declare a subclass of TaskListener for the queue. If another application consumes the"
                        + " queue, list it in abakus.tasks.routing.external-queues.");
            }
        });
        if (said.priority() < 0 || said.priority() > 9) {
            problems.add("Task " + task.where() + " has the priority " + said.priority()
                    + "; JMS priorities are 0 (last) to 9 (first).");
        }
        checkLimitKey(task, said, problems);
        if (said.maxRetries() < -1) {
            problems.add("Task " + task.where() + " has maxRetries " + said.maxRetries()
                    + "; maxRetries must be 0 or more, or -1 for no limit.");
        }
        checkPositive(task, "retryBackoffFactor", said.retry().backoffFactor(), problems);
        checkPositive(task, "retryBackoffMax", said.retry().backoffMax(), problems);
        checkSpan(task, "expires", said.expires(), problems);
        checkSpan(task, "timeLimit", said.timeLimit(), problems);
        checkSpan(task, "softTimeLimit", said.softTimeLimit(), problems);
        if (said.timeLimit().isPresent()
                && said.softTimeLimit().isPresent()
                && said.softTimeLimit().get().compareTo(said.timeLimit().get()) > 0) {
            problems.add("Task " + task.where() + " has the softTimeLimit "
                    + said.softTimeLimit().get() + " beyond the timeLimit "
                    + said.timeLimit().get() + ", so the task would reach its time limit before the soft one.");
        }
        check(task, said.results(), problems);
    }

    private static void checkPositive(TaskCandidate task, String member, Duration span, StartupProblems problems) {
        if (span.toMillis() < 1) {
            problems.add(
                    "Task " + task.where() + " has the " + member + " " + span + "; the minimum is a millisecond.");
        }
    }

    private static void checkLimitKey(TaskCandidate task, TaskAttributes said, StartupProblems problems) {
        said.rateLimit().flatMap(RateLimit::key).ifPresent(key -> {
            List<String> parameters = TaskParameters.of(task.method()).names();
            if (!key.startsWith(RateLimit.CONTEXT_KEY) && !parameters.contains(key)) {
                problems.add("Task " + task.where() + " has the rateLimitKey '" + key
                        + "', which is not one of the task's parameters " + parameters
                        + "; for a key of the log context, write '"
                        + RateLimit.CONTEXT_KEY + key + "'.");
            }
        });
    }

    private static void checkSpan(
            TaskCandidate task, String member, Optional<Duration> span, StartupProblems problems) {
        span.filter(said -> said.toMillis() < 1)
                .ifPresent(said -> problems.add(
                        "Task " + task.where() + " has " + member + " " + said + "; the minimum is a millisecond."));
    }

    private static void check(TaskCandidate task, ResultAttributes said, StartupProblems problems) {
        said.retention().ifPresent(retention -> {
            if (retention.isNegative() || retention.isZero()) {
                problems.add("Task " + task.where() + " has the resultRetention " + retention
                        + ", which must be longer than zero; to keep no result, set ignoreResult.");
            } else if (said.ignore() && !said.storeErrorsEvenIfIgnored()) {
                problems.add("Task " + task.where() + " has the resultRetention " + retention
                        + " and ignores its results; set ignoreResult = false, or leave out the retention.");
            }
        });
    }
}
