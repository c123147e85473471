package org.colloquy.speech.vosk;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/**
 * How the C library hands out memory in this process. Vosk asks for many small pieces and frees big
 * ones between them; a fifth of its time went into that. Told to keep what was freed, glibc spares
 * most of it. Other C libraries have no such function, and are left as they are.
 */
final class Allocation {
    // From glibc's malloc.h: int mallopt(int param, int value).
    private static final int M_MXFAST = 1;
    private static final int M_TRIM_THRESHOLD = -1;
    private static final int M_TOP_PAD = -2;
    private static final int M_MMAP_THRESHOLD = -3;

    private static final int KEPT = 1 << 28;
    private static final int AHEAD = 1 << 23;

    private Allocation() {}

    /** For the process as a whole, best before anything big is loaded. */
    static void keepWhatIsFreed() {
        Linker linker = Linker.nativeLinker();
        Optional<MemorySegment> mallopt = linker.defaultLookup().find("mallopt");
        if (mallopt.isPresent()) {
            MethodHandle set =
                    linker.downcallHandle(
                            mallopt.get(),
                            FunctionDescriptor.of(
                                    ValueLayout.JAVA_INT,
                                    ValueLayout.JAVA_INT,
                                    ValueLayout.JAVA_INT));
            set(set, M_MXFAST, 0);
            set(set, M_MMAP_THRESHOLD, KEPT);
            set(set, M_TRIM_THRESHOLD, KEPT);
            set(set, M_TOP_PAD, AHEAD);
        }
    }

    private static void set(MethodHandle mallopt, int parameter, int value) {
        try {
            // 0 means that this C library does not know the parameter: then nothing changes.
            int known = (int) mallopt.invokeExact(parameter, value);
            assert known == 0 || known == 1;
        } catch (Throwable impossible) {
            throw new IllegalStateException("mallopt cannot be called", impossible);
        }
    }
}
