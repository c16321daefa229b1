package no.abakus.tasks.console.page;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Which modules of the page load with which. Those that {@code import()} names load later, so they do not count. */
final class ModuleGraph {

    private static final Pattern IMPORT = Pattern.compile("^(?:import|export)[^;]* from '([^']+)';", Pattern.MULTILINE);

    private final Map<String, byte[]> contents;

    /** Creates the graph of these files, which are known by their names. */
    ModuleGraph(Map<String, byte[]> contents) {
        this.contents = contents;
    }

    /** Returns the names of a module and of all modules that load with it; empty if there is no such module. */
    SortedSet<String> from(String module) {
        SortedSet<String> found = new TreeSet<>();
        collect(module, found);
        return found;
    }

    private void collect(String module, SortedSet<String> found) {
        byte[] content = contents.get(module);
        if (content == null || !found.add(module)) {
            return;
        }
        URI address = URI.create(module);
        IMPORT.matcher(new String(content, StandardCharsets.UTF_8))
                .results()
                .map(imported -> address.resolve(imported.group(1)).getPath())
                .forEach(imported -> collect(imported, found));
    }
}
