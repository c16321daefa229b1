package no.abakus.it.browser;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts the browser for the first test and stops it after the last. */
final class BrowserExtension implements ExecutionCondition, ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(BrowserExtension.class);

    /** Where Debian installs its packages chromium and chromium-driver. */
    private static final List<Path> NEEDED = List.of(Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromedriver"));

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return NEEDED.stream()
                .filter(file -> !Files.isExecutable(file))
                .findFirst()
                .map(missing -> ConditionEvaluationResult.disabled("There is no " + missing
                        + ", so the page is not tested; to test it, apt-get install chromium chromium-driver"))
                .orElse(ConditionEvaluationResult.enabled("There is a browser"));
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Browser.class;
    }

    @Override
    public Browser resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Browser browser = context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(Browser.class, type -> Browser.start(NEEDED.get(0), NEEDED.get(1)), Browser.class);
        browser.forgetEverything();
        return browser;
    }
}
