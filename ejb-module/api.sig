#Signature file v4.1
#Version 1.0

CLSS public abstract interface !annotation jakarta.inject.Qualifier
 anno 0 java.lang.annotation.Documented()
 anno 0 java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy value=RUNTIME)
 anno 0 java.lang.annotation.Target(java.lang.annotation.ElementType[] value=[ANNOTATION_TYPE])
intf java.lang.annotation.Annotation

CLSS public abstract interface !annotation jakarta.interceptor.InterceptorBinding
 anno 0 java.lang.annotation.Documented()
 anno 0 java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy value=RUNTIME)
 anno 0 java.lang.annotation.Target(java.lang.annotation.ElementType[] value=[ANNOTATION_TYPE])
intf java.lang.annotation.Annotation

CLSS public abstract interface java.io.Serializable

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

CLSS public java.lang.Exception
cons protected init(java.lang.String,java.lang.Throwable,boolean,boolean)
cons public init()
cons public init(java.lang.String)
cons public init(java.lang.String,java.lang.Throwable)
cons public init(java.lang.Throwable)
supr java.lang.Throwable
hfds serialVersionUID

CLSS public abstract interface !annotation java.lang.FunctionalInterface
 anno 0 java.lang.annotation.Documented()
 anno 0 java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy value=RUNTIME)
 anno 0 java.lang.annotation.Target(java.lang.annotation.ElementType[] value=[TYPE])
intf java.lang.annotation.Annotation

CLSS public java.lang.IllegalArgumentException
cons public init()
cons public init(java.lang.String)
cons public init(java.lang.String,java.lang.Throwable)
cons public init(java.lang.Throwable)
supr java.lang.RuntimeException
hfds serialVersionUID

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

CLSS public abstract java.lang.Record
cons protected init()
meth public abstract boolean equals(java.lang.Object)
meth public abstract int hashCode()
meth public abstract java.lang.String toString()
supr java.lang.Object

CLSS public java.lang.RuntimeException
cons protected init(java.lang.String,java.lang.Throwable,boolean,boolean)
cons public init()
cons public init(java.lang.String)
cons public init(java.lang.String,java.lang.Throwable)
cons public init(java.lang.Throwable)
supr java.lang.Exception
hfds serialVersionUID

CLSS public java.lang.Throwable
cons protected init(java.lang.String,java.lang.Throwable,boolean,boolean)
cons public init()
cons public init(java.lang.String)
cons public init(java.lang.String,java.lang.Throwable)
cons public init(java.lang.Throwable)
intf java.io.Serializable
meth public final java.lang.Throwable[] getSuppressed()
meth public final void addSuppressed(java.lang.Throwable)
meth public java.lang.StackTraceElement[] getStackTrace()
meth public java.lang.String getLocalizedMessage()
meth public java.lang.String getMessage()
meth public java.lang.String toString()
meth public java.lang.Throwable fillInStackTrace()
meth public java.lang.Throwable getCause()
meth public java.lang.Throwable initCause(java.lang.Throwable)
meth public void printStackTrace()
meth public void printStackTrace(java.io.PrintStream)
meth public void printStackTrace(java.io.PrintWriter)
meth public void setStackTrace(java.lang.StackTraceElement[])
supr java.lang.Object
hfds CAUSE_CAPTION,EMPTY_THROWABLE_ARRAY,NULL_CAUSE_MESSAGE,SELF_SUPPRESSION_MESSAGE,SUPPRESSED_CAPTION,SUPPRESSED_SENTINEL,UNASSIGNED_STACK,backtrace,cause,depth,detailMessage,serialVersionUID,stackTrace,suppressedExceptions
hcls PrintStreamOrWriter,SentinelHolder,WrappedPrintStream,WrappedPrintWriter

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

CLSS public abstract interface !annotation no.abakus.tasks.AbakusTask
 anno 0 jakarta.interceptor.InterceptorBinding()
 anno 0 java.lang.annotation.Documented()
 anno 0 java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy value=RUNTIME)
 anno 0 java.lang.annotation.Target(java.lang.annotation.ElementType[] value=[METHOD, TYPE])
fld public final static java.lang.String UNSET = ""
intf java.lang.annotation.Annotation
meth public abstract !hasdefault boolean ignoreResult()
meth public abstract !hasdefault boolean keepFailed()
meth public abstract !hasdefault boolean rejectOnWorkerLost()
meth public abstract !hasdefault boolean requeueOnConnectionFailure()
meth public abstract !hasdefault boolean retryBackoff()
meth public abstract !hasdefault boolean retryJitter()
meth public abstract !hasdefault boolean storeErrorsEvenIfIgnored()
meth public abstract !hasdefault boolean trackStarted()
meth public abstract !hasdefault boolean trail()
meth public abstract !hasdefault boolean typing()
meth public abstract !hasdefault int maxDeliveries()
meth public abstract !hasdefault int maxRetries()
meth public abstract !hasdefault int priority()
meth public abstract !hasdefault int rateLimitBurst()
meth public abstract !hasdefault java.lang.Class<? extends java.lang.Throwable>[] autoretryFor()
meth public abstract !hasdefault java.lang.Class<? extends java.lang.Throwable>[] dontAutoretryFor()
meth public abstract !hasdefault java.lang.Class<? extends java.lang.Throwable>[] throwsExpected()
meth public abstract !hasdefault java.lang.String compression()
meth public abstract !hasdefault java.lang.String expires()
meth public abstract !hasdefault java.lang.String name()
meth public abstract !hasdefault java.lang.String queue()
meth public abstract !hasdefault java.lang.String rateLimit()
meth public abstract !hasdefault java.lang.String rateLimitKey()
meth public abstract !hasdefault java.lang.String resultRetention()
meth public abstract !hasdefault java.lang.String retryBackoffFactor()
meth public abstract !hasdefault java.lang.String retryBackoffMax()
meth public abstract !hasdefault java.lang.String retryDelay()
meth public abstract !hasdefault java.lang.String serializer()
meth public abstract !hasdefault java.lang.String softTimeLimit()
meth public abstract !hasdefault java.lang.String timeLimit()
meth public abstract !hasdefault no.abakus.tasks.Acks acks()
meth public abstract !hasdefault no.abakus.tasks.RateLimitScope rateLimitScope()

CLSS public final !enum no.abakus.tasks.Acks
fld public final static no.abakus.tasks.Acks EARLY
fld public final static no.abakus.tasks.Acks LATE
fld public final static no.abakus.tasks.Acks TRANSACTED
meth public static no.abakus.tasks.Acks valueOf(java.lang.String)
meth public static no.abakus.tasks.Acks[] values()
supr java.lang.Enum<no.abakus.tasks.Acks>

CLSS public abstract interface no.abakus.tasks.AsyncResult<%0 extends java.lang.Object>
meth public abstract boolean forget()
meth public abstract java.lang.String id()
meth public abstract java.lang.String task()
meth public abstract java.util.List<no.abakus.tasks.AsyncResult<?>> collect(java.time.Duration)
meth public abstract java.util.List<no.abakus.tasks.AsyncResult<java.lang.Object>> children()
meth public abstract java.util.List<no.abakus.tasks.TaskAttempt> attempts()
meth public abstract java.util.Optional<no.abakus.tasks.AsyncResult<java.lang.Object>> parent()
meth public abstract java.util.Optional<no.abakus.tasks.TaskFailure> failure()
meth public abstract java.util.concurrent.CompletionStage<{no.abakus.tasks.AsyncResult%0}> toCompletionStage()
meth public abstract no.abakus.tasks.AsyncResult<java.lang.Object> root()
meth public abstract no.abakus.tasks.AsyncResult<{no.abakus.tasks.AsyncResult%0}> allowJoin()
meth public abstract no.abakus.tasks.RevokeOutcome revoke(boolean)
meth public abstract no.abakus.tasks.TaskState state()
meth public abstract {no.abakus.tasks.AsyncResult%0} get(java.time.Duration,boolean)
meth public abstract {no.abakus.tasks.AsyncResult%0} result()
meth public boolean failed()
meth public boolean ready()
meth public boolean successful()
meth public no.abakus.tasks.AsyncResult<{no.abakus.tasks.AsyncResult%0}> then(java.util.function.BiConsumer<? super {no.abakus.tasks.AsyncResult%0},? super java.lang.Throwable>)
meth public no.abakus.tasks.RevokeOutcome revoke()
meth public {no.abakus.tasks.AsyncResult%0} get(java.time.Duration)

CLSS public abstract interface no.abakus.tasks.BrokerConnection

CLSS public abstract interface no.abakus.tasks.CallByMethod
meth public <%0 extends java.lang.Object, %1 extends java.lang.Object, %2 extends java.lang.Object, %3 extends java.lang.Object, %4 extends java.lang.Object, %5 extends java.lang.Object, %6 extends java.lang.Object, %7 extends java.lang.Object, %8 extends java.lang.Object, %9 extends java.lang.Object> no.abakus.tasks.TaskCall<{%%9}> call(no.abakus.tasks.TaskMethod$F8<{%%0},{%%1},{%%2},{%%3},{%%4},{%%5},{%%6},{%%7},{%%8},{%%9}>,{%%1},{%%2},{%%3},{%%4},{%%5},{%%6},{%%7},{%%8})
meth public <%0 extends java.lang.Object, %1 extends java.lang.Object, %2 extends java.lang.Object, %3 extends java.lang.Object, %4 extends java.lang.Object, %5 extends java.lang.Object, %6 extends java.lang.Object, %7 extends java.lang.Object, %8 extends java.lang.Object> no.abakus.tasks.TaskCall<java.lang.Void> call(no.abakus.tasks.TaskMethod$P8<{%%0},{%%1},{%%2},{%%3},{%%4},{%%5},{%%6},{%%7},{%%8}>,{%%1},{%%2},{%%3},{%%4},{%%5},{%%6},{%%7},{%%8})
meth public <%0 extends java.lang.Object, %1 extends java.lang.Object, %2 extends java.lang.Object, %3 extends java.lang.Object, %4 extends java.lang.Object, %5 extends java.lang.Object, %6 extends java.lang.Object, %7 extends java.lang.Object, %8 extends java.lang.Object> no.abakus.tasks.TaskCall<{%%8}> call(no.abakus.tasks.TaskMethod$F7<{%%0},{%%1},{%%2},{%%3},{%%4},{%%5},{%%6},{%%7},{%%8}>,{%%1},{%%2},{%%3},{%%4},{%%5},{%%6},{%%7})
meth public <%0 extends java.lang.Object, %1 extends java.lang.Object, %2 extends java.lang.Object, %3 extends java.lang.Object, %4 extends java.lang.Object, %5 extends java.lang.Object, %6 extends java.lang.Object, %7 extends java.lang.Object> no.abakus.tasks.TaskCall<java.lang.Void> call(no.abakus.tasks.TaskMethod$P7<{%%0},{%%1},{%%2},{%%3},{%%4},{%%5},{%%6},{%%7}>,{%%1},{%%2},{%%3},{%%4},{%%5},{%%6},{%%7})
meth public <%0 extends java.lang.Object, %1 extends java.lang.Object, %2 extends java.lang.Object, %3 extends java.lang.Object, %4 extends java.lang.Object, %5 extends java.lang.Object, %6 extends java.lang.Object, %7 extends java.lang.Object> no.abakus.tasks.TaskCall<{%%7}> call(no.abakus.tasks.TaskMethod$F6<{%%0},{%%1},{%%2},{%%3},{%%4},{%%5},{%%6},{%%7}>,{%%1},{%%2},{%%3},{%%4},{%%5},{%%6})
meth public <%0 extends java.lang.Object, %1 extends java.lang.Object, %2 extends java.lang.Object, %3 extends java.lang.Object, %4 extends java.lang.Object, %5 extends java.lang.Object, %6 extends java.lang.Object> no.abakus.tasks.TaskCall<java.lang.Void> call(no.abakus.tasks.TaskMethod$P6<{%%0},{%%1},{%%2},{%%3},{%%4},{%%5},{%%6}>,{%%1},{%%2},{%%3},{%%4},{%%5},{%%6})
meth public <%0 extends java.lang.Object, %1 extends java.lang.Object, %2 extends java.lang.Object, %3 extends java.lang.Object, %4 extends java.lang.Object, %5 extends java.lang.Object, %6 extends java.lang.Object> no.abakus.tasks.TaskCall<{%%6}> call(no.abakus.tasks.TaskMethod$F5<{%%0},{%%1},{%%2},{%%3},{%%4},{%%5},{%%6}>,{%%1},{%%2},{%%3},{%%4},{%%5})
meth public <%0 extends java.lang.Object, %1 extends java.lang.Object, %2 extends java.lang.Object, %3 extends java.lang.Object, %4 extends java.lang.Object, %5 extends java.lang.Object> no.abakus.tasks.TaskCall<java.lang.Void> call(no.abakus.tasks.TaskMethod$P5<{%%0},{%%1},{%%2},{%%3},{%%4},{%%5}>,{%%1},{%%2},{%%3},{%%4},{%%5})
meth public <%0 extends java.lang.Object, %1 extends java.lang.Object, %2 extends java.lang.Object, %3 extends java.lang.Object, %4 extends java.lang.Object, %5 extends java.lang.Object> no.abakus.tasks.TaskCall<{%%5}> call(no.abakus.tasks.TaskMethod$F4<{%%0},{%%1},{%%2},{%%3},{%%4},{%%5}>,{%%1},{%%2},{%%3},{%%4})
meth public <%0 extends java.lang.Object, %1 extends java.lang.Object, %2 extends java.lang.Object, %3 extends java.lang.Object, %4 extends java.lang.Object> no.abakus.tasks.TaskCall<java.lang.Void> call(no.abakus.tasks.TaskMethod$P4<{%%0},{%%1},{%%2},{%%3},{%%4}>,{%%1},{%%2},{%%3},{%%4})
meth public <%0 extends java.lang.Object, %1 extends java.lang.Object, %2 extends java.lang.Object, %3 extends java.lang.Object, %4 extends java.lang.Object> no.abakus.tasks.TaskCall<{%%4}> call(no.abakus.tasks.TaskMethod$F3<{%%0},{%%1},{%%2},{%%3},{%%4}>,{%%1},{%%2},{%%3})
meth public <%0 extends java.lang.Object, %1 extends java.lang.Object, %2 extends java.lang.Object, %3 extends java.lang.Object> no.abakus.tasks.TaskCall<java.lang.Void> call(no.abakus.tasks.TaskMethod$P3<{%%0},{%%1},{%%2},{%%3}>,{%%1},{%%2},{%%3})
meth public <%0 extends java.lang.Object, %1 extends java.lang.Object, %2 extends java.lang.Object, %3 extends java.lang.Object> no.abakus.tasks.TaskCall<{%%3}> call(no.abakus.tasks.TaskMethod$F2<{%%0},{%%1},{%%2},{%%3}>,{%%1},{%%2})
meth public <%0 extends java.lang.Object, %1 extends java.lang.Object, %2 extends java.lang.Object> no.abakus.tasks.TaskCall<java.lang.Void> call(no.abakus.tasks.TaskMethod$P2<{%%0},{%%1},{%%2}>,{%%1},{%%2})
meth public <%0 extends java.lang.Object, %1 extends java.lang.Object, %2 extends java.lang.Object> no.abakus.tasks.TaskCall<{%%2}> call(no.abakus.tasks.TaskMethod$F1<{%%0},{%%1},{%%2}>,{%%1})
meth public <%0 extends java.lang.Object, %1 extends java.lang.Object> no.abakus.tasks.TaskCall<java.lang.Void> call(no.abakus.tasks.TaskMethod$P1<{%%0},{%%1}>,{%%1})
meth public <%0 extends java.lang.Object, %1 extends java.lang.Object> no.abakus.tasks.TaskCall<{%%1}> call(no.abakus.tasks.TaskMethod$F0<{%%0},{%%1}>)
meth public <%0 extends java.lang.Object> no.abakus.tasks.TaskCall<java.lang.Void> call(no.abakus.tasks.TaskMethod$P0<{%%0}>)
meth public abstract !varargs <%0 extends java.lang.Object> no.abakus.tasks.TaskCall<{%%0}> call(no.abakus.tasks.TaskMethod<{%%0}>,java.lang.Object[])

CLSS public abstract interface no.abakus.tasks.DelayByMethod
meth public <%0 extends java.lang.Object, %1 extends java.lang.Object, %2 extends java.lang.Object, %3 extends java.lang.Object, %4 extends java.lang.Object, %5 extends java.lang.Object, %6 extends java.lang.Object, %7 extends java.lang.Object, %8 extends java.lang.Object, %9 extends java.lang.Object> no.abakus.tasks.AsyncResult<{%%9}> delay(no.abakus.tasks.TaskMethod$F8<{%%0},{%%1},{%%2},{%%3},{%%4},{%%5},{%%6},{%%7},{%%8},{%%9}>,{%%1},{%%2},{%%3},{%%4},{%%5},{%%6},{%%7},{%%8})
meth public <%0 extends java.lang.Object, %1 extends java.lang.Object, %2 extends java.lang.Object, %3 extends java.lang.Object, %4 extends java.lang.Object, %5 extends java.lang.Object, %6 extends java.lang.Object, %7 extends java.lang.Object, %8 extends java.lang.Object> no.abakus.tasks.AsyncResult<java.lang.Void> delay(no.abakus.tasks.TaskMethod$P8<{%%0},{%%1},{%%2},{%%3},{%%4},{%%5},{%%6},{%%7},{%%8}>,{%%1},{%%2},{%%3},{%%4},{%%5},{%%6},{%%7},{%%8})
meth public <%0 extends java.lang.Object, %1 extends java.lang.Object, %2 extends java.lang.Object, %3 extends java.lang.Object, %4 extends java.lang.Object, %5 extends java.lang.Object, %6 extends java.lang.Object, %7 extends java.lang.Object, %8 extends java.lang.Object> no.abakus.tasks.AsyncResult<{%%8}> delay(no.abakus.tasks.TaskMethod$F7<{%%0},{%%1},{%%2},{%%3},{%%4},{%%5},{%%6},{%%7},{%%8}>,{%%1},{%%2},{%%3},{%%4},{%%5},{%%6},{%%7})
meth public <%0 extends java.lang.Object, %1 extends java.lang.Object, %2 extends java.lang.Object, %3 extends java.lang.Object, %4 extends java.lang.Object, %5 extends java.lang.Object, %6 extends java.lang.Object, %7 extends java.lang.Object> no.abakus.tasks.AsyncResult<java.lang.Void> delay(no.abakus.tasks.TaskMethod$P7<{%%0},{%%1},{%%2},{%%3},{%%4},{%%5},{%%6},{%%7}>,{%%1},{%%2},{%%3},{%%4},{%%5},{%%6},{%%7})
meth public <%0 extends java.lang.Object, %1 extends java.lang.Object, %2 extends java.lang.Object, %3 extends java.lang.Object, %4 extends java.lang.Object, %5 extends java.lang.Object, %6 extends java.lang.Object, %7 extends java.lang.Object> no.abakus.tasks.AsyncResult<{%%7}> delay(no.abakus.tasks.TaskMethod$F6<{%%0},{%%1},{%%2},{%%3},{%%4},{%%5},{%%6},{%%7}>,{%%1},{%%2},{%%3},{%%4},{%%5},{%%6})
meth public <%0 extends java.lang.Object, %1 extends java.lang.Object, %2 extends java.lang.Object, %3 extends java.lang.Object, %4 extends java.lang.Object, %5 extends java.lang.Object, %6 extends java.lang.Object> no.abakus.tasks.AsyncResult<java.lang.Void> delay(no.abakus.tasks.TaskMethod$P6<{%%0},{%%1},{%%2},{%%3},{%%4},{%%5},{%%6}>,{%%1},{%%2},{%%3},{%%4},{%%5},{%%6})
meth public <%0 extends java.lang.Object, %1 extends java.lang.Object, %2 extends java.lang.Object, %3 extends java.lang.Object, %4 extends java.lang.Object, %5 extends java.lang.Object, %6 extends java.lang.Object> no.abakus.tasks.AsyncResult<{%%6}> delay(no.abakus.tasks.TaskMethod$F5<{%%0},{%%1},{%%2},{%%3},{%%4},{%%5},{%%6}>,{%%1},{%%2},{%%3},{%%4},{%%5})
meth public <%0 extends java.lang.Object, %1 extends java.lang.Object, %2 extends java.lang.Object, %3 extends java.lang.Object, %4 extends java.lang.Object, %5 extends java.lang.Object> no.abakus.tasks.AsyncResult<java.lang.Void> delay(no.abakus.tasks.TaskMethod$P5<{%%0},{%%1},{%%2},{%%3},{%%4},{%%5}>,{%%1},{%%2},{%%3},{%%4},{%%5})
meth public <%0 extends java.lang.Object, %1 extends java.lang.Object, %2 extends java.lang.Object, %3 extends java.lang.Object, %4 extends java.lang.Object, %5 extends java.lang.Object> no.abakus.tasks.AsyncResult<{%%5}> delay(no.abakus.tasks.TaskMethod$F4<{%%0},{%%1},{%%2},{%%3},{%%4},{%%5}>,{%%1},{%%2},{%%3},{%%4})
meth public <%0 extends java.lang.Object, %1 extends java.lang.Object, %2 extends java.lang.Object, %3 extends java.lang.Object, %4 extends java.lang.Object> no.abakus.tasks.AsyncResult<java.lang.Void> delay(no.abakus.tasks.TaskMethod$P4<{%%0},{%%1},{%%2},{%%3},{%%4}>,{%%1},{%%2},{%%3},{%%4})
meth public <%0 extends java.lang.Object, %1 extends java.lang.Object, %2 extends java.lang.Object, %3 extends java.lang.Object, %4 extends java.lang.Object> no.abakus.tasks.AsyncResult<{%%4}> delay(no.abakus.tasks.TaskMethod$F3<{%%0},{%%1},{%%2},{%%3},{%%4}>,{%%1},{%%2},{%%3})
meth public <%0 extends java.lang.Object, %1 extends java.lang.Object, %2 extends java.lang.Object, %3 extends java.lang.Object> no.abakus.tasks.AsyncResult<java.lang.Void> delay(no.abakus.tasks.TaskMethod$P3<{%%0},{%%1},{%%2},{%%3}>,{%%1},{%%2},{%%3})
meth public <%0 extends java.lang.Object, %1 extends java.lang.Object, %2 extends java.lang.Object, %3 extends java.lang.Object> no.abakus.tasks.AsyncResult<{%%3}> delay(no.abakus.tasks.TaskMethod$F2<{%%0},{%%1},{%%2},{%%3}>,{%%1},{%%2})
meth public <%0 extends java.lang.Object, %1 extends java.lang.Object, %2 extends java.lang.Object> no.abakus.tasks.AsyncResult<java.lang.Void> delay(no.abakus.tasks.TaskMethod$P2<{%%0},{%%1},{%%2}>,{%%1},{%%2})
meth public <%0 extends java.lang.Object, %1 extends java.lang.Object, %2 extends java.lang.Object> no.abakus.tasks.AsyncResult<{%%2}> delay(no.abakus.tasks.TaskMethod$F1<{%%0},{%%1},{%%2}>,{%%1})
meth public <%0 extends java.lang.Object, %1 extends java.lang.Object> no.abakus.tasks.AsyncResult<java.lang.Void> delay(no.abakus.tasks.TaskMethod$P1<{%%0},{%%1}>,{%%1})
meth public <%0 extends java.lang.Object, %1 extends java.lang.Object> no.abakus.tasks.AsyncResult<{%%1}> delay(no.abakus.tasks.TaskMethod$F0<{%%0},{%%1}>)
meth public <%0 extends java.lang.Object> no.abakus.tasks.AsyncResult<java.lang.Void> delay(no.abakus.tasks.TaskMethod$P0<{%%0}>)
meth public abstract !varargs <%0 extends java.lang.Object> no.abakus.tasks.AsyncResult<{%%0}> delay(no.abakus.tasks.TaskMethod<{%%0}>,java.lang.Object[])

CLSS public final !enum no.abakus.tasks.DeliveryMode
fld public final static no.abakus.tasks.DeliveryMode PERSISTENT
fld public final static no.abakus.tasks.DeliveryMode TRANSIENT
meth public static no.abakus.tasks.DeliveryMode valueOf(java.lang.String)
meth public static no.abakus.tasks.DeliveryMode[] values()
supr java.lang.Enum<no.abakus.tasks.DeliveryMode>

CLSS public abstract interface no.abakus.tasks.Expiry
innr public final static After
innr public final static At
meth public static no.abakus.tasks.Expiry after(java.time.Duration)
meth public static no.abakus.tasks.Expiry at(java.time.Instant)

CLSS public final static no.abakus.tasks.Expiry$After
 outer no.abakus.tasks.Expiry
cons public init(java.time.Duration)
intf no.abakus.tasks.Expiry
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.time.Duration span()
supr java.lang.Record
hfds span

CLSS public final static no.abakus.tasks.Expiry$At
 outer no.abakus.tasks.Expiry
cons public init(java.time.Instant)
intf no.abakus.tasks.Expiry
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.time.Instant instant()
supr java.lang.Record
hfds instant

CLSS public final no.abakus.tasks.FailedTask
cons public init(java.lang.String,java.lang.String,no.abakus.tasks.TaskState,no.abakus.tasks.TaskFailure,int,java.lang.String,java.util.Optional<java.lang.String>,java.util.Map<java.lang.String,java.lang.Object>)
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public int retries()
meth public java.lang.String id()
meth public java.lang.String rootId()
meth public java.lang.String task()
meth public java.util.Map<java.lang.String,java.lang.Object> context()
meth public java.util.Optional<java.lang.String> parentId()
meth public no.abakus.tasks.TaskFailure exception()
meth public no.abakus.tasks.TaskState state()
supr java.lang.Record
hfds context,exception,id,parentId,retries,rootId,state,task

CLSS public final no.abakus.tasks.Ignore
cons public init()
cons public init(java.lang.String)
supr java.lang.RuntimeException

CLSS public final no.abakus.tasks.MaxRetriesExceededException
cons public init(java.lang.String)
cons public init(java.lang.String,java.lang.Throwable)
supr no.abakus.tasks.TaskException

CLSS public abstract interface !annotation no.abakus.tasks.OfTask
 anno 0 jakarta.inject.Qualifier()
 anno 0 java.lang.annotation.Documented()
 anno 0 java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy value=RUNTIME)
 anno 0 java.lang.annotation.Target(java.lang.annotation.ElementType[] value=[PARAMETER])
intf java.lang.annotation.Annotation
meth public abstract java.lang.String value()

CLSS public final no.abakus.tasks.OperationalException
cons public init(java.lang.String)
cons public init(java.lang.String,java.lang.Throwable)
supr no.abakus.tasks.TaskException

CLSS public final !enum no.abakus.tasks.RateLimitScope
fld public final static no.abakus.tasks.RateLimitScope CLUSTER
fld public final static no.abakus.tasks.RateLimitScope NODE
meth public static no.abakus.tasks.RateLimitScope valueOf(java.lang.String)
meth public static no.abakus.tasks.RateLimitScope[] values()
supr java.lang.Enum<no.abakus.tasks.RateLimitScope>

CLSS public final no.abakus.tasks.Reject
cons public init(java.lang.String)
cons public init(java.lang.String,boolean)
meth public boolean requeue()
supr java.lang.RuntimeException
hfds requeue

CLSS public final no.abakus.tasks.ResultTimeoutException
cons public init(java.lang.String)
cons public init(java.lang.String,java.lang.Throwable)
supr no.abakus.tasks.TaskException

CLSS public final no.abakus.tasks.Retry
cons public init(java.time.Duration,java.lang.Throwable)
meth public java.util.Optional<java.time.Duration> countdown()
meth public java.util.OptionalInt maxRetries()
meth public no.abakus.tasks.Retry atMost(int)
supr java.lang.RuntimeException
hfds countdown,maxRetries

CLSS public final no.abakus.tasks.RetryPolicy
cons public init(int,java.time.Duration,java.time.Duration,java.time.Duration,java.time.Duration)
fld public final static int UNLIMITED = -1
fld public final static no.abakus.tasks.RetryPolicy DEFAULT
fld public final static no.abakus.tasks.RetryPolicy NEVER
meth public boolean allows(int)
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public int maxRetries()
meth public java.time.Duration intervalMax()
meth public java.time.Duration intervalStart()
meth public java.time.Duration intervalStep()
meth public java.time.Duration timeout()
meth public java.time.Duration waitAfter(int)
meth public no.abakus.tasks.RetryPolicy withIntervals(java.time.Duration,java.time.Duration,java.time.Duration)
meth public no.abakus.tasks.RetryPolicy withMaxRetries(int)
meth public no.abakus.tasks.RetryPolicy withTimeout(java.time.Duration)
supr java.lang.Record
hfds LONGEST,intervalMax,intervalStart,intervalStep,maxRetries,timeout

CLSS public final !enum no.abakus.tasks.RevokeOutcome
fld public final static no.abakus.tasks.RevokeOutcome ALREADY_DONE
fld public final static no.abakus.tasks.RevokeOutcome CANCELLING
fld public final static no.abakus.tasks.RevokeOutcome FLAGGED
fld public final static no.abakus.tasks.RevokeOutcome REMOVED
meth public java.lang.String code()
meth public static no.abakus.tasks.RevokeOutcome valueOf(java.lang.String)
meth public static no.abakus.tasks.RevokeOutcome[] values()
supr java.lang.Enum<no.abakus.tasks.RevokeOutcome>

CLSS public abstract interface no.abakus.tasks.Signature
innr public abstract interface static Visitor
meth public abstract <%0 extends java.lang.Object> {%%0} accept(no.abakus.tasks.Signature$Visitor<{%%0}>)

CLSS public abstract interface static no.abakus.tasks.Signature$Visitor<%0 extends java.lang.Object>
 outer no.abakus.tasks.Signature
meth public abstract {no.abakus.tasks.Signature$Visitor%0} task(no.abakus.tasks.TaskSignature)

CLSS public abstract interface no.abakus.tasks.SignatureByMethod
meth public !varargs <%0 extends java.lang.Object, %1 extends java.lang.Object, %2 extends java.lang.Object, %3 extends java.lang.Object, %4 extends java.lang.Object, %5 extends java.lang.Object, %6 extends java.lang.Object, %7 extends java.lang.Object, %8 extends java.lang.Object, %9 extends java.lang.Object> no.abakus.tasks.TaskSignature signature(no.abakus.tasks.TaskMethod$F8<{%%0},{%%1},{%%2},{%%3},{%%4},{%%5},{%%6},{%%7},{%%8},{%%9}>,java.lang.Object[])
meth public !varargs <%0 extends java.lang.Object, %1 extends java.lang.Object, %2 extends java.lang.Object, %3 extends java.lang.Object, %4 extends java.lang.Object, %5 extends java.lang.Object, %6 extends java.lang.Object, %7 extends java.lang.Object, %8 extends java.lang.Object> no.abakus.tasks.TaskSignature signature(no.abakus.tasks.TaskMethod$F7<{%%0},{%%1},{%%2},{%%3},{%%4},{%%5},{%%6},{%%7},{%%8}>,java.lang.Object[])
meth public !varargs <%0 extends java.lang.Object, %1 extends java.lang.Object, %2 extends java.lang.Object, %3 extends java.lang.Object, %4 extends java.lang.Object, %5 extends java.lang.Object, %6 extends java.lang.Object, %7 extends java.lang.Object, %8 extends java.lang.Object> no.abakus.tasks.TaskSignature signature(no.abakus.tasks.TaskMethod$P8<{%%0},{%%1},{%%2},{%%3},{%%4},{%%5},{%%6},{%%7},{%%8}>,java.lang.Object[])
meth public !varargs <%0 extends java.lang.Object, %1 extends java.lang.Object, %2 extends java.lang.Object, %3 extends java.lang.Object, %4 extends java.lang.Object, %5 extends java.lang.Object, %6 extends java.lang.Object, %7 extends java.lang.Object> no.abakus.tasks.TaskSignature signature(no.abakus.tasks.TaskMethod$F6<{%%0},{%%1},{%%2},{%%3},{%%4},{%%5},{%%6},{%%7}>,java.lang.Object[])
meth public !varargs <%0 extends java.lang.Object, %1 extends java.lang.Object, %2 extends java.lang.Object, %3 extends java.lang.Object, %4 extends java.lang.Object, %5 extends java.lang.Object, %6 extends java.lang.Object, %7 extends java.lang.Object> no.abakus.tasks.TaskSignature signature(no.abakus.tasks.TaskMethod$P7<{%%0},{%%1},{%%2},{%%3},{%%4},{%%5},{%%6},{%%7}>,java.lang.Object[])
meth public !varargs <%0 extends java.lang.Object, %1 extends java.lang.Object, %2 extends java.lang.Object, %3 extends java.lang.Object, %4 extends java.lang.Object, %5 extends java.lang.Object, %6 extends java.lang.Object> no.abakus.tasks.TaskSignature signature(no.abakus.tasks.TaskMethod$F5<{%%0},{%%1},{%%2},{%%3},{%%4},{%%5},{%%6}>,java.lang.Object[])
meth public !varargs <%0 extends java.lang.Object, %1 extends java.lang.Object, %2 extends java.lang.Object, %3 extends java.lang.Object, %4 extends java.lang.Object, %5 extends java.lang.Object, %6 extends java.lang.Object> no.abakus.tasks.TaskSignature signature(no.abakus.tasks.TaskMethod$P6<{%%0},{%%1},{%%2},{%%3},{%%4},{%%5},{%%6}>,java.lang.Object[])
meth public !varargs <%0 extends java.lang.Object, %1 extends java.lang.Object, %2 extends java.lang.Object, %3 extends java.lang.Object, %4 extends java.lang.Object, %5 extends java.lang.Object> no.abakus.tasks.TaskSignature signature(no.abakus.tasks.TaskMethod$F4<{%%0},{%%1},{%%2},{%%3},{%%4},{%%5}>,java.lang.Object[])
meth public !varargs <%0 extends java.lang.Object, %1 extends java.lang.Object, %2 extends java.lang.Object, %3 extends java.lang.Object, %4 extends java.lang.Object, %5 extends java.lang.Object> no.abakus.tasks.TaskSignature signature(no.abakus.tasks.TaskMethod$P5<{%%0},{%%1},{%%2},{%%3},{%%4},{%%5}>,java.lang.Object[])
meth public !varargs <%0 extends java.lang.Object, %1 extends java.lang.Object, %2 extends java.lang.Object, %3 extends java.lang.Object, %4 extends java.lang.Object> no.abakus.tasks.TaskSignature signature(no.abakus.tasks.TaskMethod$F3<{%%0},{%%1},{%%2},{%%3},{%%4}>,java.lang.Object[])
meth public !varargs <%0 extends java.lang.Object, %1 extends java.lang.Object, %2 extends java.lang.Object, %3 extends java.lang.Object, %4 extends java.lang.Object> no.abakus.tasks.TaskSignature signature(no.abakus.tasks.TaskMethod$P4<{%%0},{%%1},{%%2},{%%3},{%%4}>,java.lang.Object[])
meth public !varargs <%0 extends java.lang.Object, %1 extends java.lang.Object, %2 extends java.lang.Object, %3 extends java.lang.Object> no.abakus.tasks.TaskSignature signature(no.abakus.tasks.TaskMethod$F2<{%%0},{%%1},{%%2},{%%3}>,java.lang.Object[])
meth public !varargs <%0 extends java.lang.Object, %1 extends java.lang.Object, %2 extends java.lang.Object, %3 extends java.lang.Object> no.abakus.tasks.TaskSignature signature(no.abakus.tasks.TaskMethod$P3<{%%0},{%%1},{%%2},{%%3}>,java.lang.Object[])
meth public !varargs <%0 extends java.lang.Object, %1 extends java.lang.Object, %2 extends java.lang.Object> no.abakus.tasks.TaskSignature signature(no.abakus.tasks.TaskMethod$F1<{%%0},{%%1},{%%2}>,java.lang.Object[])
meth public !varargs <%0 extends java.lang.Object, %1 extends java.lang.Object, %2 extends java.lang.Object> no.abakus.tasks.TaskSignature signature(no.abakus.tasks.TaskMethod$P2<{%%0},{%%1},{%%2}>,java.lang.Object[])
meth public !varargs <%0 extends java.lang.Object, %1 extends java.lang.Object> no.abakus.tasks.TaskSignature signature(no.abakus.tasks.TaskMethod$F0<{%%0},{%%1}>,java.lang.Object[])
meth public !varargs <%0 extends java.lang.Object, %1 extends java.lang.Object> no.abakus.tasks.TaskSignature signature(no.abakus.tasks.TaskMethod$P1<{%%0},{%%1}>,java.lang.Object[])
meth public !varargs <%0 extends java.lang.Object> no.abakus.tasks.TaskSignature signature(no.abakus.tasks.TaskMethod$P0<{%%0}>,java.lang.Object[])
meth public abstract !varargs no.abakus.tasks.TaskSignature signature(no.abakus.tasks.TaskMethod<?>,java.lang.Object[])

CLSS public final no.abakus.tasks.SoftTimeLimitExceeded
cons public init(java.lang.String,java.time.Duration)
cons public init(java.lang.String,java.time.Duration,java.lang.Throwable)
supr no.abakus.tasks.TaskException

CLSS public final no.abakus.tasks.TaskArgumentException
cons public init(java.lang.String)
cons public init(java.lang.String,java.lang.Throwable)
supr no.abakus.tasks.TaskException

CLSS public final no.abakus.tasks.TaskAttempt
cons public init(int,java.lang.String,java.time.Instant,java.time.Instant,java.time.Instant,java.util.Optional<no.abakus.tasks.TaskFailure>)
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public int retries()
meth public java.lang.String worker()
meth public java.time.Instant endedAt()
meth public java.time.Instant nextAt()
meth public java.time.Instant startedAt()
meth public java.util.Optional<no.abakus.tasks.TaskFailure> cause()
supr java.lang.Record
hfds cause,endedAt,nextAt,retries,startedAt,worker

CLSS public abstract interface no.abakus.tasks.TaskCall<%0 extends java.lang.Object>
meth public abstract !varargs no.abakus.tasks.TaskCall<{no.abakus.tasks.TaskCall%0}> args(java.lang.Object[])
meth public abstract !varargs no.abakus.tasks.TaskCall<{no.abakus.tasks.TaskCall%0}> link(no.abakus.tasks.Signature[])
meth public abstract !varargs no.abakus.tasks.TaskCall<{no.abakus.tasks.TaskCall%0}> linkError(no.abakus.tasks.Signature[])
meth public abstract no.abakus.tasks.AsyncResult<{no.abakus.tasks.TaskCall%0}> applyAsync()
meth public abstract no.abakus.tasks.AsyncResult<{no.abakus.tasks.TaskCall%0}> sendNow()
meth public abstract no.abakus.tasks.TaskCall<{no.abakus.tasks.TaskCall%0}> addToParent(boolean)
meth public abstract no.abakus.tasks.TaskCall<{no.abakus.tasks.TaskCall%0}> application(java.lang.String)
meth public abstract no.abakus.tasks.TaskCall<{no.abakus.tasks.TaskCall%0}> compression(java.lang.String)
meth public abstract no.abakus.tasks.TaskCall<{no.abakus.tasks.TaskCall%0}> connection(no.abakus.tasks.BrokerConnection)
meth public abstract no.abakus.tasks.TaskCall<{no.abakus.tasks.TaskCall%0}> correlationId(java.lang.String)
meth public abstract no.abakus.tasks.TaskCall<{no.abakus.tasks.TaskCall%0}> countdown(java.time.Duration)
meth public abstract no.abakus.tasks.TaskCall<{no.abakus.tasks.TaskCall%0}> deliveryMode(no.abakus.tasks.DeliveryMode)
meth public abstract no.abakus.tasks.TaskCall<{no.abakus.tasks.TaskCall%0}> eta(java.time.Instant)
meth public abstract no.abakus.tasks.TaskCall<{no.abakus.tasks.TaskCall%0}> exchange(java.lang.String)
meth public abstract no.abakus.tasks.TaskCall<{no.abakus.tasks.TaskCall%0}> expires(java.time.Duration)
meth public abstract no.abakus.tasks.TaskCall<{no.abakus.tasks.TaskCall%0}> expires(java.time.Instant)
meth public abstract no.abakus.tasks.TaskCall<{no.abakus.tasks.TaskCall%0}> group(java.lang.String)
meth public abstract no.abakus.tasks.TaskCall<{no.abakus.tasks.TaskCall%0}> headers(java.util.Map<java.lang.String,?>)
meth public abstract no.abakus.tasks.TaskCall<{no.abakus.tasks.TaskCall%0}> ignoreResult(boolean)
meth public abstract no.abakus.tasks.TaskCall<{no.abakus.tasks.TaskCall%0}> kwargs(java.util.Map<java.lang.String,?>)
meth public abstract no.abakus.tasks.TaskCall<{no.abakus.tasks.TaskCall%0}> options(no.abakus.tasks.TaskOptions)
meth public abstract no.abakus.tasks.TaskCall<{no.abakus.tasks.TaskCall%0}> priority(int)
meth public abstract no.abakus.tasks.TaskCall<{no.abakus.tasks.TaskCall%0}> queue(java.lang.String)
meth public abstract no.abakus.tasks.TaskCall<{no.abakus.tasks.TaskCall%0}> replyTo(java.lang.String)
meth public abstract no.abakus.tasks.TaskCall<{no.abakus.tasks.TaskCall%0}> retry(boolean)
meth public abstract no.abakus.tasks.TaskCall<{no.abakus.tasks.TaskCall%0}> retryPolicy(no.abakus.tasks.RetryPolicy)
meth public abstract no.abakus.tasks.TaskCall<{no.abakus.tasks.TaskCall%0}> routingKey(java.lang.String)
meth public abstract no.abakus.tasks.TaskCall<{no.abakus.tasks.TaskCall%0}> serializer(java.lang.String)
meth public abstract no.abakus.tasks.TaskCall<{no.abakus.tasks.TaskCall%0}> shadow(java.lang.String)
meth public abstract no.abakus.tasks.TaskCall<{no.abakus.tasks.TaskCall%0}> softTimeLimit(java.time.Duration)
meth public abstract no.abakus.tasks.TaskCall<{no.abakus.tasks.TaskCall%0}> taskId(java.lang.String)
meth public abstract no.abakus.tasks.TaskCall<{no.abakus.tasks.TaskCall%0}> timeLimit(java.time.Duration)
meth public abstract no.abakus.tasks.TaskCall<{no.abakus.tasks.TaskCall%0}> timeout(java.time.Duration)
meth public abstract no.abakus.tasks.TaskCall<{no.abakus.tasks.TaskCall%0}> without(no.abakus.tasks.TaskOption<?>)
meth public abstract no.abakus.tasks.TaskSignature signature()

CLSS public abstract no.abakus.tasks.TaskException
supr java.lang.RuntimeException

CLSS public final no.abakus.tasks.TaskFailedException
cons public init(java.lang.String,java.lang.String,no.abakus.tasks.TaskState,no.abakus.tasks.TaskFailure)
meth public java.lang.String taskId()
meth public java.util.Optional<no.abakus.tasks.TaskFailure> failure()
meth public no.abakus.tasks.TaskState state()
supr no.abakus.tasks.TaskException
hfds failure,state,taskId

CLSS public final no.abakus.tasks.TaskFailure
cons public init(java.lang.String,java.util.Optional<java.lang.String>,java.util.List<java.lang.String>,java.util.Optional<no.abakus.tasks.TaskFailure>)
fld public final static int MAX_CAUSES = 8
fld public final static int MAX_FRAMES = 60
fld public final static int MAX_MESSAGE = 4000
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public java.lang.String toString()
meth public java.lang.String traceback()
meth public java.lang.String type()
meth public java.util.List<java.lang.String> frames()
meth public java.util.Optional<java.lang.String> message()
meth public java.util.Optional<no.abakus.tasks.TaskFailure> cause()
meth public static no.abakus.tasks.TaskFailure of(java.lang.String,java.lang.String)
meth public static no.abakus.tasks.TaskFailure of(java.lang.Throwable)
supr java.lang.Record
hfds cause,frames,message,type

CLSS public abstract interface no.abakus.tasks.TaskHook
innr public final static AfterReturn
innr public final static BeforeStart
innr public final static OnFailure
innr public final static OnRetry
innr public final static OnSuccess
meth public abstract no.abakus.tasks.TaskRequest request()

CLSS public final static no.abakus.tasks.TaskHook$AfterReturn
 outer no.abakus.tasks.TaskHook
cons public init(no.abakus.tasks.TaskRequest,no.abakus.tasks.TaskState,java.util.Optional<java.lang.Throwable>)
intf no.abakus.tasks.TaskHook
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.util.Optional<java.lang.Throwable> thrown()
meth public no.abakus.tasks.TaskRequest request()
meth public no.abakus.tasks.TaskState state()
supr java.lang.Record
hfds request,state,thrown

CLSS public final static no.abakus.tasks.TaskHook$BeforeStart
 outer no.abakus.tasks.TaskHook
cons public init(no.abakus.tasks.TaskRequest)
intf no.abakus.tasks.TaskHook
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public no.abakus.tasks.TaskRequest request()
supr java.lang.Record
hfds request

CLSS public final static no.abakus.tasks.TaskHook$OnFailure
 outer no.abakus.tasks.TaskHook
cons public init(no.abakus.tasks.TaskRequest,java.lang.Throwable,java.time.Duration)
intf no.abakus.tasks.TaskHook
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.Throwable thrown()
meth public java.time.Duration took()
meth public no.abakus.tasks.TaskRequest request()
supr java.lang.Record
hfds request,thrown,took

CLSS public final static no.abakus.tasks.TaskHook$OnRetry
 outer no.abakus.tasks.TaskHook
cons public init(no.abakus.tasks.TaskRequest,java.util.Optional<java.lang.Throwable>,java.time.Instant)
intf no.abakus.tasks.TaskHook
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.time.Instant eta()
meth public java.util.Optional<java.lang.Throwable> cause()
meth public no.abakus.tasks.TaskRequest request()
supr java.lang.Record
hfds cause,eta,request

CLSS public final static no.abakus.tasks.TaskHook$OnSuccess
 outer no.abakus.tasks.TaskHook
cons public init(no.abakus.tasks.TaskRequest,java.lang.Object,java.time.Duration)
intf no.abakus.tasks.TaskHook
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.Object result()
meth public java.time.Duration took()
meth public no.abakus.tasks.TaskRequest request()
supr java.lang.Record
hfds request,result,took

CLSS public final no.abakus.tasks.TaskInterruptedException
cons public init(java.lang.String,java.lang.String)
supr no.abakus.tasks.TaskException

CLSS public abstract interface no.abakus.tasks.TaskMethod<%0 extends java.lang.Object>
innr public abstract interface static F0
innr public abstract interface static F1
innr public abstract interface static F2
innr public abstract interface static F3
innr public abstract interface static F4
innr public abstract interface static F5
innr public abstract interface static F6
innr public abstract interface static F7
innr public abstract interface static F8
innr public abstract interface static P0
innr public abstract interface static P1
innr public abstract interface static P2
innr public abstract interface static P3
innr public abstract interface static P4
innr public abstract interface static P5
innr public abstract interface static P6
innr public abstract interface static P7
innr public abstract interface static P8
intf java.io.Serializable

CLSS public abstract interface static no.abakus.tasks.TaskMethod$F0<%0 extends java.lang.Object, %1 extends java.lang.Object>
 outer no.abakus.tasks.TaskMethod
 anno 0 java.lang.FunctionalInterface()
intf no.abakus.tasks.TaskMethod<{no.abakus.tasks.TaskMethod$F0%1}>
meth public abstract {no.abakus.tasks.TaskMethod$F0%1} call({no.abakus.tasks.TaskMethod$F0%0}) throws java.lang.Exception

CLSS public abstract interface static no.abakus.tasks.TaskMethod$F1<%0 extends java.lang.Object, %1 extends java.lang.Object, %2 extends java.lang.Object>
 outer no.abakus.tasks.TaskMethod
 anno 0 java.lang.FunctionalInterface()
intf no.abakus.tasks.TaskMethod<{no.abakus.tasks.TaskMethod$F1%2}>
meth public abstract {no.abakus.tasks.TaskMethod$F1%2} call({no.abakus.tasks.TaskMethod$F1%0},{no.abakus.tasks.TaskMethod$F1%1}) throws java.lang.Exception

CLSS public abstract interface static no.abakus.tasks.TaskMethod$F2<%0 extends java.lang.Object, %1 extends java.lang.Object, %2 extends java.lang.Object, %3 extends java.lang.Object>
 outer no.abakus.tasks.TaskMethod
 anno 0 java.lang.FunctionalInterface()
intf no.abakus.tasks.TaskMethod<{no.abakus.tasks.TaskMethod$F2%3}>
meth public abstract {no.abakus.tasks.TaskMethod$F2%3} call({no.abakus.tasks.TaskMethod$F2%0},{no.abakus.tasks.TaskMethod$F2%1},{no.abakus.tasks.TaskMethod$F2%2}) throws java.lang.Exception

CLSS public abstract interface static no.abakus.tasks.TaskMethod$F3<%0 extends java.lang.Object, %1 extends java.lang.Object, %2 extends java.lang.Object, %3 extends java.lang.Object, %4 extends java.lang.Object>
 outer no.abakus.tasks.TaskMethod
 anno 0 java.lang.FunctionalInterface()
intf no.abakus.tasks.TaskMethod<{no.abakus.tasks.TaskMethod$F3%4}>
meth public abstract {no.abakus.tasks.TaskMethod$F3%4} call({no.abakus.tasks.TaskMethod$F3%0},{no.abakus.tasks.TaskMethod$F3%1},{no.abakus.tasks.TaskMethod$F3%2},{no.abakus.tasks.TaskMethod$F3%3}) throws java.lang.Exception

CLSS public abstract interface static no.abakus.tasks.TaskMethod$F4<%0 extends java.lang.Object, %1 extends java.lang.Object, %2 extends java.lang.Object, %3 extends java.lang.Object, %4 extends java.lang.Object, %5 extends java.lang.Object>
 outer no.abakus.tasks.TaskMethod
 anno 0 java.lang.FunctionalInterface()
intf no.abakus.tasks.TaskMethod<{no.abakus.tasks.TaskMethod$F4%5}>
meth public abstract {no.abakus.tasks.TaskMethod$F4%5} call({no.abakus.tasks.TaskMethod$F4%0},{no.abakus.tasks.TaskMethod$F4%1},{no.abakus.tasks.TaskMethod$F4%2},{no.abakus.tasks.TaskMethod$F4%3},{no.abakus.tasks.TaskMethod$F4%4}) throws java.lang.Exception

CLSS public abstract interface static no.abakus.tasks.TaskMethod$F5<%0 extends java.lang.Object, %1 extends java.lang.Object, %2 extends java.lang.Object, %3 extends java.lang.Object, %4 extends java.lang.Object, %5 extends java.lang.Object, %6 extends java.lang.Object>
 outer no.abakus.tasks.TaskMethod
 anno 0 java.lang.FunctionalInterface()
intf no.abakus.tasks.TaskMethod<{no.abakus.tasks.TaskMethod$F5%6}>
meth public abstract {no.abakus.tasks.TaskMethod$F5%6} call({no.abakus.tasks.TaskMethod$F5%0},{no.abakus.tasks.TaskMethod$F5%1},{no.abakus.tasks.TaskMethod$F5%2},{no.abakus.tasks.TaskMethod$F5%3},{no.abakus.tasks.TaskMethod$F5%4},{no.abakus.tasks.TaskMethod$F5%5}) throws java.lang.Exception

CLSS public abstract interface static no.abakus.tasks.TaskMethod$F6<%0 extends java.lang.Object, %1 extends java.lang.Object, %2 extends java.lang.Object, %3 extends java.lang.Object, %4 extends java.lang.Object, %5 extends java.lang.Object, %6 extends java.lang.Object, %7 extends java.lang.Object>
 outer no.abakus.tasks.TaskMethod
 anno 0 java.lang.FunctionalInterface()
intf no.abakus.tasks.TaskMethod<{no.abakus.tasks.TaskMethod$F6%7}>
meth public abstract {no.abakus.tasks.TaskMethod$F6%7} call({no.abakus.tasks.TaskMethod$F6%0},{no.abakus.tasks.TaskMethod$F6%1},{no.abakus.tasks.TaskMethod$F6%2},{no.abakus.tasks.TaskMethod$F6%3},{no.abakus.tasks.TaskMethod$F6%4},{no.abakus.tasks.TaskMethod$F6%5},{no.abakus.tasks.TaskMethod$F6%6}) throws java.lang.Exception

CLSS public abstract interface static no.abakus.tasks.TaskMethod$F7<%0 extends java.lang.Object, %1 extends java.lang.Object, %2 extends java.lang.Object, %3 extends java.lang.Object, %4 extends java.lang.Object, %5 extends java.lang.Object, %6 extends java.lang.Object, %7 extends java.lang.Object, %8 extends java.lang.Object>
 outer no.abakus.tasks.TaskMethod
 anno 0 java.lang.FunctionalInterface()
intf no.abakus.tasks.TaskMethod<{no.abakus.tasks.TaskMethod$F7%8}>
meth public abstract {no.abakus.tasks.TaskMethod$F7%8} call({no.abakus.tasks.TaskMethod$F7%0},{no.abakus.tasks.TaskMethod$F7%1},{no.abakus.tasks.TaskMethod$F7%2},{no.abakus.tasks.TaskMethod$F7%3},{no.abakus.tasks.TaskMethod$F7%4},{no.abakus.tasks.TaskMethod$F7%5},{no.abakus.tasks.TaskMethod$F7%6},{no.abakus.tasks.TaskMethod$F7%7}) throws java.lang.Exception

CLSS public abstract interface static no.abakus.tasks.TaskMethod$F8<%0 extends java.lang.Object, %1 extends java.lang.Object, %2 extends java.lang.Object, %3 extends java.lang.Object, %4 extends java.lang.Object, %5 extends java.lang.Object, %6 extends java.lang.Object, %7 extends java.lang.Object, %8 extends java.lang.Object, %9 extends java.lang.Object>
 outer no.abakus.tasks.TaskMethod
 anno 0 java.lang.FunctionalInterface()
intf no.abakus.tasks.TaskMethod<{no.abakus.tasks.TaskMethod$F8%9}>
meth public abstract {no.abakus.tasks.TaskMethod$F8%9} call({no.abakus.tasks.TaskMethod$F8%0},{no.abakus.tasks.TaskMethod$F8%1},{no.abakus.tasks.TaskMethod$F8%2},{no.abakus.tasks.TaskMethod$F8%3},{no.abakus.tasks.TaskMethod$F8%4},{no.abakus.tasks.TaskMethod$F8%5},{no.abakus.tasks.TaskMethod$F8%6},{no.abakus.tasks.TaskMethod$F8%7},{no.abakus.tasks.TaskMethod$F8%8}) throws java.lang.Exception

CLSS public abstract interface static no.abakus.tasks.TaskMethod$P0<%0 extends java.lang.Object>
 outer no.abakus.tasks.TaskMethod
 anno 0 java.lang.FunctionalInterface()
intf no.abakus.tasks.TaskMethod<java.lang.Void>
meth public abstract void call({no.abakus.tasks.TaskMethod$P0%0}) throws java.lang.Exception

CLSS public abstract interface static no.abakus.tasks.TaskMethod$P1<%0 extends java.lang.Object, %1 extends java.lang.Object>
 outer no.abakus.tasks.TaskMethod
 anno 0 java.lang.FunctionalInterface()
intf no.abakus.tasks.TaskMethod<java.lang.Void>
meth public abstract void call({no.abakus.tasks.TaskMethod$P1%0},{no.abakus.tasks.TaskMethod$P1%1}) throws java.lang.Exception

CLSS public abstract interface static no.abakus.tasks.TaskMethod$P2<%0 extends java.lang.Object, %1 extends java.lang.Object, %2 extends java.lang.Object>
 outer no.abakus.tasks.TaskMethod
 anno 0 java.lang.FunctionalInterface()
intf no.abakus.tasks.TaskMethod<java.lang.Void>
meth public abstract void call({no.abakus.tasks.TaskMethod$P2%0},{no.abakus.tasks.TaskMethod$P2%1},{no.abakus.tasks.TaskMethod$P2%2}) throws java.lang.Exception

CLSS public abstract interface static no.abakus.tasks.TaskMethod$P3<%0 extends java.lang.Object, %1 extends java.lang.Object, %2 extends java.lang.Object, %3 extends java.lang.Object>
 outer no.abakus.tasks.TaskMethod
 anno 0 java.lang.FunctionalInterface()
intf no.abakus.tasks.TaskMethod<java.lang.Void>
meth public abstract void call({no.abakus.tasks.TaskMethod$P3%0},{no.abakus.tasks.TaskMethod$P3%1},{no.abakus.tasks.TaskMethod$P3%2},{no.abakus.tasks.TaskMethod$P3%3}) throws java.lang.Exception

CLSS public abstract interface static no.abakus.tasks.TaskMethod$P4<%0 extends java.lang.Object, %1 extends java.lang.Object, %2 extends java.lang.Object, %3 extends java.lang.Object, %4 extends java.lang.Object>
 outer no.abakus.tasks.TaskMethod
 anno 0 java.lang.FunctionalInterface()
intf no.abakus.tasks.TaskMethod<java.lang.Void>
meth public abstract void call({no.abakus.tasks.TaskMethod$P4%0},{no.abakus.tasks.TaskMethod$P4%1},{no.abakus.tasks.TaskMethod$P4%2},{no.abakus.tasks.TaskMethod$P4%3},{no.abakus.tasks.TaskMethod$P4%4}) throws java.lang.Exception

CLSS public abstract interface static no.abakus.tasks.TaskMethod$P5<%0 extends java.lang.Object, %1 extends java.lang.Object, %2 extends java.lang.Object, %3 extends java.lang.Object, %4 extends java.lang.Object, %5 extends java.lang.Object>
 outer no.abakus.tasks.TaskMethod
 anno 0 java.lang.FunctionalInterface()
intf no.abakus.tasks.TaskMethod<java.lang.Void>
meth public abstract void call({no.abakus.tasks.TaskMethod$P5%0},{no.abakus.tasks.TaskMethod$P5%1},{no.abakus.tasks.TaskMethod$P5%2},{no.abakus.tasks.TaskMethod$P5%3},{no.abakus.tasks.TaskMethod$P5%4},{no.abakus.tasks.TaskMethod$P5%5}) throws java.lang.Exception

CLSS public abstract interface static no.abakus.tasks.TaskMethod$P6<%0 extends java.lang.Object, %1 extends java.lang.Object, %2 extends java.lang.Object, %3 extends java.lang.Object, %4 extends java.lang.Object, %5 extends java.lang.Object, %6 extends java.lang.Object>
 outer no.abakus.tasks.TaskMethod
 anno 0 java.lang.FunctionalInterface()
intf no.abakus.tasks.TaskMethod<java.lang.Void>
meth public abstract void call({no.abakus.tasks.TaskMethod$P6%0},{no.abakus.tasks.TaskMethod$P6%1},{no.abakus.tasks.TaskMethod$P6%2},{no.abakus.tasks.TaskMethod$P6%3},{no.abakus.tasks.TaskMethod$P6%4},{no.abakus.tasks.TaskMethod$P6%5},{no.abakus.tasks.TaskMethod$P6%6}) throws java.lang.Exception

CLSS public abstract interface static no.abakus.tasks.TaskMethod$P7<%0 extends java.lang.Object, %1 extends java.lang.Object, %2 extends java.lang.Object, %3 extends java.lang.Object, %4 extends java.lang.Object, %5 extends java.lang.Object, %6 extends java.lang.Object, %7 extends java.lang.Object>
 outer no.abakus.tasks.TaskMethod
 anno 0 java.lang.FunctionalInterface()
intf no.abakus.tasks.TaskMethod<java.lang.Void>
meth public abstract void call({no.abakus.tasks.TaskMethod$P7%0},{no.abakus.tasks.TaskMethod$P7%1},{no.abakus.tasks.TaskMethod$P7%2},{no.abakus.tasks.TaskMethod$P7%3},{no.abakus.tasks.TaskMethod$P7%4},{no.abakus.tasks.TaskMethod$P7%5},{no.abakus.tasks.TaskMethod$P7%6},{no.abakus.tasks.TaskMethod$P7%7}) throws java.lang.Exception

CLSS public abstract interface static no.abakus.tasks.TaskMethod$P8<%0 extends java.lang.Object, %1 extends java.lang.Object, %2 extends java.lang.Object, %3 extends java.lang.Object, %4 extends java.lang.Object, %5 extends java.lang.Object, %6 extends java.lang.Object, %7 extends java.lang.Object, %8 extends java.lang.Object>
 outer no.abakus.tasks.TaskMethod
 anno 0 java.lang.FunctionalInterface()
intf no.abakus.tasks.TaskMethod<java.lang.Void>
meth public abstract void call({no.abakus.tasks.TaskMethod$P8%0},{no.abakus.tasks.TaskMethod$P8%1},{no.abakus.tasks.TaskMethod$P8%2},{no.abakus.tasks.TaskMethod$P8%3},{no.abakus.tasks.TaskMethod$P8%4},{no.abakus.tasks.TaskMethod$P8%5},{no.abakus.tasks.TaskMethod$P8%6},{no.abakus.tasks.TaskMethod$P8%7},{no.abakus.tasks.TaskMethod$P8%8}) throws java.lang.Exception

CLSS public final no.abakus.tasks.TaskNotFoundException
cons public init(java.lang.String)
cons public init(java.lang.String,java.lang.Throwable)
supr no.abakus.tasks.TaskException

CLSS public final no.abakus.tasks.TaskOption<%0 extends java.lang.Object>
fld public final static no.abakus.tasks.TaskOption<java.lang.Boolean> ADD_TO_PARENT
fld public final static no.abakus.tasks.TaskOption<java.lang.Boolean> IGNORE_RESULT
fld public final static no.abakus.tasks.TaskOption<java.lang.Boolean> RETRY
fld public final static no.abakus.tasks.TaskOption<java.lang.Integer> PRIORITY
fld public final static no.abakus.tasks.TaskOption<java.lang.String> APPLICATION
fld public final static no.abakus.tasks.TaskOption<java.lang.String> COMPRESSION
fld public final static no.abakus.tasks.TaskOption<java.lang.String> CORRELATION_ID
fld public final static no.abakus.tasks.TaskOption<java.lang.String> EXCHANGE
fld public final static no.abakus.tasks.TaskOption<java.lang.String> GROUP
fld public final static no.abakus.tasks.TaskOption<java.lang.String> QUEUE
fld public final static no.abakus.tasks.TaskOption<java.lang.String> REPLY_TO
fld public final static no.abakus.tasks.TaskOption<java.lang.String> ROUTING_KEY
fld public final static no.abakus.tasks.TaskOption<java.lang.String> SERIALIZER
fld public final static no.abakus.tasks.TaskOption<java.lang.String> SHADOW
fld public final static no.abakus.tasks.TaskOption<java.lang.String> TASK_ID
fld public final static no.abakus.tasks.TaskOption<java.time.Duration> COUNTDOWN
fld public final static no.abakus.tasks.TaskOption<java.time.Duration> SOFT_TIME_LIMIT
fld public final static no.abakus.tasks.TaskOption<java.time.Duration> TIMEOUT
fld public final static no.abakus.tasks.TaskOption<java.time.Duration> TIME_LIMIT
fld public final static no.abakus.tasks.TaskOption<java.time.Instant> ETA
fld public final static no.abakus.tasks.TaskOption<java.util.List<no.abakus.tasks.Signature>> LINK
fld public final static no.abakus.tasks.TaskOption<java.util.List<no.abakus.tasks.Signature>> LINK_ERROR
fld public final static no.abakus.tasks.TaskOption<java.util.Map<java.lang.String,java.lang.Object>> HEADERS
fld public final static no.abakus.tasks.TaskOption<no.abakus.tasks.BrokerConnection> CONNECTION
fld public final static no.abakus.tasks.TaskOption<no.abakus.tasks.DeliveryMode> DELIVERY_MODE
fld public final static no.abakus.tasks.TaskOption<no.abakus.tasks.Expiry> EXPIRES
fld public final static no.abakus.tasks.TaskOption<no.abakus.tasks.RetryPolicy> RETRY_POLICY
meth public java.lang.Class<{no.abakus.tasks.TaskOption%0}> type()
meth public java.lang.String optionName()
meth public java.lang.String toString()
meth public static java.util.List<no.abakus.tasks.TaskOption<?>> all()
supr java.lang.Object
hfds ALL,name,type

CLSS public final no.abakus.tasks.TaskOptionException
cons public init(java.lang.String)
cons public init(java.lang.String,java.lang.Throwable)
supr no.abakus.tasks.TaskException

CLSS public final no.abakus.tasks.TaskOptions
meth public <%0 extends java.lang.Object> java.util.Optional<{%%0}> get(no.abakus.tasks.TaskOption<{%%0}>)
meth public <%0 extends java.lang.Object> no.abakus.tasks.TaskOptions with(no.abakus.tasks.TaskOption<{%%0}>,{%%0})
meth public boolean equals(java.lang.Object)
meth public boolean isEmpty()
meth public boolean says(no.abakus.tasks.TaskOption<?>)
meth public int hashCode()
meth public java.lang.String toString()
meth public no.abakus.tasks.TaskOptions over(no.abakus.tasks.TaskOptions)
meth public no.abakus.tasks.TaskOptions withNone(no.abakus.tasks.TaskOption<?>)
meth public static no.abakus.tasks.TaskOptions empty()
supr java.lang.Object
hfds EMPTY,NONE,values

CLSS public abstract interface no.abakus.tasks.TaskRequest
meth public abstract boolean ignoreResult()
meth public abstract boolean isActive()
meth public abstract boolean redelivered()
meth public abstract int deliveryCount()
meth public abstract int priority()
meth public abstract int retries()
meth public abstract java.lang.String correlationId()
meth public abstract java.lang.String id()
meth public abstract java.lang.String node()
meth public abstract java.lang.String origin()
meth public abstract java.lang.String queue()
meth public abstract java.lang.String rootId()
meth public abstract java.lang.String shadow()
meth public abstract java.lang.String task()
meth public abstract java.util.List<java.lang.Object> args()
meth public abstract java.util.List<java.lang.String> children()
meth public abstract java.util.Map<java.lang.String,java.lang.Object> headers()
meth public abstract java.util.Map<java.lang.String,java.lang.Object> kwargs()
meth public abstract java.util.Optional<java.lang.String> argumentSummary()
meth public abstract java.util.Optional<java.lang.String> caller()
meth public abstract java.util.Optional<java.lang.String> exchange()
meth public abstract java.util.Optional<java.lang.String> group()
meth public abstract java.util.Optional<java.lang.String> parentId()
meth public abstract java.util.Optional<java.lang.String> replyTo()
meth public abstract java.util.Optional<java.lang.String> routingKey()
meth public abstract java.util.Optional<java.time.Duration> softTimeLimit()
meth public abstract java.util.Optional<java.time.Duration> timeLimit()
meth public abstract java.util.Optional<java.time.Instant> eta()
meth public abstract java.util.Optional<java.time.Instant> expires()
meth public abstract no.abakus.tasks.Retry retry()
meth public abstract no.abakus.tasks.Retry retry(java.lang.Throwable)
meth public abstract no.abakus.tasks.Retry retry(java.time.Duration)
meth public abstract no.abakus.tasks.Retry retry(java.time.Duration,java.lang.Throwable)
meth public abstract void checkpoint()

CLSS public final no.abakus.tasks.TaskSignature
cons public init(java.lang.String,java.util.List<java.lang.Object>,java.util.Map<java.lang.String,java.lang.Object>,no.abakus.tasks.TaskOptions,boolean)
intf no.abakus.tasks.Signature
meth public !varargs no.abakus.tasks.TaskSignature args(java.lang.Object[])
meth public !varargs no.abakus.tasks.TaskSignature link(no.abakus.tasks.Signature[])
meth public !varargs no.abakus.tasks.TaskSignature linkError(no.abakus.tasks.Signature[])
meth public !varargs no.abakus.tasks.TaskSignature withArgs(java.lang.Object[])
meth public <%0 extends java.lang.Object> {%%0} accept(no.abakus.tasks.Signature$Visitor<{%%0}>)
meth public boolean immutable()
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String task()
meth public java.util.List<java.lang.Object> args()
meth public java.util.Map<java.lang.String,java.lang.Object> kwargs()
meth public no.abakus.tasks.TaskOptions options()
meth public no.abakus.tasks.TaskSignature asImmutable()
meth public no.abakus.tasks.TaskSignature kwargs(java.util.Map<java.lang.String,?>)
meth public no.abakus.tasks.TaskSignature set(no.abakus.tasks.TaskOptions)
meth public no.abakus.tasks.TaskSignature withKwargs(java.util.Map<java.lang.String,?>)
meth public static no.abakus.tasks.TaskSignature of(java.lang.String)
supr java.lang.Record
hfds args,immutable,kwargs,options,task

CLSS public final !enum no.abakus.tasks.TaskState
fld public final static no.abakus.tasks.TaskState EXPIRED
fld public final static no.abakus.tasks.TaskState FAILURE
fld public final static no.abakus.tasks.TaskState IGNORED
fld public final static no.abakus.tasks.TaskState QUEUED
fld public final static no.abakus.tasks.TaskState REJECTED
fld public final static no.abakus.tasks.TaskState RETRY
fld public final static no.abakus.tasks.TaskState REVOKED
fld public final static no.abakus.tasks.TaskState STARTED
fld public final static no.abakus.tasks.TaskState SUCCESS
fld public final static no.abakus.tasks.TaskState UNKNOWN
meth public boolean isFinal()
meth public java.lang.String celeryName()
meth public static no.abakus.tasks.TaskState valueOf(java.lang.String)
meth public static no.abakus.tasks.TaskState[] values()
supr java.lang.Enum<no.abakus.tasks.TaskState>
hfds isFinal

CLSS public abstract interface no.abakus.tasks.Tasks
intf no.abakus.tasks.CallByMethod
intf no.abakus.tasks.DelayByMethod
intf no.abakus.tasks.SignatureByMethod
meth public abstract <%0 extends java.lang.Object> java.util.List<no.abakus.tasks.AsyncResult<{%%0}>> callAll(java.util.Collection<? extends no.abakus.tasks.TaskCall<{%%0}>>)
meth public abstract no.abakus.tasks.AsyncResult<java.lang.Object> applyAsync(no.abakus.tasks.Signature)
meth public abstract no.abakus.tasks.AsyncResult<java.lang.Object> result(java.lang.String)
meth public abstract no.abakus.tasks.TaskCall<java.lang.Object> call(java.lang.String)
meth public abstract no.abakus.tasks.TaskSignature signature(java.lang.String)

CLSS public final no.abakus.tasks.TimeLimitExceeded
cons public init(java.lang.String,java.time.Duration)
supr no.abakus.tasks.TaskException

CLSS public final no.abakus.tasks.WorkerLostException
cons public init(java.lang.String,java.lang.String)
supr no.abakus.tasks.TaskException

CLSS public final no.abakus.tasks.operate.ActiveTask
cons public init(java.lang.String,java.lang.String,java.lang.String,int,java.time.Instant,java.util.Optional<java.lang.String>,java.util.Optional<java.lang.String>)
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public int retries()
meth public java.lang.String id()
meth public java.lang.String queue()
meth public java.lang.String task()
meth public java.time.Instant since()
meth public java.util.Optional<java.lang.String> arguments()
meth public java.util.Optional<java.lang.String> thread()
supr java.lang.Record
hfds arguments,id,queue,retries,since,task,thread

CLSS public final no.abakus.tasks.operate.AuditEntry
cons public init(long,java.time.Instant,no.abakus.tasks.operate.OperatorAction)
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.time.Instant at()
meth public long id()
meth public no.abakus.tasks.operate.OperatorAction action()
supr java.lang.Record
hfds action,at,id

CLSS public final !enum no.abakus.tasks.operate.BulkAction
fld public final static no.abakus.tasks.operate.BulkAction DELETE
fld public final static no.abakus.tasks.operate.BulkAction REQUEUE
fld public final static no.abakus.tasks.operate.BulkAction RETRY
fld public final static no.abakus.tasks.operate.BulkAction REVOKE
meth public boolean isForLetters()
meth public java.lang.String code()
meth public static no.abakus.tasks.operate.BulkAction valueOf(java.lang.String)
meth public static no.abakus.tasks.operate.BulkAction[] values()
supr java.lang.Enum<no.abakus.tasks.operate.BulkAction>

CLSS public final no.abakus.tasks.operate.BulkOperation
cons public init(java.lang.String,no.abakus.tasks.operate.BulkRequest,no.abakus.tasks.operate.BulkState,long,boolean,java.util.Map<java.lang.String,java.lang.Long>,java.util.List<java.lang.String>,long,java.util.Map<java.lang.String,java.lang.Long>,java.util.Optional<java.lang.String>,java.time.Instant,java.time.Instant,java.util.Optional<java.time.Instant>,java.util.Optional<java.time.Instant>)
meth public boolean exact()
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String id()
meth public java.time.Instant createdAt()
meth public java.time.Instant expiresAt()
meth public java.util.List<java.lang.String> sample()
meth public java.util.Map<java.lang.String,java.lang.Long> notPossible()
meth public java.util.Map<java.lang.String,java.lang.Long> refused()
meth public java.util.Optional<java.lang.String> node()
meth public java.util.Optional<java.time.Instant> endedAt()
meth public java.util.Optional<java.time.Instant> startedAt()
meth public long done()
meth public long possible()
meth public long reached()
meth public long total()
meth public no.abakus.tasks.operate.BulkRequest request()
meth public no.abakus.tasks.operate.BulkState state()
supr java.lang.Record
hfds createdAt,done,endedAt,exact,expiresAt,id,node,notPossible,refused,request,sample,startedAt,state,total

CLSS public abstract interface no.abakus.tasks.operate.BulkOperations
meth public abstract java.util.List<no.abakus.tasks.operate.BulkOperation> running()
meth public abstract java.util.Optional<no.abakus.tasks.operate.BulkOperation> find(java.lang.String)
meth public abstract java.util.Optional<no.abakus.tasks.operate.BulkOperation> stop(java.lang.String)
meth public abstract no.abakus.tasks.operate.BulkOperation preview(no.abakus.tasks.operate.BulkRequest)
meth public abstract no.abakus.tasks.operate.BulkStart start(java.lang.String)

CLSS public final no.abakus.tasks.operate.BulkRequest
cons public init(no.abakus.tasks.operate.BulkAction,java.util.Optional<java.lang.String>,java.util.List<java.lang.String>,int,java.util.Optional<java.lang.String>,java.lang.String,java.util.Optional<java.lang.String>)
fld public final static int LONGEST_REASON = 1000
fld public final static int MOST_IDS = 10000
fld public final static int MOST_PER_SECOND = 1000
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public int rate()
meth public java.lang.String user()
meth public java.util.List<java.lang.String> ids()
meth public java.util.Optional<java.lang.String> query()
meth public java.util.Optional<java.lang.String> reason()
meth public java.util.Optional<java.lang.String> requestId()
meth public no.abakus.tasks.operate.BulkAction action()
supr java.lang.Record
hfds action,ids,query,rate,reason,requestId,user

CLSS public final !enum no.abakus.tasks.operate.BulkStart
fld public final static no.abakus.tasks.operate.BulkStart NOT_FOUND
fld public final static no.abakus.tasks.operate.BulkStart STALE
fld public final static no.abakus.tasks.operate.BulkStart STARTED
meth public static no.abakus.tasks.operate.BulkStart valueOf(java.lang.String)
meth public static no.abakus.tasks.operate.BulkStart[] values()
supr java.lang.Enum<no.abakus.tasks.operate.BulkStart>

CLSS public final !enum no.abakus.tasks.operate.BulkState
fld public final static no.abakus.tasks.operate.BulkState DONE
fld public final static no.abakus.tasks.operate.BulkState PREVIEW
fld public final static no.abakus.tasks.operate.BulkState RUNNING
fld public final static no.abakus.tasks.operate.BulkState STOPPED
meth public java.lang.String code()
meth public static no.abakus.tasks.operate.BulkState valueOf(java.lang.String)
meth public static no.abakus.tasks.operate.BulkState[] values()
supr java.lang.Enum<no.abakus.tasks.operate.BulkState>

CLSS public final no.abakus.tasks.operate.ControlAnswer
cons public init(boolean,java.lang.String)
meth public boolean done()
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String detail()
meth public static no.abakus.tasks.operate.ControlAnswer done(java.lang.String)
meth public static no.abakus.tasks.operate.ControlAnswer refused(java.lang.String)
supr java.lang.Record
hfds detail,done

CLSS public final no.abakus.tasks.operate.DeadLetter
cons public init(java.lang.String,java.lang.String,java.lang.String,java.lang.String,java.lang.String,java.lang.String,java.lang.String,java.lang.String,int,java.util.Optional<java.lang.String>)
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public int retries()
meth public java.lang.String at()
meth public java.lang.String detail()
meth public java.lang.String id()
meth public java.lang.String node()
meth public java.lang.String queue()
meth public java.lang.String reason()
meth public java.lang.String task()
meth public java.lang.String taskId()
meth public java.util.Optional<java.lang.String> arguments()
supr java.lang.Record
hfds arguments,at,detail,id,node,queue,reason,retries,task,taskId

CLSS public final no.abakus.tasks.operate.DeadLetterQuery
meth public boolean fits(no.abakus.tasks.operate.DeadLetter)
meth public static no.abakus.tasks.operate.DeadLetterQuery parse(java.lang.String)
supr java.lang.Object
hfds FIELDS,LONGEST,terms

CLSS public abstract interface no.abakus.tasks.operate.DeadLetterQueue
innr public final static Page
meth public abstract boolean delete(java.lang.String)
meth public abstract java.util.Optional<java.lang.String> requeue(java.lang.String)
meth public abstract java.util.Optional<no.abakus.tasks.operate.DeadLetter> find(java.lang.String)
meth public abstract no.abakus.tasks.operate.DeadLetterQueue$Page page(java.util.function.Predicate<no.abakus.tasks.operate.DeadLetter>,java.util.Optional<java.lang.String>,int)

CLSS public final static no.abakus.tasks.operate.DeadLetterQueue$Page
 outer no.abakus.tasks.operate.DeadLetterQueue
cons public init(java.util.List<no.abakus.tasks.operate.DeadLetter>,long,int,boolean,boolean)
meth public boolean hasMore()
meth public boolean isComplete()
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public int scanned()
meth public java.util.List<no.abakus.tasks.operate.DeadLetter> letters()
meth public long total()
supr java.lang.Record
hfds hasMore,isComplete,letters,scanned,total

CLSS public final no.abakus.tasks.operate.EndedTask
cons public init(long,java.lang.String,int,java.lang.String,java.util.Optional<java.lang.String>,java.lang.String,no.abakus.tasks.TaskState,java.util.Optional<java.time.Instant>,java.util.Optional<java.time.Instant>,java.time.Instant,java.util.Optional<java.time.Duration>,java.util.Optional<java.time.Duration>,java.lang.String,java.util.Optional<java.lang.String>,java.util.Optional<java.lang.String>,java.util.Optional<java.lang.String>,java.util.Map<java.lang.String,java.lang.String>,java.util.Optional<java.lang.String>,java.util.Optional<java.lang.String>,java.util.Optional<java.lang.String>,java.util.Optional<java.lang.String>,int,boolean)
meth public boolean isFailure()
meth public boolean retryable()
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public int retries()
meth public int weight()
meth public java.lang.String node()
meth public java.lang.String rootId()
meth public java.lang.String task()
meth public java.lang.String taskId()
meth public java.time.Instant endedAt()
meth public java.util.Map<java.lang.String,java.lang.String> context()
meth public java.util.Optional<java.lang.String> arguments()
meth public java.util.Optional<java.lang.String> error()
meth public java.util.Optional<java.lang.String> errorMessage()
meth public java.util.Optional<java.lang.String> errorType()
meth public java.util.Optional<java.lang.String> group()
meth public java.util.Optional<java.lang.String> parentId()
meth public java.util.Optional<java.lang.String> queue()
meth public java.util.Optional<java.lang.String> requestId()
meth public java.util.Optional<java.lang.String> user()
meth public java.util.Optional<java.time.Duration> took()
meth public java.util.Optional<java.time.Duration> waited()
meth public java.util.Optional<java.time.Instant> sentAt()
meth public java.util.Optional<java.time.Instant> startedAt()
meth public long id()
meth public no.abakus.tasks.TaskState state()
meth public static boolean isFailure(no.abakus.tasks.TaskState)
supr java.lang.Record
hfds arguments,context,endedAt,errorMessage,errorType,group,id,node,parentId,queue,requestId,retries,retryable,rootId,sentAt,startedAt,state,task,taskId,took,user,waited,weight

CLSS public final no.abakus.tasks.operate.FailureGroup
cons public init(java.lang.String,java.lang.String,java.lang.String,java.util.Optional<java.lang.String>,java.lang.String,java.time.Instant,java.time.Instant,long,java.util.Optional<java.lang.String>,java.util.Optional<java.time.Instant>)
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String errorType()
meth public java.lang.String id()
meth public java.lang.String sampleId()
meth public java.lang.String task()
meth public java.time.Instant firstAt()
meth public java.time.Instant lastAt()
meth public java.util.Optional<java.lang.String> frame()
meth public java.util.Optional<java.lang.String> note()
meth public java.util.Optional<java.time.Instant> mutedUntil()
meth public long total()
meth public no.abakus.tasks.operate.FailureGroup with(no.abakus.tasks.operate.FailureGroup)
supr java.lang.Record
hfds errorType,firstAt,frame,id,lastAt,mutedUntil,note,sampleId,task,total

CLSS public final !enum no.abakus.tasks.operate.HistoryField
fld public final static no.abakus.tasks.operate.HistoryField ARGS
fld public final static no.abakus.tasks.operate.HistoryField ERROR
fld public final static no.abakus.tasks.operate.HistoryField GROUP
fld public final static no.abakus.tasks.operate.HistoryField ID
fld public final static no.abakus.tasks.operate.HistoryField NODE
fld public final static no.abakus.tasks.operate.HistoryField QUEUE
fld public final static no.abakus.tasks.operate.HistoryField REQUEST
fld public final static no.abakus.tasks.operate.HistoryField ROOT
fld public final static no.abakus.tasks.operate.HistoryField STATE
fld public final static no.abakus.tasks.operate.HistoryField TASK
fld public final static no.abakus.tasks.operate.HistoryField USER
meth public java.lang.String word()
meth public java.util.Optional<java.lang.String> of(no.abakus.tasks.operate.EndedTask)
meth public static no.abakus.tasks.operate.HistoryField valueOf(java.lang.String)
meth public static no.abakus.tasks.operate.HistoryField[] values()
supr java.lang.Enum<no.abakus.tasks.operate.HistoryField>
hfds word

CLSS public final no.abakus.tasks.operate.HistoryOrigin
cons public init(no.abakus.tasks.operate.HistoryOrigin$Kind,java.lang.String,java.lang.String)
innr public final static !enum Kind
meth public boolean isMemory()
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String node()
meth public java.lang.String sentence()
meth public no.abakus.tasks.operate.HistoryOrigin$Kind kind()
supr java.lang.Record
hfds kind,node,sentence

CLSS public final static !enum no.abakus.tasks.operate.HistoryOrigin$Kind
 outer no.abakus.tasks.operate.HistoryOrigin
fld public final static no.abakus.tasks.operate.HistoryOrigin$Kind DATABASE
fld public final static no.abakus.tasks.operate.HistoryOrigin$Kind MEMORY_DATABASE
fld public final static no.abakus.tasks.operate.HistoryOrigin$Kind MEMORY_OFF
meth public static no.abakus.tasks.operate.HistoryOrigin$Kind valueOf(java.lang.String)
meth public static no.abakus.tasks.operate.HistoryOrigin$Kind[] values()
supr java.lang.Enum<no.abakus.tasks.operate.HistoryOrigin$Kind>

CLSS public final no.abakus.tasks.operate.HistoryPage
cons public init(java.util.List<no.abakus.tasks.operate.EndedTask>,java.util.Optional<java.lang.Long>,no.abakus.tasks.operate.HistoryTotal,no.abakus.tasks.operate.HistoryOrigin)
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.util.List<no.abakus.tasks.operate.EndedTask> items()
meth public java.util.Optional<java.lang.Long> next()
meth public no.abakus.tasks.operate.HistoryOrigin origin()
meth public no.abakus.tasks.operate.HistoryTotal total()
supr java.lang.Record
hfds items,next,origin,total

CLSS public final no.abakus.tasks.operate.HistoryQuery
cons public init(no.abakus.tasks.operate.HistoryQuery$Source,java.util.List<no.abakus.tasks.operate.HistoryQuery$Term>)
fld public final static int LONGEST = 1000
fld public final static no.abakus.tasks.operate.HistoryQuery ALL
innr public abstract interface static Term
innr public final static !enum Source
innr public final static Context
innr public final static Ended
innr public final static Span
innr public final static Text
meth public boolean fits(no.abakus.tasks.operate.EndedTask)
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.util.List<no.abakus.tasks.operate.HistoryQuery$Term> terms()
meth public no.abakus.tasks.operate.HistoryQuery and(no.abakus.tasks.operate.HistoryQuery$Term)
meth public no.abakus.tasks.operate.HistoryQuery$Source source()
meth public static no.abakus.tasks.operate.HistoryQuery parse(java.lang.String,java.time.Instant)
supr java.lang.Record
hfds source,terms

CLSS public final static no.abakus.tasks.operate.HistoryQuery$Context
 outer no.abakus.tasks.operate.HistoryQuery
cons public init(java.lang.String,boolean,java.util.List<no.abakus.tasks.operate.TextPattern>)
intf no.abakus.tasks.operate.HistoryQuery$Term
meth public boolean fits(no.abakus.tasks.operate.EndedTask)
meth public boolean not()
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String key()
meth public java.util.List<no.abakus.tasks.operate.TextPattern> patterns()
supr java.lang.Record
hfds key,not,patterns

CLSS public final static no.abakus.tasks.operate.HistoryQuery$Ended
 outer no.abakus.tasks.operate.HistoryQuery
cons public init(boolean,java.time.Instant)
intf no.abakus.tasks.operate.HistoryQuery$Term
meth public boolean after()
meth public boolean fits(no.abakus.tasks.operate.EndedTask)
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.time.Instant at()
supr java.lang.Record
hfds after,at

CLSS public final static !enum no.abakus.tasks.operate.HistoryQuery$Source
 outer no.abakus.tasks.operate.HistoryQuery
fld public final static no.abakus.tasks.operate.HistoryQuery$Source BROKER
fld public final static no.abakus.tasks.operate.HistoryQuery$Source HISTORY
fld public final static no.abakus.tasks.operate.HistoryQuery$Source NODES
meth public java.util.Set<java.lang.String> states()
meth public static no.abakus.tasks.operate.HistoryQuery$Source valueOf(java.lang.String)
meth public static no.abakus.tasks.operate.HistoryQuery$Source[] values()
supr java.lang.Enum<no.abakus.tasks.operate.HistoryQuery$Source>

CLSS public final static no.abakus.tasks.operate.HistoryQuery$Span
 outer no.abakus.tasks.operate.HistoryQuery
cons public init(boolean,boolean,java.time.Duration)
intf no.abakus.tasks.operate.HistoryQuery$Term
meth public boolean fits(no.abakus.tasks.operate.EndedTask)
meth public boolean longer()
meth public boolean took()
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.time.Duration than()
supr java.lang.Record
hfds longer,than,took

CLSS public abstract interface static no.abakus.tasks.operate.HistoryQuery$Term
 outer no.abakus.tasks.operate.HistoryQuery
meth public abstract boolean fits(no.abakus.tasks.operate.EndedTask)

CLSS public final static no.abakus.tasks.operate.HistoryQuery$Text
 outer no.abakus.tasks.operate.HistoryQuery
cons public init(no.abakus.tasks.operate.HistoryField,boolean,java.util.List<no.abakus.tasks.operate.TextPattern>)
intf no.abakus.tasks.operate.HistoryQuery$Term
meth public boolean fits(no.abakus.tasks.operate.EndedTask)
meth public boolean not()
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.util.List<no.abakus.tasks.operate.TextPattern> patterns()
meth public no.abakus.tasks.operate.HistoryField field()
supr java.lang.Record
hfds field,not,patterns

CLSS public abstract interface no.abakus.tasks.operate.HistoryRetry
innr public final static !enum Reason
innr public final static Refused
innr public final static Sent

CLSS public final static !enum no.abakus.tasks.operate.HistoryRetry$Reason
 outer no.abakus.tasks.operate.HistoryRetry
fld public final static no.abakus.tasks.operate.HistoryRetry$Reason ALREADY_RETRIED
fld public final static no.abakus.tasks.operate.HistoryRetry$Reason BODY_NOT_KEPT
fld public final static no.abakus.tasks.operate.HistoryRetry$Reason NOT_FAILED
fld public final static no.abakus.tasks.operate.HistoryRetry$Reason NOT_FOUND
meth public java.lang.String code()
meth public java.lang.String sentence()
meth public static no.abakus.tasks.operate.HistoryRetry$Reason valueOf(java.lang.String)
meth public static no.abakus.tasks.operate.HistoryRetry$Reason[] values()
supr java.lang.Enum<no.abakus.tasks.operate.HistoryRetry$Reason>
hfds code,sentence

CLSS public final static no.abakus.tasks.operate.HistoryRetry$Refused
 outer no.abakus.tasks.operate.HistoryRetry
cons public init(no.abakus.tasks.operate.HistoryRetry$Reason)
intf no.abakus.tasks.operate.HistoryRetry
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public no.abakus.tasks.operate.HistoryRetry$Reason reason()
supr java.lang.Record
hfds reason

CLSS public final static no.abakus.tasks.operate.HistoryRetry$Sent
 outer no.abakus.tasks.operate.HistoryRetry
cons public init(java.lang.String)
intf no.abakus.tasks.operate.HistoryRetry
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String taskId()
supr java.lang.Record
hfds taskId

CLSS public final no.abakus.tasks.operate.HistoryStates
meth public static java.lang.String word(no.abakus.tasks.TaskState)
meth public static java.util.Optional<no.abakus.tasks.TaskState> ended(java.lang.String)
supr java.lang.Object
hfds ENDED

CLSS public final no.abakus.tasks.operate.HistoryTotal
cons public init(long,long,boolean)
meth public boolean complete()
meth public boolean isExact()
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public long executions()
meth public long rows()
supr java.lang.Record
hfds complete,executions,rows

CLSS public final no.abakus.tasks.operate.InvalidQueryException
cons public init(int,java.lang.String)
meth public int position()
supr java.lang.IllegalArgumentException
hfds position,serialVersionUID

CLSS public final no.abakus.tasks.operate.KeptMessage
cons public init(java.util.Optional<java.lang.String>,java.util.Optional<java.lang.String>,long,boolean,java.util.Map<java.lang.String,java.lang.Object>,java.util.Optional<java.lang.String>,java.util.List<java.lang.String>,java.util.Optional<java.lang.String>)
meth public boolean bodyKept()
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.util.List<java.lang.String> lines()
meth public java.util.Map<java.lang.String,java.lang.Object> properties()
meth public java.util.Optional<java.lang.String> compression()
meth public java.util.Optional<java.lang.String> contentType()
meth public java.util.Optional<java.lang.String> retriedAs()
meth public java.util.Optional<java.lang.String> traceback()
meth public long size()
supr java.lang.Record
hfds bodyKept,compression,contentType,lines,properties,retriedAs,size,traceback

CLSS public final no.abakus.tasks.operate.LogBuckets
fld public final static int COUNT = 64
meth public static double seconds(int)
meth public static int of(java.time.Duration)
meth public static java.util.Optional<java.lang.Double> percentile(java.util.Map<java.lang.Integer,java.lang.Long>,double)
supr java.lang.Object
hfds STEPS_PER_DOUBLING

CLSS public final no.abakus.tasks.operate.Metric
cons public init(java.lang.String,no.abakus.tasks.operate.Metric$Kind,java.lang.String,java.lang.String,java.util.List<no.abakus.tasks.operate.Metric$Sample>)
innr public abstract interface static Sample
innr public final static !enum Kind
innr public final static Distribution
innr public final static Value
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String description()
meth public java.lang.String name()
meth public java.lang.String unit()
meth public java.util.List<no.abakus.tasks.operate.Metric$Sample> samples()
meth public no.abakus.tasks.operate.Metric$Kind kind()
supr java.lang.Record
hfds description,kind,name,samples,unit

CLSS public final static no.abakus.tasks.operate.Metric$Distribution
 outer no.abakus.tasks.operate.Metric
cons public init(java.util.Map<java.lang.String,java.lang.String>,java.util.List<java.lang.Double>,java.util.List<java.lang.Long>,double)
intf no.abakus.tasks.operate.Metric$Sample
meth public double sum()
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.util.List<java.lang.Double> bounds()
meth public java.util.List<java.lang.Long> counts()
meth public java.util.Map<java.lang.String,java.lang.String> attributes()
meth public long count()
supr java.lang.Record
hfds attributes,bounds,counts,sum

CLSS public final static !enum no.abakus.tasks.operate.Metric$Kind
 outer no.abakus.tasks.operate.Metric
fld public final static no.abakus.tasks.operate.Metric$Kind COUNTER
fld public final static no.abakus.tasks.operate.Metric$Kind GAUGE
fld public final static no.abakus.tasks.operate.Metric$Kind HISTOGRAM
meth public static no.abakus.tasks.operate.Metric$Kind valueOf(java.lang.String)
meth public static no.abakus.tasks.operate.Metric$Kind[] values()
supr java.lang.Enum<no.abakus.tasks.operate.Metric$Kind>

CLSS public abstract interface static no.abakus.tasks.operate.Metric$Sample
 outer no.abakus.tasks.operate.Metric
meth public abstract java.util.Map<java.lang.String,java.lang.String> attributes()

CLSS public final static no.abakus.tasks.operate.Metric$Value
 outer no.abakus.tasks.operate.Metric
cons public init(java.util.Map<java.lang.String,java.lang.String>,double)
intf no.abakus.tasks.operate.Metric$Sample
meth public double value()
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.util.Map<java.lang.String,java.lang.String> attributes()
supr java.lang.Record
hfds attributes,value

CLSS public final no.abakus.tasks.operate.MinuteCounts
cons public init(java.time.Instant,java.lang.String,java.lang.String,java.util.Map<java.lang.String,java.lang.Long>,java.util.Map<java.lang.Integer,java.lang.Long>,java.util.Map<java.lang.Integer,java.lang.Long>)
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String node()
meth public java.lang.String task()
meth public java.time.Instant at()
meth public java.util.Map<java.lang.Integer,java.lang.Long> took()
meth public java.util.Map<java.lang.Integer,java.lang.Long> waited()
meth public java.util.Map<java.lang.String,java.lang.Long> ends()
meth public long total()
meth public no.abakus.tasks.operate.MinuteCounts plus(no.abakus.tasks.operate.MinuteCounts)
supr java.lang.Record
hfds at,ends,node,task,took,waited

CLSS public final no.abakus.tasks.operate.NodeStats
cons public init(java.lang.String,long,java.time.Instant,boolean,int,java.util.Map<java.lang.String,java.lang.Long>,java.util.Map<java.lang.String,java.lang.Long>,java.util.Map<java.lang.String,java.lang.String>,boolean,long,int,double,long,long,java.lang.Double)
meth public boolean events()
meth public boolean takesTasks()
meth public double load()
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public int active()
meth public int processors()
meth public java.lang.Double clockAhead()
meth public java.lang.String node()
meth public java.time.Instant startedAt()
meth public java.util.Map<java.lang.String,java.lang.Long> ends()
meth public java.util.Map<java.lang.String,java.lang.Long> processed()
meth public java.util.Map<java.lang.String,java.lang.String> rateLimits()
meth public long eventsDropped()
meth public long heapMax()
meth public long heapUsed()
meth public long pid()
supr java.lang.Record
hfds active,clockAhead,ends,events,eventsDropped,heapMax,heapUsed,load,node,pid,processed,processors,rateLimits,startedAt,takesTasks

CLSS public final no.abakus.tasks.operate.OperatorAction
cons public init(java.lang.String,java.util.Optional<java.lang.String>,java.lang.String,java.util.Optional<java.lang.String>,java.util.Optional<java.lang.String>,java.lang.String)
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String action()
meth public java.lang.String outcome()
meth public java.lang.String user()
meth public java.util.Optional<java.lang.String> reason()
meth public java.util.Optional<java.lang.String> requestId()
meth public java.util.Optional<java.lang.String> target()
supr java.lang.Record
hfds action,outcome,reason,requestId,target,user

CLSS public final no.abakus.tasks.operate.QueueDepth
cons public init(java.time.Instant,java.lang.String,java.util.OptionalLong,java.util.OptionalLong,java.util.OptionalLong,java.util.OptionalLong)
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String queue()
meth public java.time.Instant at()
meth public java.util.OptionalLong consumers()
meth public java.util.OptionalLong delivering()
meth public java.util.OptionalLong scheduled()
meth public java.util.OptionalLong waiting()
supr java.lang.Record
hfds at,consumers,delivering,queue,scheduled,waiting

CLSS public abstract interface no.abakus.tasks.operate.QueueDepths
meth public abstract java.util.List<no.abakus.tasks.operate.QueueDepth> depths(java.time.Instant,java.time.Instant,java.util.Optional<java.lang.String>)

CLSS public final no.abakus.tasks.operate.QueueState
cons public init(java.lang.String,java.util.OptionalLong,java.util.OptionalLong,java.util.OptionalLong,java.util.OptionalLong,boolean)
meth public boolean paused()
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String queue()
meth public java.util.OptionalLong consumers()
meth public java.util.OptionalLong delivering()
meth public java.util.OptionalLong scheduled()
meth public java.util.OptionalLong waiting()
meth public no.abakus.tasks.operate.QueueState under(java.lang.String)
meth public static no.abakus.tasks.operate.QueueState empty(java.lang.String)
supr java.lang.Record
hfds consumers,delivering,paused,queue,scheduled,waiting

CLSS public abstract interface no.abakus.tasks.operate.Revocable
innr public final static !enum By
innr public final static Ids
innr public final static Matching
meth public static no.abakus.tasks.operate.Revocable id(java.lang.String)
meth public static no.abakus.tasks.operate.Revocable ids(java.util.Collection<java.lang.String>)
meth public static no.abakus.tasks.operate.Revocable$Matching named(java.lang.String)
meth public static no.abakus.tasks.operate.Revocable$Matching withContext(java.lang.String,java.lang.Object)
meth public static no.abakus.tasks.operate.Revocable$Matching withHeader(java.lang.String,java.lang.Object)

CLSS public final static !enum no.abakus.tasks.operate.Revocable$By
 outer no.abakus.tasks.operate.Revocable
fld public final static no.abakus.tasks.operate.Revocable$By CONTEXT
fld public final static no.abakus.tasks.operate.Revocable$By HEADER
fld public final static no.abakus.tasks.operate.Revocable$By TASK
meth public java.lang.String label()
meth public static no.abakus.tasks.operate.Revocable$By valueOf(java.lang.String)
meth public static no.abakus.tasks.operate.Revocable$By[] values()
supr java.lang.Enum<no.abakus.tasks.operate.Revocable$By>

CLSS public final static no.abakus.tasks.operate.Revocable$Ids
 outer no.abakus.tasks.operate.Revocable
cons public init(java.util.Set<java.lang.String>)
intf no.abakus.tasks.operate.Revocable
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.util.Set<java.lang.String> ids()
supr java.lang.Record
hfds ids

CLSS public final static no.abakus.tasks.operate.Revocable$Matching
 outer no.abakus.tasks.operate.Revocable
cons public init(no.abakus.tasks.operate.Revocable$By,java.lang.String,java.lang.String,java.time.Duration)
intf no.abakus.tasks.operate.Revocable
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public java.lang.String name()
meth public java.lang.String toString()
meth public java.lang.String value()
meth public java.time.Duration later()
meth public no.abakus.tasks.operate.Revocable$By by()
meth public no.abakus.tasks.operate.Revocable$Matching alsoSentWithin(java.time.Duration)
supr java.lang.Record
hfds LONGEST_NAME,LONGEST_VALUE,by,later,name,value

CLSS public final no.abakus.tasks.operate.RevokeReport
cons public init(no.abakus.tasks.RevokeOutcome,java.util.Map<java.lang.String,no.abakus.tasks.RevokeOutcome>)
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.util.Map<java.lang.String,no.abakus.tasks.RevokeOutcome> tasks()
meth public no.abakus.tasks.RevokeOutcome outcome()
supr java.lang.Record
hfds outcome,tasks

CLSS public final no.abakus.tasks.operate.SavedView
cons public init(java.lang.String,java.lang.String,java.lang.String,java.lang.String,boolean)
meth public boolean shared()
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String name()
meth public java.lang.String owner()
meth public java.lang.String page()
meth public java.lang.String query()
supr java.lang.Record
hfds name,owner,page,query,shared

CLSS public abstract interface no.abakus.tasks.operate.SavedViews
fld public final static int MOST = 100
meth public abstract boolean delete(java.lang.String,java.lang.String)
meth public abstract boolean keep(no.abakus.tasks.operate.SavedView)
meth public abstract java.util.List<no.abakus.tasks.operate.SavedView> seenBy(java.lang.String)
meth public abstract java.util.Optional<no.abakus.tasks.operate.SavedView> find(java.lang.String,java.lang.String)

CLSS public abstract interface no.abakus.tasks.operate.TaskCatalogue
meth public abstract java.util.List<no.abakus.tasks.operate.TaskDescription> all()
meth public abstract java.util.Optional<no.abakus.tasks.operate.TaskDescription> find(java.lang.String)

CLSS public abstract interface no.abakus.tasks.operate.TaskControl
meth public abstract !varargs no.abakus.tasks.operate.TaskControl on(java.lang.String[])
meth public abstract boolean resumeQueue(java.lang.String)
meth public abstract boolean resumeTask(java.lang.String)
meth public abstract java.util.List<java.lang.String> pausedQueues()
meth public abstract java.util.List<java.lang.String> pausedTasks()
meth public abstract java.util.List<no.abakus.tasks.operate.QueueState> queues()
meth public abstract java.util.List<no.abakus.tasks.operate.QueueState> queuesOfAllApplications()
meth public abstract java.util.List<no.abakus.tasks.operate.WaitingTask> reserved(int)
meth public abstract java.util.List<no.abakus.tasks.operate.WaitingTask> scheduled(int)
meth public abstract java.util.Map<java.lang.String,java.lang.Long> setAside()
meth public abstract java.util.Map<java.lang.String,java.time.Duration> ping()
meth public abstract java.util.Map<java.lang.String,java.util.List<java.lang.String>> registered()
meth public abstract java.util.Map<java.lang.String,java.util.List<no.abakus.tasks.operate.ActiveTask>> active()
meth public abstract java.util.Map<java.lang.String,no.abakus.tasks.operate.ControlAnswer> addConsumer(java.lang.String)
meth public abstract java.util.Map<java.lang.String,no.abakus.tasks.operate.ControlAnswer> cancelConsumer(java.lang.String)
meth public abstract java.util.Map<java.lang.String,no.abakus.tasks.operate.ControlAnswer> disableEvents()
meth public abstract java.util.Map<java.lang.String,no.abakus.tasks.operate.ControlAnswer> enableEvents()
meth public abstract java.util.Map<java.lang.String,no.abakus.tasks.operate.ControlAnswer> quiet()
meth public abstract java.util.Map<java.lang.String,no.abakus.tasks.operate.ControlAnswer> rateLimit(java.lang.String,java.util.Optional<java.lang.String>)
meth public abstract java.util.Map<java.lang.String,no.abakus.tasks.operate.ControlAnswer> shutdown(java.time.Duration)
meth public abstract java.util.Map<java.lang.String,no.abakus.tasks.operate.ControlAnswer> timeLimit(java.lang.String,java.util.Optional<java.time.Duration>,java.util.Optional<java.time.Duration>)
meth public abstract java.util.Map<java.lang.String,no.abakus.tasks.operate.ControlAnswer> wake()
meth public abstract java.util.Map<java.lang.String,no.abakus.tasks.operate.NodeStats> stats()
meth public abstract no.abakus.tasks.operate.RevokeReport revoke(no.abakus.tasks.operate.Revocable,boolean)
meth public abstract no.abakus.tasks.operate.TaskControl within(java.time.Duration)
meth public abstract void pauseQueue(java.lang.String)
meth public abstract void pauseTask(java.lang.String)
meth public no.abakus.tasks.operate.RevokeReport revoke(no.abakus.tasks.operate.Revocable)

CLSS public final no.abakus.tasks.operate.TaskDescription
cons public init(java.lang.String,java.util.Map<java.lang.String,java.lang.Object>,java.util.List<no.abakus.tasks.operate.TaskDescription$Parameter>)
innr public final static Parameter
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String name()
meth public java.util.List<no.abakus.tasks.operate.TaskDescription$Parameter> parameters()
meth public java.util.Map<java.lang.String,java.lang.Object> attributes()
supr java.lang.Record
hfds attributes,name,parameters

CLSS public final static no.abakus.tasks.operate.TaskDescription$Parameter
 outer no.abakus.tasks.operate.TaskDescription
cons public init(java.lang.String,java.lang.String)
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String name()
meth public java.lang.String type()
supr java.lang.Record
hfds name,type

CLSS public abstract interface no.abakus.tasks.operate.TaskHealth
innr public final static Check
meth public abstract java.util.List<no.abakus.tasks.operate.TaskHealth$Check> ready()
meth public abstract java.util.List<no.abakus.tasks.operate.TaskHealth$Check> started()

CLSS public final static no.abakus.tasks.operate.TaskHealth$Check
 outer no.abakus.tasks.operate.TaskHealth
cons public init(java.lang.String,boolean)
meth public boolean isUp()
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String name()
supr java.lang.Record
hfds isUp,name

CLSS public abstract interface no.abakus.tasks.operate.TaskHistory
fld public final static int MOST = 200
fld public final static int MOST_FACETS = 50
meth public abstract java.util.List<no.abakus.tasks.operate.AuditEntry> audit(java.util.OptionalLong,int)
meth public abstract java.util.List<no.abakus.tasks.operate.EndedTask> executions(java.lang.String)
meth public abstract java.util.List<no.abakus.tasks.operate.FailureGroup> groups(java.time.Instant)
meth public abstract java.util.List<no.abakus.tasks.operate.MinuteCounts> minutes(java.time.Instant,java.time.Instant,java.util.Optional<java.lang.String>)
meth public abstract java.util.Map<java.lang.String,java.lang.Long> facets(no.abakus.tasks.operate.HistoryQuery,no.abakus.tasks.operate.HistoryField)
meth public abstract java.util.Optional<no.abakus.tasks.operate.FailureGroup> annotate(java.lang.String,java.util.Optional<java.lang.String>,java.util.Optional<java.time.Instant>)
meth public abstract java.util.Optional<no.abakus.tasks.operate.FailureGroup> group(java.lang.String)
meth public abstract java.util.Optional<no.abakus.tasks.operate.KeptMessage> evidence(no.abakus.tasks.operate.EndedTask)
meth public abstract long dropped()
meth public abstract no.abakus.tasks.operate.HistoryOrigin origin()
meth public abstract no.abakus.tasks.operate.HistoryPage page(no.abakus.tasks.operate.HistoryQuery,java.util.OptionalLong,int)
meth public abstract no.abakus.tasks.operate.HistoryRetry retry(java.lang.String,java.lang.String)
meth public abstract no.abakus.tasks.operate.HistoryRetry retry(java.lang.String,java.lang.String,java.util.function.Function<no.abakus.tasks.operate.EndedTask,java.lang.String>)
meth public abstract void keepUnlessConfigured(boolean)
meth public abstract void record(no.abakus.tasks.operate.OperatorAction)
meth public void forEach(no.abakus.tasks.operate.HistoryQuery,java.util.function.Predicate<no.abakus.tasks.operate.EndedTask>)

CLSS public abstract interface no.abakus.tasks.operate.TaskMetrics
meth public abstract java.lang.String toPrometheus()
meth public abstract java.util.List<no.abakus.tasks.operate.Metric> read()

CLSS public final no.abakus.tasks.operate.TaskReport
cons public init(java.lang.String,java.lang.String,no.abakus.tasks.TaskState,java.util.Optional<java.lang.Object>,java.util.Optional<no.abakus.tasks.TaskFailure>,java.util.List<java.lang.String>,java.util.Optional<java.lang.String>,java.lang.String,int,java.util.Optional<java.lang.String>,java.util.Optional<java.time.Instant>,java.util.Optional<java.time.Instant>,java.util.Optional<java.time.Instant>,java.util.List<no.abakus.tasks.TaskAttempt>)
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public int retries()
meth public java.lang.String id()
meth public java.lang.String rootId()
meth public java.lang.String task()
meth public java.util.List<java.lang.String> children()
meth public java.util.List<no.abakus.tasks.TaskAttempt> attempts()
meth public java.util.Optional<java.lang.Object> value()
meth public java.util.Optional<java.lang.String> parentId()
meth public java.util.Optional<java.lang.String> worker()
meth public java.util.Optional<java.time.Instant> endedAt()
meth public java.util.Optional<java.time.Instant> queuedAt()
meth public java.util.Optional<java.time.Instant> startedAt()
meth public java.util.Optional<no.abakus.tasks.TaskFailure> failure()
meth public no.abakus.tasks.TaskState state()
supr java.lang.Record
hfds attempts,children,endedAt,failure,id,parentId,queuedAt,retries,rootId,startedAt,state,task,value,worker

CLSS public abstract interface no.abakus.tasks.operate.TaskResults
meth public abstract boolean forget(java.lang.String)
meth public abstract java.util.Optional<no.abakus.tasks.operate.TaskReport> find(java.lang.String)
meth public abstract java.util.concurrent.CompletableFuture<no.abakus.tasks.operate.TaskReport> end(java.lang.String)
meth public abstract no.abakus.tasks.RevokeOutcome revoke(java.lang.String,boolean)

CLSS public final no.abakus.tasks.operate.TextPattern
cons public init(java.lang.String)
meth public boolean fits(java.lang.String)
meth public boolean isExact()
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String text()
meth public java.lang.String[] parts()
meth public no.abakus.tasks.operate.TextPattern anywhere()
supr java.lang.Record
hfds STAR,text

CLSS public final no.abakus.tasks.operate.WaitingTask
cons public init(java.lang.String,java.lang.String,java.lang.String,int,int,java.util.Optional<java.time.Instant>,java.util.Optional<java.lang.String>)
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public int priority()
meth public int retries()
meth public java.lang.String id()
meth public java.lang.String queue()
meth public java.lang.String task()
meth public java.util.Optional<java.lang.String> arguments()
meth public java.util.Optional<java.time.Instant> due()
supr java.lang.Record
hfds arguments,due,id,priority,queue,retries,task

CLSS abstract interface no.abakus.tasks.operate.package-info

CLSS abstract interface no.abakus.tasks.package-info

CLSS public final no.abakus.tasks.spi.Claim
cons public init(java.lang.String,int,java.lang.String,java.lang.String,java.lang.String,boolean,boolean,java.time.Instant,java.time.Instant,java.util.Optional<java.lang.String>,int)
meth public boolean acknowledged()
meth public boolean ended()
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public int deaths()
meth public int execution()
meth public java.lang.String id()
meth public java.lang.String node()
meth public java.lang.String run()
meth public java.lang.String task()
meth public java.time.Instant at()
meth public java.time.Instant expiresAt()
meth public java.util.Optional<java.lang.String> token()
supr java.lang.Record
hfds acknowledged,at,deaths,ended,execution,expiresAt,id,node,run,task,token

CLSS public final no.abakus.tasks.spi.Delivery
cons public init(no.abakus.tasks.spi.TaskMessage,no.abakus.tasks.spi.Route,java.time.Instant,int,boolean)
cons public init(no.abakus.tasks.spi.TaskMessage,no.abakus.tasks.spi.Route,java.time.Instant,java.time.Instant,int,boolean)
meth public boolean redelivered()
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public int deliveryCount()
meth public java.time.Instant due()
meth public java.time.Instant sent()
meth public no.abakus.tasks.spi.Route route()
meth public no.abakus.tasks.spi.TaskMessage message()
supr java.lang.Record
hfds deliveryCount,due,message,redelivered,route,sent

CLSS public abstract interface no.abakus.tasks.spi.EventListener
meth public abstract void onEvent(no.abakus.tasks.spi.TaskEvent)
meth public boolean isListening()

CLSS public final no.abakus.tasks.spi.FollowUps
cons public init(java.util.Optional<java.lang.String>,java.util.Optional<java.lang.String>)
fld public final static no.abakus.tasks.spi.FollowUps NONE
meth public boolean isEmpty()
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.util.Optional<java.lang.String> link()
meth public java.util.Optional<java.lang.String> linkError()
supr java.lang.Record
hfds link,linkError

CLSS public abstract interface no.abakus.tasks.spi.HealthProbe
meth public abstract java.lang.String name()
meth public abstract void check() throws java.lang.Exception

CLSS public final no.abakus.tasks.spi.Hold
cons public init(java.time.Instant,java.time.Instant,java.lang.String)
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String grant()
meth public java.time.Instant slot()
meth public java.time.Instant until()
supr java.lang.Record
hfds grant,slot,until

CLSS public abstract interface no.abakus.tasks.spi.MessageBody
innr public final static Binary
innr public final static Text
meth public abstract long size()

CLSS public final static no.abakus.tasks.spi.MessageBody$Binary
 outer no.abakus.tasks.spi.MessageBody
cons public init(byte[])
intf no.abakus.tasks.spi.MessageBody
meth public byte[] bytes()
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public long size()
supr java.lang.Record
hfds bytes

CLSS public final static no.abakus.tasks.spi.MessageBody$Text
 outer no.abakus.tasks.spi.MessageBody
cons public init(java.lang.String)
intf no.abakus.tasks.spi.MessageBody
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String text()
meth public long size()
supr java.lang.Record
hfds text

CLSS public final no.abakus.tasks.spi.MessageExtras
cons public init(java.util.Optional<java.lang.String>,java.util.Optional<java.time.Instant>,java.util.Optional<java.time.Duration>,java.util.Optional<java.time.Duration>,java.util.Map<java.lang.String,java.lang.Object>,java.util.Optional<java.lang.String>,java.util.Optional<java.lang.String>,java.util.Optional<java.lang.String>,no.abakus.tasks.spi.Returns,int)
fld public final static no.abakus.tasks.spi.MessageExtras NONE
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public int deaths()
meth public java.util.Map<java.lang.String,java.lang.Object> headers()
meth public java.util.Optional<java.lang.String> correlationId()
meth public java.util.Optional<java.lang.String> group()
meth public java.util.Optional<java.lang.String> replyTo()
meth public java.util.Optional<java.lang.String> shadow()
meth public java.util.Optional<java.time.Duration> softTimeLimit()
meth public java.util.Optional<java.time.Duration> timeLimit()
meth public java.util.Optional<java.time.Instant> expires()
meth public no.abakus.tasks.spi.MessageExtras died()
meth public no.abakus.tasks.spi.MessageExtras with(no.abakus.tasks.spi.Returns)
meth public no.abakus.tasks.spi.Returns returns()
meth public static no.abakus.tasks.spi.MessageExtras expiring(java.util.Optional<java.time.Instant>)
supr java.lang.Record
hfds correlationId,deaths,expires,group,headers,replyTo,returns,shadow,softTimeLimit,timeLimit

CLSS public final no.abakus.tasks.spi.NearestName
meth public static java.util.Optional<java.lang.String> of(java.lang.String,java.util.Collection<java.lang.String>)
supr java.lang.Object

CLSS public abstract interface no.abakus.tasks.spi.NodeListener
meth public void heartbeat(java.lang.String)
meth public void lost(java.lang.String)
meth public void offline(java.lang.String)
meth public void online(java.lang.String)

CLSS public abstract interface no.abakus.tasks.spi.ParameterTypes
meth public abstract java.util.Optional<java.lang.reflect.Type> at(int)
meth public abstract java.util.Optional<java.lang.reflect.Type> named(java.lang.String)
meth public java.lang.ClassLoader loader()

CLSS public final no.abakus.tasks.spi.Pause
cons public init(no.abakus.tasks.spi.Pause$Of,java.lang.String,java.time.Instant)
innr public final static !enum Of
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String name()
meth public java.time.Instant at()
meth public no.abakus.tasks.spi.Pause$Of of()
supr java.lang.Record
hfds at,name,of

CLSS public final static !enum no.abakus.tasks.spi.Pause$Of
 outer no.abakus.tasks.spi.Pause
fld public final static no.abakus.tasks.spi.Pause$Of QUEUE
fld public final static no.abakus.tasks.spi.Pause$Of TASK
meth public java.lang.String label()
meth public static no.abakus.tasks.spi.Pause$Of valueOf(java.lang.String)
meth public static no.abakus.tasks.spi.Pause$Of[] values()
supr java.lang.Enum<no.abakus.tasks.spi.Pause$Of>

CLSS public final no.abakus.tasks.spi.Rejection
cons public init(no.abakus.tasks.spi.Rejection$Reason,java.lang.String)
innr public final static !enum Reason
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String detail()
meth public no.abakus.tasks.spi.Rejection$Reason reason()
supr java.lang.Record
hfds detail,reason

CLSS public final static !enum no.abakus.tasks.spi.Rejection$Reason
 outer no.abakus.tasks.spi.Rejection
fld public final static no.abakus.tasks.spi.Rejection$Reason ARGUMENTS
fld public final static no.abakus.tasks.spi.Rejection$Reason COMPRESSION
fld public final static no.abakus.tasks.spi.Rejection$Reason CONTENT_TYPE
fld public final static no.abakus.tasks.spi.Rejection$Reason FOREIGN_ID
fld public final static no.abakus.tasks.spi.Rejection$Reason GIVEN_UP
fld public final static no.abakus.tasks.spi.Rejection$Reason INVALID_PROPERTY
fld public final static no.abakus.tasks.spi.Rejection$Reason MESSAGE_TYPE
fld public final static no.abakus.tasks.spi.Rejection$Reason MISSING_PROPERTY
fld public final static no.abakus.tasks.spi.Rejection$Reason REFUSED
fld public final static no.abakus.tasks.spi.Rejection$Reason TOO_LARGE
fld public final static no.abakus.tasks.spi.Rejection$Reason UNEXPECTED
fld public final static no.abakus.tasks.spi.Rejection$Reason UNKNOWN_TASK
fld public final static no.abakus.tasks.spi.Rejection$Reason UNREADABLE_BODY
fld public final static no.abakus.tasks.spi.Rejection$Reason WIRE_VERSION
fld public final static no.abakus.tasks.spi.Rejection$Reason WORKER_LOST
meth public java.lang.String code()
meth public static no.abakus.tasks.spi.Rejection$Reason valueOf(java.lang.String)
meth public static no.abakus.tasks.spi.Rejection$Reason[] values()
supr java.lang.Enum<no.abakus.tasks.spi.Rejection$Reason>
hfds code

CLSS public final no.abakus.tasks.spi.Returns
cons public init(int,java.lang.String,java.time.Instant)
fld public final static no.abakus.tasks.spi.Returns NONE
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public int times()
meth public java.lang.String reason()
meth public java.time.Duration lasting(java.lang.String,java.time.Instant)
meth public java.time.Instant since()
meth public no.abakus.tasks.spi.Returns again(java.lang.String,java.time.Instant)
supr java.lang.Record
hfds reason,since,times

CLSS public final no.abakus.tasks.spi.Route
cons public init(java.lang.String,int)
cons public init(java.lang.String,int,java.util.Optional<java.lang.String>,java.util.Optional<java.lang.String>,no.abakus.tasks.DeliveryMode)
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public int priority()
meth public java.lang.String queue()
meth public java.util.Optional<java.lang.String> exchange()
meth public java.util.Optional<java.lang.String> routingKey()
meth public no.abakus.tasks.DeliveryMode deliveryMode()
supr java.lang.Record
hfds deliveryMode,exchange,priority,queue,routingKey

CLSS public final no.abakus.tasks.spi.TaskArguments
cons public init(java.util.List<java.lang.Object>,java.util.Map<java.lang.String,java.lang.Object>)
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.util.List<java.lang.Object> args()
meth public java.util.Map<java.lang.String,java.lang.Object> kwargs()
supr java.lang.Record
hfds args,kwargs

CLSS public abstract interface no.abakus.tasks.spi.TaskCompressor
meth public abstract java.io.InputStream decompress(java.io.InputStream) throws java.io.IOException
meth public abstract java.io.OutputStream compress(java.io.OutputStream) throws java.io.IOException
meth public abstract java.lang.String name()
meth public long memory()

CLSS public abstract interface no.abakus.tasks.spi.TaskEvent
innr public final static Abandoned
innr public final static Expired
innr public final static Failed
innr public final static Held
innr public final static Ignored
innr public final static Lost
innr public final static NotFound
innr public final static Paused
innr public final static Rejected
innr public final static Repeated
innr public final static Requeued
innr public final static Retrying
innr public final static Revoked
innr public final static Sent
innr public final static SoftLimitReached
innr public final static Started
innr public final static Succeeded
innr public final static Unreadable

CLSS public final static no.abakus.tasks.spi.TaskEvent$Abandoned
 outer no.abakus.tasks.spi.TaskEvent
cons public init(no.abakus.tasks.spi.Delivery,no.abakus.tasks.TimeLimitExceeded,java.lang.String,int)
intf no.abakus.tasks.spi.TaskEvent
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public int abandoned()
meth public java.lang.String thread()
meth public no.abakus.tasks.TimeLimitExceeded exceeded()
meth public no.abakus.tasks.spi.Delivery delivery()
supr java.lang.Record
hfds abandoned,delivery,exceeded,thread

CLSS public final static no.abakus.tasks.spi.TaskEvent$Expired
 outer no.abakus.tasks.spi.TaskEvent
cons public init(no.abakus.tasks.spi.TaskMessage,java.lang.String,no.abakus.tasks.spi.TaskEvent$Expired$FoundBy)
innr public final static !enum FoundBy
intf no.abakus.tasks.spi.TaskEvent
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String queue()
meth public no.abakus.tasks.spi.TaskEvent$Expired$FoundBy foundBy()
meth public no.abakus.tasks.spi.TaskMessage message()
supr java.lang.Record
hfds foundBy,message,queue

CLSS public final static !enum no.abakus.tasks.spi.TaskEvent$Expired$FoundBy
 outer no.abakus.tasks.spi.TaskEvent$Expired
fld public final static no.abakus.tasks.spi.TaskEvent$Expired$FoundBy BROKER
fld public final static no.abakus.tasks.spi.TaskEvent$Expired$FoundBy SENDER
fld public final static no.abakus.tasks.spi.TaskEvent$Expired$FoundBy WORKER
meth public static no.abakus.tasks.spi.TaskEvent$Expired$FoundBy valueOf(java.lang.String)
meth public static no.abakus.tasks.spi.TaskEvent$Expired$FoundBy[] values()
supr java.lang.Enum<no.abakus.tasks.spi.TaskEvent$Expired$FoundBy>

CLSS public final static no.abakus.tasks.spi.TaskEvent$Failed
 outer no.abakus.tasks.spi.TaskEvent
cons public init(no.abakus.tasks.spi.Delivery,java.time.Duration,java.lang.Throwable)
cons public init(no.abakus.tasks.spi.Delivery,java.time.Duration,java.lang.Throwable,boolean)
intf no.abakus.tasks.spi.TaskEvent
meth public boolean expected()
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.Throwable thrown()
meth public java.time.Duration took()
meth public no.abakus.tasks.spi.Delivery delivery()
supr java.lang.Record
hfds delivery,expected,thrown,took

CLSS public final static no.abakus.tasks.spi.TaskEvent$Held
 outer no.abakus.tasks.spi.TaskEvent
cons public init(no.abakus.tasks.spi.Delivery,no.abakus.tasks.spi.Hold)
intf no.abakus.tasks.spi.TaskEvent
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public no.abakus.tasks.spi.Delivery delivery()
meth public no.abakus.tasks.spi.Hold hold()
supr java.lang.Record
hfds delivery,hold

CLSS public final static no.abakus.tasks.spi.TaskEvent$Ignored
 outer no.abakus.tasks.spi.TaskEvent
cons public init(no.abakus.tasks.spi.Delivery,java.time.Duration,java.lang.String)
intf no.abakus.tasks.spi.TaskEvent
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String reason()
meth public java.time.Duration took()
meth public no.abakus.tasks.spi.Delivery delivery()
supr java.lang.Record
hfds delivery,reason,took

CLSS public final static no.abakus.tasks.spi.TaskEvent$Lost
 outer no.abakus.tasks.spi.TaskEvent
cons public init(no.abakus.tasks.spi.Claim,no.abakus.tasks.WorkerLostException)
intf no.abakus.tasks.spi.TaskEvent
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public no.abakus.tasks.WorkerLostException failure()
meth public no.abakus.tasks.spi.Claim claim()
supr java.lang.Record
hfds claim,failure

CLSS public final static no.abakus.tasks.spi.TaskEvent$NotFound
 outer no.abakus.tasks.spi.TaskEvent
cons public init(no.abakus.tasks.spi.Delivery,no.abakus.tasks.spi.Rejection)
intf no.abakus.tasks.spi.TaskEvent
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public no.abakus.tasks.spi.Delivery delivery()
meth public no.abakus.tasks.spi.Rejection rejection()
supr java.lang.Record
hfds delivery,rejection

CLSS public final static no.abakus.tasks.spi.TaskEvent$Paused
 outer no.abakus.tasks.spi.TaskEvent
cons public init(no.abakus.tasks.spi.Delivery,no.abakus.tasks.spi.Pause,java.time.Instant)
intf no.abakus.tasks.spi.TaskEvent
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.time.Instant until()
meth public no.abakus.tasks.spi.Delivery delivery()
meth public no.abakus.tasks.spi.Pause pause()
supr java.lang.Record
hfds delivery,pause,until

CLSS public final static no.abakus.tasks.spi.TaskEvent$Rejected
 outer no.abakus.tasks.spi.TaskEvent
cons public init(no.abakus.tasks.spi.Delivery,no.abakus.tasks.spi.Rejection)
intf no.abakus.tasks.spi.TaskEvent
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public no.abakus.tasks.spi.Delivery delivery()
meth public no.abakus.tasks.spi.Rejection rejection()
supr java.lang.Record
hfds delivery,rejection

CLSS public final static no.abakus.tasks.spi.TaskEvent$Repeated
 outer no.abakus.tasks.spi.TaskEvent
cons public init(no.abakus.tasks.spi.Delivery)
intf no.abakus.tasks.spi.TaskEvent
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public no.abakus.tasks.spi.Delivery delivery()
supr java.lang.Record
hfds delivery

CLSS public final static no.abakus.tasks.spi.TaskEvent$Requeued
 outer no.abakus.tasks.spi.TaskEvent
cons public init(no.abakus.tasks.spi.Delivery,java.time.Duration,java.time.Instant,java.lang.String)
intf no.abakus.tasks.spi.TaskEvent
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String reason()
meth public java.time.Duration took()
meth public java.time.Instant eta()
meth public no.abakus.tasks.spi.Delivery delivery()
supr java.lang.Record
hfds delivery,eta,reason,took

CLSS public final static no.abakus.tasks.spi.TaskEvent$Retrying
 outer no.abakus.tasks.spi.TaskEvent
cons public init(no.abakus.tasks.spi.Delivery,java.time.Duration,java.time.Instant,java.util.Optional<java.lang.Throwable>)
intf no.abakus.tasks.spi.TaskEvent
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.time.Duration took()
meth public java.time.Instant eta()
meth public java.util.Optional<java.lang.Throwable> cause()
meth public no.abakus.tasks.spi.Delivery delivery()
supr java.lang.Record
hfds cause,delivery,eta,took

CLSS public final static no.abakus.tasks.spi.TaskEvent$Revoked
 outer no.abakus.tasks.spi.TaskEvent
cons public init(no.abakus.tasks.spi.Delivery,boolean,java.lang.String)
intf no.abakus.tasks.spi.TaskEvent
meth public boolean terminated()
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String by()
meth public no.abakus.tasks.spi.Delivery delivery()
supr java.lang.Record
hfds by,delivery,terminated

CLSS public final static no.abakus.tasks.spi.TaskEvent$Sent
 outer no.abakus.tasks.spi.TaskEvent
cons public init(no.abakus.tasks.spi.TaskMessage,no.abakus.tasks.spi.Route)
intf no.abakus.tasks.spi.TaskEvent
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public no.abakus.tasks.spi.Route route()
meth public no.abakus.tasks.spi.TaskMessage message()
supr java.lang.Record
hfds message,route

CLSS public final static no.abakus.tasks.spi.TaskEvent$SoftLimitReached
 outer no.abakus.tasks.spi.TaskEvent
cons public init(no.abakus.tasks.spi.Delivery,java.time.Duration)
intf no.abakus.tasks.spi.TaskEvent
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.time.Duration limit()
meth public no.abakus.tasks.spi.Delivery delivery()
supr java.lang.Record
hfds delivery,limit

CLSS public final static no.abakus.tasks.spi.TaskEvent$Started
 outer no.abakus.tasks.spi.TaskEvent
cons public init(no.abakus.tasks.spi.Delivery,java.time.Duration)
intf no.abakus.tasks.spi.TaskEvent
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.time.Duration waited()
meth public no.abakus.tasks.spi.Delivery delivery()
supr java.lang.Record
hfds delivery,waited

CLSS public final static no.abakus.tasks.spi.TaskEvent$Succeeded
 outer no.abakus.tasks.spi.TaskEvent
cons public init(no.abakus.tasks.spi.Delivery,java.time.Duration,java.time.Duration)
intf no.abakus.tasks.spi.TaskEvent
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.time.Duration took()
meth public java.time.Duration waited()
meth public no.abakus.tasks.spi.Delivery delivery()
supr java.lang.Record
hfds delivery,took,waited

CLSS public final static no.abakus.tasks.spi.TaskEvent$Unreadable
 outer no.abakus.tasks.spi.TaskEvent
cons public init(java.lang.String,java.lang.String,no.abakus.tasks.spi.Rejection)
intf no.abakus.tasks.spi.TaskEvent
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String messageId()
meth public java.lang.String queue()
meth public no.abakus.tasks.spi.Rejection rejection()
supr java.lang.Record
hfds messageId,queue,rejection

CLSS public final no.abakus.tasks.spi.TaskMessage
cons public init(no.abakus.tasks.spi.TaskMessage$Identity,no.abakus.tasks.spi.TaskMessage$Timing,no.abakus.tasks.spi.TaskMessage$Payload,java.util.Optional<java.lang.Boolean>,no.abakus.tasks.spi.FollowUps,no.abakus.logging.LogContext,no.abakus.tasks.spi.MessageExtras)
innr public final static Identity
innr public final static Payload
innr public final static Timing
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public int retries()
meth public java.lang.String contentType()
meth public java.lang.String displayName()
meth public java.lang.String id()
meth public java.lang.String origin()
meth public java.lang.String rootId()
meth public java.lang.String task()
meth public java.util.Optional<java.lang.Boolean> ignoreResult()
meth public java.util.Optional<java.lang.String> compression()
meth public java.util.Optional<java.lang.String> parentId()
meth public java.util.Optional<java.lang.String> summary()
meth public java.util.Optional<java.lang.String> token()
meth public java.util.Optional<java.time.Instant> deliverAt()
meth public java.util.Optional<java.time.Instant> eta()
meth public java.util.Optional<no.abakus.tasks.spi.Hold> hold()
meth public no.abakus.logging.LogContext context()
meth public no.abakus.tasks.spi.FollowUps followUps()
meth public no.abakus.tasks.spi.MessageBody body()
meth public no.abakus.tasks.spi.MessageExtras extras()
meth public no.abakus.tasks.spi.TaskMessage copiedAs(java.lang.String,java.util.Optional<java.lang.String>)
meth public no.abakus.tasks.spi.TaskMessage died()
meth public no.abakus.tasks.spi.TaskMessage dueAt(java.time.Instant)
meth public no.abakus.tasks.spi.TaskMessage heldBy(no.abakus.tasks.spi.Hold)
meth public no.abakus.tasks.spi.TaskMessage retriedAt(java.time.Instant)
meth public no.abakus.tasks.spi.TaskMessage returned(no.abakus.tasks.spi.Returns,java.time.Instant)
meth public no.abakus.tasks.spi.TaskMessage withoutBody()
meth public no.abakus.tasks.spi.TaskMessage$Identity identity()
meth public no.abakus.tasks.spi.TaskMessage$Payload payload()
meth public no.abakus.tasks.spi.TaskMessage$Timing timing()
supr java.lang.Record
hfds NO_BODY,RETURNED,context,extras,followUps,identity,ignoreResult,payload,timing

CLSS public final static no.abakus.tasks.spi.TaskMessage$Identity
 outer no.abakus.tasks.spi.TaskMessage
cons public init(java.lang.String,java.lang.String,java.lang.String,java.util.Optional<java.lang.String>,java.lang.String,java.util.Optional<java.lang.String>)
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String id()
meth public java.lang.String origin()
meth public java.lang.String rootId()
meth public java.lang.String task()
meth public java.util.Optional<java.lang.String> parentId()
meth public java.util.Optional<java.lang.String> token()
supr java.lang.Record
hfds id,origin,parentId,rootId,task,token

CLSS public final static no.abakus.tasks.spi.TaskMessage$Payload
 outer no.abakus.tasks.spi.TaskMessage
cons public init(java.lang.String,java.util.Optional<java.lang.String>,no.abakus.tasks.spi.MessageBody,java.util.Optional<java.lang.String>)
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String contentType()
meth public java.util.Optional<java.lang.String> compression()
meth public java.util.Optional<java.lang.String> summary()
meth public no.abakus.tasks.spi.MessageBody body()
supr java.lang.Record
hfds body,compression,contentType,summary

CLSS public final static no.abakus.tasks.spi.TaskMessage$Timing
 outer no.abakus.tasks.spi.TaskMessage
cons public init(int,java.util.Optional<java.time.Instant>,java.util.Optional<no.abakus.tasks.spi.Hold>)
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public int retries()
meth public java.util.Optional<java.time.Instant> eta()
meth public java.util.Optional<no.abakus.tasks.spi.Hold> hold()
supr java.lang.Record
hfds eta,hold,retries

CLSS public abstract interface no.abakus.tasks.spi.TaskRouter
 anno 0 java.lang.FunctionalInterface()
meth public abstract java.util.Optional<no.abakus.tasks.TaskOptions> route(no.abakus.tasks.TaskSignature)
meth public int order()

CLSS public abstract interface no.abakus.tasks.spi.TaskSerializer
meth public abstract java.lang.Object convert(java.lang.Object,java.lang.reflect.Type)
meth public abstract java.lang.String contentType()
meth public abstract java.lang.String name()
meth public abstract no.abakus.tasks.spi.MessageBody write(no.abakus.tasks.spi.TaskArguments)
meth public abstract no.abakus.tasks.spi.TaskArguments read(no.abakus.tasks.spi.MessageBody,no.abakus.tasks.spi.ParameterTypes) throws no.abakus.tasks.spi.UnreadableMessageException

CLSS public final no.abakus.tasks.spi.UnreadableMessageException
cons public init(no.abakus.tasks.spi.Rejection$Reason,java.lang.String)
cons public init(no.abakus.tasks.spi.Rejection$Reason,java.lang.String,java.lang.Throwable)
meth public no.abakus.tasks.spi.Rejection rejection()
supr java.lang.Exception
hfds rejection

CLSS abstract interface no.abakus.tasks.spi.package-info

