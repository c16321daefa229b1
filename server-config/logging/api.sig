#Signature file v4.1
#Version 1.0

CLSS public abstract interface java.io.Serializable

CLSS public abstract interface java.lang.AutoCloseable
meth public abstract void close() throws java.lang.Exception

CLSS public abstract interface java.lang.Comparable<%0 extends java.lang.Object>
meth public abstract int compareTo({java.lang.Comparable%0})

CLSS public abstract java.lang.Enum<%0 extends java.lang.Enum<{java.lang.Enum%0}>>
cons protected init(java.lang.String,int)
innr public final static EnumDesc
intf java.io.Serializable
intf java.lang.Comparable<{java.lang.Enum%0}>
intf java.lang.constant.Constable
meth protected final java.lang.Object clone() throws java.lang.CloneNotSupportedException
meth protected final void finalize()
meth public final boolean equals(java.lang.Object)
meth public final int compareTo({java.lang.Enum%0})
meth public final int hashCode()
meth public final int ordinal()
meth public final java.lang.Class<{java.lang.Enum%0}> getDeclaringClass()
meth public final java.lang.String name()
meth public final java.util.Optional<java.lang.Enum$EnumDesc<{java.lang.Enum%0}>> describeConstable()
meth public java.lang.String toString()
meth public static <%0 extends java.lang.Enum<{%%0}>> {%%0} valueOf(java.lang.Class<{%%0}>,java.lang.String)
supr java.lang.Object
hfds name,ordinal

CLSS public abstract interface !annotation java.lang.FunctionalInterface
 anno 0 java.lang.annotation.Documented()
 anno 0 java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy value=RUNTIME)
 anno 0 java.lang.annotation.Target(java.lang.annotation.ElementType[] value=[TYPE])
intf java.lang.annotation.Annotation

CLSS public java.lang.Object
cons public init()
meth protected java.lang.Object clone() throws java.lang.CloneNotSupportedException
meth protected void finalize() throws java.lang.Throwable
 anno 0 java.lang.Deprecated(boolean forRemoval=false, java.lang.String since="9")
meth public boolean equals(java.lang.Object)
meth public final java.lang.Class<?> getClass()
meth public final void notify()
meth public final void notifyAll()
meth public final void wait() throws java.lang.InterruptedException
meth public final void wait(long) throws java.lang.InterruptedException
meth public final void wait(long,int) throws java.lang.InterruptedException
meth public int hashCode()
meth public java.lang.String toString()

CLSS public abstract interface java.lang.annotation.Annotation
meth public abstract boolean equals(java.lang.Object)
meth public abstract int hashCode()
meth public abstract java.lang.Class<? extends java.lang.annotation.Annotation> annotationType()
meth public abstract java.lang.String toString()

CLSS public abstract interface !annotation java.lang.annotation.Documented
 anno 0 java.lang.annotation.Documented()
 anno 0 java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy value=RUNTIME)
 anno 0 java.lang.annotation.Target(java.lang.annotation.ElementType[] value=[ANNOTATION_TYPE])
intf java.lang.annotation.Annotation

CLSS public abstract interface !annotation java.lang.annotation.Retention
 anno 0 java.lang.annotation.Documented()
 anno 0 java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy value=RUNTIME)
 anno 0 java.lang.annotation.Target(java.lang.annotation.ElementType[] value=[ANNOTATION_TYPE])
intf java.lang.annotation.Annotation
meth public abstract java.lang.annotation.RetentionPolicy value()

CLSS public abstract interface !annotation java.lang.annotation.Target
 anno 0 java.lang.annotation.Documented()
 anno 0 java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy value=RUNTIME)
 anno 0 java.lang.annotation.Target(java.lang.annotation.ElementType[] value=[ANNOTATION_TYPE])
intf java.lang.annotation.Annotation
meth public abstract java.lang.annotation.ElementType[] value()

CLSS public abstract interface java.lang.constant.Constable
meth public abstract java.util.Optional<? extends java.lang.constant.ConstantDesc> describeConstable()

CLSS public java.util.logging.Level
cons protected init(java.lang.String,int)
cons protected init(java.lang.String,int,java.lang.String)
fld public final static java.util.logging.Level ALL
fld public final static java.util.logging.Level CONFIG
fld public final static java.util.logging.Level FINE
fld public final static java.util.logging.Level FINER
fld public final static java.util.logging.Level FINEST
fld public final static java.util.logging.Level INFO
fld public final static java.util.logging.Level OFF
fld public final static java.util.logging.Level SEVERE
fld public final static java.util.logging.Level WARNING
intf java.io.Serializable
meth public boolean equals(java.lang.Object)
meth public final int intValue()
meth public final java.lang.String toString()
meth public int hashCode()
meth public java.lang.String getLocalizedName()
meth public java.lang.String getName()
meth public java.lang.String getResourceBundleName()
meth public static java.util.logging.Level parse(java.lang.String)
supr java.lang.Object
hfds cachedLocale,defaultBundle,localizedLevelName,name,resourceBundleName,serialVersionUID,standardLevels,value
hcls KnownLevel,RbAccess

CLSS public final no.abakus.logging.LineTail
fld public final static int MOST_BYTES = 16384
fld public final static int MOST_LINES = 64
meth public static java.util.List<java.lang.String> end()
meth public static void begin()
meth public static void discard()
meth public static void note(byte[],int)
supr java.lang.Object
hfds OF_THREAD,bytes,firstByte,firstLine,isOpen,lengths,lines,usedBytes

CLSS public final no.abakus.logging.Log
meth public !varargs no.abakus.logging.Log bind(java.lang.Object[])
meth public !varargs no.abakus.logging.Log newContext(java.lang.Object[])
meth public !varargs no.abakus.logging.Log unbind(java.lang.String[])
meth public !varargs void critical(java.lang.String,java.lang.Object[])
meth public !varargs void critical(java.lang.String,java.lang.Throwable,java.lang.Object[])
meth public !varargs void debug(java.lang.String,java.lang.Object[])
meth public !varargs void debug(java.lang.String,java.lang.Throwable,java.lang.Object[])
meth public !varargs void error(java.lang.String,java.lang.Object[])
meth public !varargs void error(java.lang.String,java.lang.Throwable,java.lang.Object[])
meth public !varargs void exception(java.lang.String,java.lang.Throwable,java.lang.Object[])
meth public !varargs void info(java.lang.String,java.lang.Object[])
meth public !varargs void info(java.lang.String,java.lang.Throwable,java.lang.Object[])
meth public !varargs void log(java.util.logging.Level,java.lang.String,java.lang.Object[])
meth public !varargs void log(java.util.logging.Level,java.lang.String,java.lang.Throwable,java.lang.Object[])
meth public !varargs void warn(java.lang.String,java.lang.Object[])
meth public !varargs void warn(java.lang.String,java.lang.Throwable,java.lang.Object[])
meth public !varargs void warning(java.lang.String,java.lang.Object[])
meth public !varargs void warning(java.lang.String,java.lang.Throwable,java.lang.Object[])
meth public boolean isCriticalEnabled()
meth public boolean isDebugEnabled()
meth public boolean isEnabled(java.util.logging.Level)
meth public boolean isErrorEnabled()
meth public boolean isInfoEnabled()
meth public boolean isWarningEnabled()
meth public static no.abakus.logging.Log get()
meth public static no.abakus.logging.Log get(java.lang.Class<?>)
meth public static no.abakus.logging.Log get(java.lang.String)
meth public void log(java.util.logging.Level,no.abakus.logging.LogEvent,java.lang.Throwable)
supr java.lang.Object
hfds CALLER,bound,logger

CLSS public final no.abakus.logging.LogContext
meth public !varargs no.abakus.logging.LogContext with(java.lang.String,java.lang.Object,java.lang.Object[])
meth public !varargs static no.abakus.logging.LogContext ofPairs(java.lang.Object[])
meth public !varargs static no.abakus.logging.LogScope bind(java.lang.String,java.lang.Object,java.lang.Object[])
meth public <%0 extends java.lang.Object> java.util.concurrent.Callable<{%%0}> wrap(java.util.concurrent.Callable<{%%0}>)
meth public <%0 extends java.lang.Object> {%%0} derived(java.lang.Class<{%%0}>,java.util.function.Function<? super no.abakus.logging.LogContext,? extends {%%0}>)
meth public boolean equals(java.lang.Object)
meth public boolean isEmpty()
meth public int hashCode()
meth public int size()
meth public java.lang.Object get(java.lang.String)
meth public java.lang.Runnable wrap(java.lang.Runnable)
meth public java.lang.String toString()
meth public java.util.Map<java.lang.String,java.lang.Object> toMap()
meth public no.abakus.logging.LogContext with(java.lang.String,java.lang.Object)
meth public no.abakus.logging.LogContext withAll(java.util.Map<java.lang.String,?>)
meth public no.abakus.logging.LogContext without(java.lang.String)
meth public static java.util.concurrent.Executor carrying(java.util.concurrent.Executor)
meth public static java.util.concurrent.ExecutorService carrying(java.util.concurrent.ExecutorService)
meth public static no.abakus.logging.LogContext current()
meth public static no.abakus.logging.LogContext empty()
meth public static no.abakus.logging.LogContext of(java.util.Map<java.lang.String,?>)
meth public static no.abakus.logging.LogScope bind(java.lang.String,java.lang.Object)
meth public static no.abakus.logging.LogScope bind(java.util.Map<java.lang.String,?>)
meth public static no.abakus.logging.LogScope replace(no.abakus.logging.LogContext)
meth public static void put(java.lang.String,java.lang.Object)
meth public void forEach(java.util.function.BiConsumer<? super java.lang.String,java.lang.Object>)
supr java.lang.Object
hfds EMPTY,NOTHING,derived,entries

CLSS public final no.abakus.logging.LogDraft
cons public init(java.util.logging.LogRecord,java.lang.String,no.abakus.logging.LogContext,no.abakus.logging.LogEvent,java.util.Map<java.lang.String,?>)
meth public boolean isChanged()
meth public java.lang.Object get(java.lang.String)
meth public java.lang.String event()
meth public java.lang.String logger()
meth public java.lang.Throwable thrown()
meth public java.time.Instant time()
meth public java.util.Map<java.lang.String,java.lang.Object> fields()
meth public java.util.logging.Level level()
meth public no.abakus.logging.LogEvent toEvent()
meth public void event(java.lang.String)
meth public void put(java.lang.String,java.lang.Object)
meth public void remove(java.lang.String)
meth public void rename(java.lang.String,java.lang.String)
supr java.lang.Object
hfds changed,context,event,fields,foreign,given,record

CLSS public final no.abakus.logging.LogEvent
meth public !varargs static no.abakus.logging.LogEvent captured(java.lang.String,no.abakus.logging.LogContext,java.lang.Object[])
meth public int fieldCount()
meth public java.lang.Object fieldValue(int)
meth public java.lang.String event()
meth public java.lang.String fieldKey(int)
meth public java.lang.String toString()
meth public no.abakus.logging.LogContext bound()
meth public no.abakus.logging.LogContext context()
meth public no.abakus.logging.LogContext merged()
meth public static no.abakus.logging.LogEvent captured(java.lang.String,no.abakus.logging.LogContext)
meth public static no.abakus.logging.LogEvent of(java.util.logging.LogRecord)
supr java.lang.Object
hfds NONE,bound,context,event,fields

CLSS public abstract interface no.abakus.logging.LogProcessor
 anno 0 java.lang.FunctionalInterface()
meth public abstract boolean process(no.abakus.logging.LogDraft)

CLSS public final no.abakus.logging.LogScope
intf java.lang.AutoCloseable
meth public void close()
supr java.lang.Object
hfds CLOSED,SLOT,closed,context,enclosing

CLSS public final no.abakus.logging.LoggingApi
fld public final static int LEVEL = 2
meth public static int loaded()
supr java.lang.Object

CLSS public final !enum no.abakus.logging.LoggingSetting
fld public final static no.abakus.logging.LoggingSetting BUFFER_BYTES
fld public final static no.abakus.logging.LoggingSetting CALL_SITE
fld public final static no.abakus.logging.LoggingSetting DROP
fld public final static no.abakus.logging.LoggingSetting DROP_BELOW
fld public final static no.abakus.logging.LoggingSetting ENVIRONMENT
fld public final static no.abakus.logging.LoggingSetting EXCEPTIONS
fld public final static no.abakus.logging.LoggingSetting FILE
fld public final static no.abakus.logging.LoggingSetting FILE_KEEP
fld public final static no.abakus.logging.LoggingSetting FILE_MAX_BYTES
fld public final static no.abakus.logging.LoggingSetting FORMAT
fld public final static no.abakus.logging.LoggingSetting MAX_DEPTH
fld public final static no.abakus.logging.LoggingSetting MAX_ELEMENTS
fld public final static no.abakus.logging.LoggingSetting MAX_FRAMES
fld public final static no.abakus.logging.LoggingSetting MAX_LINE_BYTES
fld public final static no.abakus.logging.LoggingSetting MAX_TEXT_CHARS
fld public final static no.abakus.logging.LoggingSetting OUTPUT
fld public final static no.abakus.logging.LoggingSetting PROCESSORS
fld public final static no.abakus.logging.LoggingSetting RATE_LIMIT
fld public final static no.abakus.logging.LoggingSetting REDACTION
fld public final static no.abakus.logging.LoggingSetting REDACTION_CARDS
fld public final static no.abakus.logging.LoggingSetting REDACTION_CREDENTIALS
fld public final static no.abakus.logging.LoggingSetting REDACTION_EMAILS
fld public final static no.abakus.logging.LoggingSetting REDACTION_KEYS
fld public final static no.abakus.logging.LoggingSetting REDACTION_NATIONAL_IDS
fld public final static no.abakus.logging.LoggingSetting REDACTION_OPEN_KEYS
fld public final static no.abakus.logging.LoggingSetting REDACTION_SECRET_FORMS
fld public final static no.abakus.logging.LoggingSetting REDACTION_SECRET_KEYS
fld public final static no.abakus.logging.LoggingSetting REDACTION_TOKENS
fld public final static no.abakus.logging.LoggingSetting RENAME
fld public final static no.abakus.logging.LoggingSetting REQUEST_EVENTS
fld public final static no.abakus.logging.LoggingSetting REQUEST_LEVEL_USERS
fld public final static no.abakus.logging.LoggingSetting SAMPLE
fld public final static no.abakus.logging.LoggingSetting STATIC_FIELDS
fld public final static no.abakus.logging.LoggingSetting SYSTEM
fld public final static no.abakus.logging.LoggingSetting TRUST_FORWARDED_FOR
fld public final static no.abakus.logging.LoggingSetting VERSION
fld public final static no.abakus.logging.LoggingSetting WHEN_BLOCKED
innr public final static !enum Type
meth public boolean isOn()
meth public int number()
meth public java.lang.String defaultValue()
meth public java.lang.String environmentVariable()
meth public java.lang.String key()
meth public java.lang.String meaning()
meth public java.lang.String problem()
meth public java.lang.String text()
meth public java.util.List<java.lang.String> choices()
meth public java.util.List<java.lang.String> list()
meth public no.abakus.logging.LoggingSetting$Type type()
meth public static no.abakus.logging.LoggingSetting valueOf(java.lang.String)
meth public static no.abakus.logging.LoggingSetting[] values()
supr java.lang.Enum<no.abakus.logging.LoggingSetting>
hfds choices,defaultValue,key,meaning,type

CLSS public final static !enum no.abakus.logging.LoggingSetting$Type
 outer no.abakus.logging.LoggingSetting
fld public final static no.abakus.logging.LoggingSetting$Type CHOICE
fld public final static no.abakus.logging.LoggingSetting$Type FORMS
fld public final static no.abakus.logging.LoggingSetting$Type LIST
fld public final static no.abakus.logging.LoggingSetting$Type NUMBER
fld public final static no.abakus.logging.LoggingSetting$Type SWITCH
fld public final static no.abakus.logging.LoggingSetting$Type TEXT
meth public static no.abakus.logging.LoggingSetting$Type valueOf(java.lang.String)
meth public static no.abakus.logging.LoggingSetting$Type[] values()
supr java.lang.Enum<no.abakus.logging.LoggingSetting$Type>

CLSS public final no.abakus.logging.PlainLines
meth public static boolean areNeeded()
meth public static void eventsAreWritten()
meth public static void warnIfNeeded()
supr java.lang.Object
hfds LONGEST_VALUE,needed

CLSS public final no.abakus.logging.Redaction
fld public final static java.lang.String REDACTED = "[redacted]"
innr public final static !enum Concern
meth public !varargs no.abakus.logging.Redaction without(no.abakus.logging.Redaction$Concern[])
meth public boolean isId(java.lang.String,java.lang.Object)
meth public boolean isOff()
meth public boolean isSecret(java.lang.String)
meth public boolean isSecretNumber(java.lang.Number)
meth public java.lang.Object value(java.lang.String,java.lang.Object)
meth public java.lang.Object value(java.lang.String,java.lang.Object,int)
meth public java.lang.String text(java.lang.String)
meth public java.lang.String text(java.lang.String,int)
meth public java.lang.String toString()
meth public no.abakus.logging.Redaction withOpenKeys(java.util.Collection<java.lang.String>)
meth public no.abakus.logging.Redaction withSecretForms(java.util.Collection<java.lang.String>)
meth public no.abakus.logging.Redaction withSecretKeys(java.util.Collection<java.lang.String>)
meth public static no.abakus.logging.Redaction active()
meth public static no.abakus.logging.Redaction none()
meth public static no.abakus.logging.Redaction standard()
supr java.lang.Object
hfds concerns,forms,keys,scanner
hcls Active

CLSS public final static !enum no.abakus.logging.Redaction$Concern
 outer no.abakus.logging.Redaction
fld public final static no.abakus.logging.Redaction$Concern CARDS
fld public final static no.abakus.logging.Redaction$Concern CREDENTIALS
fld public final static no.abakus.logging.Redaction$Concern EMAILS
fld public final static no.abakus.logging.Redaction$Concern KEYS
fld public final static no.abakus.logging.Redaction$Concern NATIONAL_IDS
fld public final static no.abakus.logging.Redaction$Concern TOKENS
meth public static no.abakus.logging.Redaction$Concern valueOf(java.lang.String)
meth public static no.abakus.logging.Redaction$Concern[] values()
supr java.lang.Enum<no.abakus.logging.Redaction$Concern>

CLSS public final no.abakus.logging.RequestLevel
fld public final static java.lang.String HEADER = "X-Log-Level"
meth public static void bind(java.lang.String,java.lang.String)
supr java.lang.Object
hfds KEY,POSSIBLE

CLSS public abstract interface !annotation no.abakus.logging.Sensitive
 anno 0 java.lang.annotation.Documented()
 anno 0 java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy value=RUNTIME)
 anno 0 java.lang.annotation.Target(java.lang.annotation.ElementType[] value=[TYPE, RECORD_COMPONENT])
intf java.lang.annotation.Annotation

CLSS public final no.abakus.logging.Sensitivity
innr public final static !enum Kind
meth public static java.util.Map<java.lang.String,java.lang.Object> components(java.lang.Object)
meth public static no.abakus.logging.Sensitivity$Kind of(java.lang.Class<?>)
supr java.lang.Object
hfds KINDS

CLSS public final static !enum no.abakus.logging.Sensitivity$Kind
 outer no.abakus.logging.Sensitivity
fld public final static no.abakus.logging.Sensitivity$Kind NONE
fld public final static no.abakus.logging.Sensitivity$Kind PARTS
fld public final static no.abakus.logging.Sensitivity$Kind WHOLE
meth public static no.abakus.logging.Sensitivity$Kind valueOf(java.lang.String)
meth public static no.abakus.logging.Sensitivity$Kind[] values()
supr java.lang.Enum<no.abakus.logging.Sensitivity$Kind>

CLSS public final no.abakus.logging.Severity
meth public static java.util.logging.Level of(java.lang.String)
supr java.util.logging.Level
hfds CRITICAL,FATAL

CLSS abstract interface no.abakus.logging.package-info

