package no.abakus.tasks.message;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InvalidClassException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.lang.invoke.MethodType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.abakus.tasks.TaskArgumentException;
import no.abakus.tasks.config.BodyConfig;
import no.abakus.tasks.spi.MessageBody;
import no.abakus.tasks.spi.ParameterTypes;
import no.abakus.tasks.spi.Rejection.Reason;
import no.abakus.tasks.spi.TaskArguments;
import no.abakus.tasks.spi.TaskSerializer;
import no.abakus.tasks.spi.UnreadableMessageException;

/**
 * Java serialization, for arguments that no other serializer can write. The content of such a body decides which
 * classes are instantiated, and anyone may have written it. So this serializer is off unless configuration accepts it.
 * It then reads only common JDK classes and those that {@code abakus.tasks.body.java-classes} allows. Celery: {@code
 * pickle}.
 */
final class JavaTaskSerializer implements TaskSerializer, Weighing {

    private static final String LIMITS = "maxdepth=64;maxrefs=1000000;maxarray=16777216;";
    private static final String EVERYDAY = "java.lang.Boolean;java.lang.Byte;java.lang.Character;java.lang.Double;"
            + "java.lang.Enum;java.lang.Float;java.lang.Integer;java.lang.Long;java.lang.Number;java.lang.Object;"
            + "java.lang.Short;java.lang.String;java.math.BigDecimal;java.math.BigInteger;java.time.*;"
            + "java.util.ArrayList;java.util.Arrays$ArrayList;java.util.CollSer;java.util.Collections$*;java.util.Date;"
            + "java.util.EnumMap;java.util.HashMap;java.util.HashSet;java.util.ImmutableCollections$*;java.util.LinkedHashMap;java.util.LinkedHashSet;"
            + "java.util.Locale;java.util.Map$Entry;java.util.TreeMap;java.util.TreeSet;java.util.UUID;";

    private final ObjectInputFilter filter;

    JavaTaskSerializer(BodyConfig config) {
        StringBuilder pattern = new StringBuilder(LIMITS).append(EVERYDAY);
        config.javaClasses().forEach(allowed -> pattern.append(allowed).append(';'));
        this.filter = ObjectInputFilter.Config.createFilter(pattern.append("!*").toString());
    }

    @Override
    public String name() {
        return "java";
    }

    @Override
    public String contentType() {
        return "application/x-java-serialized-object";
    }

    @Override
    public MessageBody write(TaskArguments arguments) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(new ArrayList<>(arguments.args()));
            out.writeObject(new LinkedHashMap<>(arguments.kwargs()));
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw new TaskArgumentException(
                    "An argument cannot be written by Java serialization: " + e + "; nothing was sent", e);
        }
        return new MessageBody.Binary(bytes.toByteArray());
    }

    @Override
    public TaskArguments read(MessageBody body, ParameterTypes types) throws UnreadableMessageException {
        return read(body, types, new Weight(Long.MAX_VALUE));
    }

    @Override
    public TaskArguments read(MessageBody body, ParameterTypes types, Weight weight) throws UnreadableMessageException {
        if (!(body instanceof MessageBody.Binary binary)) {
            throw new UnreadableMessageException(
                    Reason.UNREADABLE_BODY, "The body is text, but Java serialization takes bytes");
        }
        List<?> args;
        Map<?, ?> kwargs;
        try (Reader in = new Reader(new ByteArrayInputStream(binary.bytes()), types.loader())) {
            in.setObjectInputFilter(ObjectInputFilter.merge(filter, new ClaimedSizes(binary.bytes().length, weight)));
            args = (List<?>) in.readObject();
            kwargs = (Map<?, ?>) in.readObject();
        } catch (InvalidClassException e) {
            throw new UnreadableMessageException(
                    Reason.UNREADABLE_BODY,
                    "The body has a class that is not allowed here (abakus.tasks.body.java-classes) or is another"
                            + " version of an allowed class. Or the body is nested too deeply or takes too much memory"
                            + " (abakus.tasks.message.max-decoded-size)",
                    e);
        } catch (IOException | ClassNotFoundException | RuntimeException | StackOverflowError e) {
            throw new UnreadableMessageException(
                    Reason.UNREADABLE_BODY,
                    "Java serialization cannot read the body: " + e.getClass().getSimpleName(),
                    e);
        }
        return checked(args, kwargs, types);
    }

    private TaskArguments checked(List<?> args, Map<?, ?> kwargs, ParameterTypes types)
            throws UnreadableMessageException {
        List<Object> positional = new ArrayList<>();
        for (Object arg : args) {
            int position = positional.size();
            positional.add(checked(arg, types.at(position), "args[" + position + "]"));
        }
        Map<String, Object> named = new LinkedHashMap<>();
        for (Map.Entry<?, ?> kwarg : kwargs.entrySet()) {
            String name = String.valueOf(kwarg.getKey());
            named.put(name, checked(kwarg.getValue(), types.named(name), "kwargs." + name));
        }
        return new TaskArguments(positional, named);
    }

    private Object checked(Object value, Optional<Type> type, String where) throws UnreadableMessageException {
        if (type.isEmpty()) {
            throw new UnreadableMessageException(Reason.ARGUMENTS, "The task has no parameter for " + where);
        }
        try {
            return convert(value, type.get());
        } catch (IllegalArgumentException e) {
            throw new UnreadableMessageException(Reason.ARGUMENTS, where + " " + e.getMessage(), e);
        }
    }

    /**
     * Returns the same value, because Java serialization restores objects as they were written. Rejects a value that is
     * not of this type.
     */
    @Override
    public Object convert(Object value, Type type) {
        Class<?> raw = rawType(type);
        if (value != null && !raw.isInstance(value)) {
            throw new IllegalArgumentException(
                    "is a " + value.getClass().getSimpleName() + " and not a " + raw.getSimpleName());
        }
        return value;
    }

    private static Class<?> rawType(Type type) {
        if (type instanceof Class<?> plain) {
            return MethodType.methodType(plain).wrap().returnType();
        }
        return type instanceof ParameterizedType generic ? (Class<?>) generic.getRawType() : Object.class;
    }

    /** Resolves classes with the task's loader. */
    private static final class Reader extends ObjectInputStream {

        private final ClassLoader loader;
        private final Expansion expansion = new Expansion();

        Reader(InputStream in, ClassLoader loader) throws IOException {
            super(in);
            this.loader = loader;
            enableResolveObject(true);
        }

        @Override
        protected Object resolveObject(Object read) throws IOException {
            expansion.add(read);
            return read;
        }

        @Override
        protected Class<?> resolveClass(ObjectStreamClass described) throws IOException, ClassNotFoundException {
            try {
                return Class.forName(described.getName(), false, loader);
            } catch (ClassNotFoundException e) {
                return super.resolveClass(described);
            }
        }
    }
}
