package no.abakus.tasks.registry;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import no.abakus.tasks.spi.ParameterTypes;

/** The parameters of a task, in order. Immutable. */
public final class TaskParameters implements ParameterTypes, Iterable<TaskParameter> {

    private final List<TaskParameter> parameters;
    private final List<String> names;
    private final ClassLoader loader;

    /** Creates parameters whose types are loaded by this loader. */
    public TaskParameters(List<TaskParameter> parameters, ClassLoader loader) {
        this.loader = loader;
        this.parameters = List.copyOf(parameters);
        this.names = parameters.stream().map(TaskParameter::name).toList();
    }

    /**
     * Returns the parameters of a method. Their names are {@code arg0, arg1 …} if the method was compiled without
     * {@code -parameters}.
     */
    public static TaskParameters of(Method method) {
        return of(method, method.getDeclaringClass());
    }

    /** Like {@link #of(Method)}, for a bean whose class may have inherited the method. */
    public static TaskParameters of(Method method, Class<?> beanClass) {
        List<TaskParameter> parameters = Arrays.stream(method.getParameters())
                .map((Parameter p) -> new TaskParameter(p.getName(), p.getParameterizedType()))
                .toList();
        return new TaskParameters(parameters, beanClass.getClassLoader());
    }

    /** Returns the names of the parameters, in order. */
    public List<String> names() {
        return names;
    }

    public int size() {
        return parameters.size();
    }

    TaskParameter get(int position) {
        return parameters.get(position);
    }

    /** Returns the position of the parameter with this name; -1 if there is none. */
    int indexOf(String name) {
        return names.indexOf(name);
    }

    @Override
    public Optional<Type> at(int position) {
        return position < parameters.size()
                ? Optional.of(parameters.get(position).type())
                : Optional.empty();
    }

    @Override
    public Optional<Type> named(String name) {
        int position = indexOf(name);
        return position < 0 ? Optional.empty() : at(position);
    }

    @Override
    public ClassLoader loader() {
        return loader;
    }

    @Override
    public Iterator<TaskParameter> iterator() {
        return parameters.iterator();
    }

    /** Returns the list of parameters, such as {@code (String to, String subject)}. */
    @Override
    public String toString() {
        return parameters.stream().map(TaskParameter::toString).collect(Collectors.joining(", ", "(", ")"));
    }
}
