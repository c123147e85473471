package org.colloquy.durability;

/** Something that a program did to the files of a folder, as {@code powercut.c} writes it down. */
sealed interface DiskEvent {
    /** When it began, by the monotonic clock. */
    long atNanos();

    /** A file or folder that may have been there before. */
    record Opened(long atNanos, long inode, String path, boolean folder) implements DiskEvent {}

    record Created(long atNanos, long inode, String path, boolean folder) implements DiskEvent {}

    record Written(long atNanos, long inode, long offset, byte[] bytes) implements DiskEvent {}

    /** Cut or grown to a length. */
    record Sized(long atNanos, long inode, long length) implements DiskEvent {}

    /**
     * A force begins: it will cover what was changed before.
     *
     * @param number of the force, the same in {@link ForceDone}
     */
    record ForceBegun(long atNanos, long inode, long number) implements DiskEvent {}

    /**
     * @param atNanos when it was over
     */
    record ForceDone(long atNanos, long inode, long number) implements DiskEvent {}

    record Renamed(long atNanos, String from, String to) implements DiskEvent {}

    record Removed(long atNanos, String path) implements DiskEvent {}

    /** Written through memory from now on, which nobody can follow. */
    record Mapped(long atNanos, long inode) implements DiskEvent {}
}
