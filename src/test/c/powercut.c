/*
 * Writes down what a program does to the files below one folder, so that the disk after a power cut can be worked out (org.colloquy.durability.Disk).
 *
 *   cc -O2 -shared -fPIC -o powercut.so powercut.c
 *   POWERCUT_FOLDER=/absolute/folder POWERCUT_LOG=/absolute/log LD_PRELOAD=powercut.so program
 *
 * The log is LOG.PID, one record after the other:
 *   u8 kind, u64 begun, u64 ended (nanoseconds, CLOCK_MONOTONIC), u64 inode, u64 number, u32 length 1, u32 length 2, bytes 1, bytes 2
 * A change and its record are made under one lock, so the order of records is the order of changes. A force has two records: what was changed before the
 * first one is on disk from the time of the second one.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

enum kind { OPENED = 1, CREATED, WRITTEN, SIZED, FORCE_BEGUN, FORCE_DONE, RENAMED, REMOVED, FOLDER_MADE, FOLDER_OPENED, MAPPED };

#define MOST_FILES 65536

static int log_fd = -1;
static char folder[PATH_MAX];
static size_t folder_length;
static ino_t watched[MOST_FILES];   /* inode by descriptor; 0: not below the folder */
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static uint64_t forces;


static uint64_t now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (uint64_t)t.tv_sec * 1000000000u + (uint64_t)t.tv_nsec;
}

static void put(const void *bytes, size_t length) {
    const char *at = bytes;
    while (length > 0) {
        long written = syscall(SYS_write, log_fd, at, length);
        if (written < 0) {
            if (errno == EINTR) continue;
            static const char sentence[] = "powercut: the log cannot be written\n";
            syscall(SYS_write, 2, sentence, sizeof sentence - 1);
            abort();
        }
        at += written;
        length -= (size_t)written;
    }
}

static void record(enum kind kind, uint64_t begun, uint64_t inode, uint64_t number, const void *one, size_t one_length, const void *two, size_t two_length) {
    char head[41];
    uint64_t ended = now();
    uint32_t lengths[2] = {(uint32_t)one_length, (uint32_t)two_length};
    int kept = errno;
    head[0] = (char)kind;
    memcpy(head + 1, &begun, 8);
    memcpy(head + 9, &ended, 8);
    memcpy(head + 17, &inode, 8);
    memcpy(head + 25, &number, 8);
    memcpy(head + 33, lengths, 8);
    put(head, sizeof head);
    put(one, one_length);
    put(two, two_length);
    errno = kept;
}

__attribute__((constructor)) static void begin(void) {
    const char *log = getenv("POWERCUT_LOG"), *below = getenv("POWERCUT_FOLDER");
    char name[PATH_MAX];
    if (log == NULL || below == NULL || realpath(below, folder) == NULL) return;
    folder_length = strlen(folder);
    snprintf(name, sizeof name, "%s.%d", log, (int)getpid());
    log_fd = (int)syscall(SYS_openat, AT_FDCWD, name, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

/* The path without . and .., where it lies below the folder; else NULL. The last name may not exist yet. */
static const char *below(int at, const char *path, char *into) {
    char joined[PATH_MAX], start[64];
    if (log_fd < 0 || path == NULL) return NULL;
    int kept = errno;
    if (path[0] == '/') {
        snprintf(joined, sizeof joined, "%s", path);
    } else {
        char base[PATH_MAX];
        if (at == AT_FDCWD) {
            if (getcwd(base, sizeof base) == NULL) { errno = kept; return NULL; }
        } else {
            snprintf(start, sizeof start, "/proc/self/fd/%d", at);
            ssize_t length = readlink(start, base, sizeof base - 1);
            if (length < 0) { errno = kept; return NULL; }
            base[length] = 0;
        }
        if ((size_t)snprintf(joined, sizeof joined, "%s/%s", base, path) >= sizeof joined) { errno = kept; return NULL; }
    }
    char *name = strrchr(joined, '/');
    char parent[PATH_MAX];
    if (realpath(joined, into) == NULL) {
        *name = 0;
        if (realpath(joined[0] == 0 ? "/" : joined, parent) == NULL || (size_t)snprintf(into, PATH_MAX, "%s/%s", parent, name + 1) >= PATH_MAX) {
            errno = kept;
            return NULL;
        }
    }
    errno = kept;
    if (strncmp(into, folder, folder_length) != 0) return NULL;
    if (into[folder_length] != 0 && into[folder_length] != '/') return NULL;
    return into;
}

static const char *inside(const char *full) { return full[folder_length] == '/' ? full + folder_length + 1 : ""; }

static uint64_t inode_of(int fd) {
    struct stat facts;
    if (fd < 0 || fd >= MOST_FILES || watched[fd] == 0) return 0;
    int kept = errno;
    uint64_t inode = fstat(fd, &facts) == 0 && facts.st_ino == watched[fd] ? (uint64_t)facts.st_ino : 0;
    errno = kept;
    return inode;
}

static int opened(int at, const char *path, int flags, mode_t mode) {
    char full[PATH_MAX];
    const char *file = below(at, path, full);
    if (file == NULL) {
        int fd = (int)syscall(SYS_openat, at, path, flags, mode);
        if (fd >= 0 && fd < MOST_FILES) watched[fd] = 0;
        return fd;
    }
    pthread_mutex_lock(&lock);
    uint64_t begun = now();
    struct stat facts;
    int kept = errno;
    int there = stat(full, &facts) == 0;
    errno = kept;
    int fd = (int)syscall(SYS_openat, at, path, flags, mode);
    if (fd >= 0 && fd < MOST_FILES && fstat(fd, &facts) == 0) {
        watched[fd] = facts.st_ino;
        const char *name = inside(full);
        enum kind kind = S_ISDIR(facts.st_mode) ? FOLDER_OPENED : there ? OPENED : CREATED;
        record(kind, begun, facts.st_ino, 0, name, strlen(name), NULL, 0);
        if (there && (flags & O_TRUNC) != 0 && S_ISREG(facts.st_mode)) record(SIZED, begun, facts.st_ino, 0, NULL, 0, NULL, 0);
    }
    pthread_mutex_unlock(&lock);
    return fd;
}

#define MODE(flags) mode_t mode = 0; if (((flags) & O_CREAT) != 0) { va_list rest; va_start(rest, flags); mode = (mode_t)va_arg(rest, int); va_end(rest); }
int open(const char *path, int flags, ...) { MODE(flags) return opened(AT_FDCWD, path, flags, mode); }
int open64(const char *path, int flags, ...) { MODE(flags) return opened(AT_FDCWD, path, flags, mode); }
int openat(int at, const char *path, int flags, ...) { MODE(flags) return opened(at, path, flags, mode); }
int openat64(int at, const char *path, int flags, ...) { MODE(flags) return opened(at, path, flags, mode); }
int creat(const char *path, mode_t mode) { return opened(AT_FDCWD, path, O_CREAT | O_WRONLY | O_TRUNC, mode); }
int creat64(const char *path, mode_t mode) { return opened(AT_FDCWD, path, O_CREAT | O_WRONLY | O_TRUNC, mode); }

int close(int fd) {
    if (fd >= 0 && fd == log_fd) { errno = EBADF; return -1; }
    if (fd >= 0 && fd < MOST_FILES) watched[fd] = 0;
    return (int)syscall(SYS_close, fd);
}

static int copied(int from, int to) {
    if (from >= 0 && from < MOST_FILES && to >= 0 && to < MOST_FILES) watched[to] = watched[from];
    return to;
}
int dup(int fd) { return copied(fd, (int)syscall(SYS_dup, fd)); }
int dup2(int fd, int to) {
    if (fd == to) return (int)syscall(SYS_fcntl, fd, F_GETFD) < 0 ? -1 : to;
    return copied(fd, (int)syscall(SYS_dup3, fd, to, 0));
}
int dup3(int fd, int to, int flags) { return copied(fd, (int)syscall(SYS_dup3, fd, to, flags)); }

/* Where a write without a place will go. */
static off_t place(int fd) {
    int kept = errno;
    struct stat facts;
    int flags = (int)syscall(SYS_fcntl, fd, F_GETFL);
    off_t at = (flags & O_APPEND) != 0 && fstat(fd, &facts) == 0 ? facts.st_size : (off_t)syscall(SYS_lseek, fd, 0, SEEK_CUR);
    errno = kept;
    return at;
}

ssize_t write(int fd, const void *bytes, size_t length) {
    uint64_t inode = inode_of(fd);
    if (inode == 0) return syscall(SYS_write, fd, bytes, length);
    pthread_mutex_lock(&lock);
    uint64_t begun = now();
    off_t at = place(fd);
    ssize_t written = syscall(SYS_write, fd, bytes, length);
    if (written > 0) record(WRITTEN, begun, inode, (uint64_t)at, bytes, (size_t)written, NULL, 0);
    pthread_mutex_unlock(&lock);
    return written;
}

ssize_t pwrite64(int fd, const void *bytes, size_t length, off64_t at) {
    uint64_t inode = inode_of(fd);
    if (inode == 0) return syscall(SYS_pwrite64, fd, bytes, length, at);
    pthread_mutex_lock(&lock);
    uint64_t begun = now();
    ssize_t written = syscall(SYS_pwrite64, fd, bytes, length, at);
    if (written > 0) record(WRITTEN, begun, inode, (uint64_t)at, bytes, (size_t)written, NULL, 0);
    pthread_mutex_unlock(&lock);
    return written;
}
ssize_t pwrite(int fd, const void *bytes, size_t length, off_t at) { return pwrite64(fd, bytes, length, at); }

/* As the program asked for it, piece by piece: a short write ends it, as it may. */
static ssize_t gathered(int fd, const struct iovec *pieces, int count, off64_t at, int with_place) {
    ssize_t all = 0;
    for (int i = 0; i < count; i++) {
        ssize_t written = with_place ? pwrite64(fd, pieces[i].iov_base, pieces[i].iov_len, at + all) : write(fd, pieces[i].iov_base, pieces[i].iov_len);
        if (written < 0) return all > 0 ? all : written;
        all += written;
        if ((size_t)written < pieces[i].iov_len) break;
    }
    return all;
}
ssize_t writev(int fd, const struct iovec *pieces, int count) {
    return inode_of(fd) == 0 ? syscall(SYS_writev, fd, pieces, count) : gathered(fd, pieces, count, 0, 0);
}
ssize_t pwritev64(int fd, const struct iovec *pieces, int count, off64_t at) { return gathered(fd, pieces, count, at, 1); }
ssize_t pwritev(int fd, const struct iovec *pieces, int count, off_t at) { return gathered(fd, pieces, count, at, 1); }

/* Writes down what the kernel copied into a file by itself. */
static void copied_bytes(int fd, uint64_t inode, uint64_t begun, off_t at, ssize_t length) {
    char name[64], block[65536];
    int kept = errno;
    snprintf(name, sizeof name, "/proc/self/fd/%d", fd);
    int in = (int)syscall(SYS_openat, AT_FDCWD, name, O_RDONLY | O_CLOEXEC, 0);
    for (ssize_t done = 0; in >= 0 && done < length;) {
        size_t want = (size_t)(length - done) < sizeof block ? (size_t)(length - done) : sizeof block;
        ssize_t got = syscall(SYS_pread64, in, block, want, at + done);
        if (got <= 0) break;
        record(WRITTEN, begun, inode, (uint64_t)(at + done), block, (size_t)got, NULL, 0);
        done += got;
    }
    if (in >= 0) syscall(SYS_close, in);
    errno = kept;
}
ssize_t copy_file_range(int in, off64_t *in_at, int out, off64_t *out_at, size_t length, unsigned flags) {
    uint64_t inode = inode_of(out);
    if (inode == 0) return syscall(SYS_copy_file_range, in, in_at, out, out_at, length, flags);
    pthread_mutex_lock(&lock);
    uint64_t begun = now();
    off_t at = out_at != NULL ? *out_at : place(out);
    ssize_t copied = syscall(SYS_copy_file_range, in, in_at, out, out_at, length, flags);
    if (copied > 0) copied_bytes(out, inode, begun, at, copied);
    pthread_mutex_unlock(&lock);
    return copied;
}
ssize_t sendfile64(int out, int in, off64_t *in_at, size_t length) {
    uint64_t inode = inode_of(out);
    if (inode == 0) return syscall(SYS_sendfile, out, in, in_at, length);
    pthread_mutex_lock(&lock);
    uint64_t begun = now();
    off_t at = place(out);
    ssize_t copied = syscall(SYS_sendfile, out, in, in_at, length);
    if (copied > 0) copied_bytes(out, inode, begun, at, copied);
    pthread_mutex_unlock(&lock);
    return copied;
}
ssize_t sendfile(int out, int in, off_t *in_at, size_t length) { return sendfile64(out, in, in_at, length); }

int ftruncate64(int fd, off64_t size) {
    uint64_t inode = inode_of(fd);
    if (inode == 0) return (int)syscall(SYS_ftruncate, fd, size);
    pthread_mutex_lock(&lock);
    uint64_t begun = now();
    int failed = (int)syscall(SYS_ftruncate, fd, size);
    if (failed == 0) record(SIZED, begun, inode, (uint64_t)size, NULL, 0, NULL, 0);
    pthread_mutex_unlock(&lock);
    return failed;
}
int ftruncate(int fd, off_t size) { return ftruncate64(fd, size); }

static int allocated(int fd, int mode, off64_t at, off64_t length) {
    uint64_t inode = inode_of(fd);
    if (inode == 0) return (int)syscall(SYS_fallocate, fd, mode, at, length);
    pthread_mutex_lock(&lock);
    uint64_t begun = now();
    struct stat facts;
    int failed = (int)syscall(SYS_fallocate, fd, mode, at, length);
    if (failed == 0 && fstat(fd, &facts) == 0) record(SIZED, begun, inode, (uint64_t)facts.st_size, NULL, 0, NULL, 0);
    pthread_mutex_unlock(&lock);
    return failed;
}
int fallocate64(int fd, int mode, off64_t at, off64_t length) { return allocated(fd, mode, at, length); }
int fallocate(int fd, int mode, off_t at, off_t length) { return allocated(fd, mode, at, length); }
int posix_fallocate64(int fd, off64_t at, off64_t length) { return allocated(fd, 0, at, length) == 0 ? 0 : errno; }
int posix_fallocate(int fd, off_t at, off_t length) { return posix_fallocate64(fd, at, length); }

static int forced(int fd, long call) {
    uint64_t inode = inode_of(fd);
    if (inode == 0) return (int)syscall(call, fd);
    pthread_mutex_lock(&lock);
    uint64_t number = ++forces;
    uint64_t begun = now();
    record(FORCE_BEGUN, begun, inode, number, NULL, 0, NULL, 0);
    pthread_mutex_unlock(&lock);
    int failed = (int)syscall(call, fd);
    if (failed == 0) {
        pthread_mutex_lock(&lock);
        record(FORCE_DONE, begun, inode, number, NULL, 0, NULL, 0);
        pthread_mutex_unlock(&lock);
    }
    return failed;
}
int fsync(int fd) { return forced(fd, SYS_fsync); }
int fdatasync(int fd) { return forced(fd, SYS_fdatasync); }

static int renamed(int from_at, const char *from, int to_at, const char *to, unsigned flags) {
    char from_full[PATH_MAX], to_full[PATH_MAX];
    const char *one = below(from_at, from, from_full), *two = below(to_at, to, to_full);
    if (one == NULL && two == NULL) return (int)syscall(SYS_renameat2, from_at, from, to_at, to, flags);
    pthread_mutex_lock(&lock);
    uint64_t begun = now();
    int failed = (int)syscall(SYS_renameat2, from_at, from, to_at, to, flags);
    if (failed == 0) {
        const char *a = one == NULL ? "" : inside(one), *b = two == NULL ? "" : inside(two);
        record(RENAMED, begun, 0, flags, a, strlen(a), b, strlen(b));
    }
    pthread_mutex_unlock(&lock);
    return failed;
}
int rename(const char *from, const char *to) { return renamed(AT_FDCWD, from, AT_FDCWD, to, 0); }
int renameat(int from_at, const char *from, int to_at, const char *to) { return renamed(from_at, from, to_at, to, 0); }
int renameat2(int from_at, const char *from, int to_at, const char *to, unsigned flags) { return renamed(from_at, from, to_at, to, flags); }

static int removed(int at, const char *path, int flags) {
    char full[PATH_MAX];
    const char *file = below(at, path, full);
    if (file == NULL) return (int)syscall(SYS_unlinkat, at, path, flags);
    pthread_mutex_lock(&lock);
    uint64_t begun = now();
    int failed = (int)syscall(SYS_unlinkat, at, path, flags);
    if (failed == 0) record(REMOVED, begun, 0, 0, inside(full), strlen(inside(full)), NULL, 0);
    pthread_mutex_unlock(&lock);
    return failed;
}
int unlink(const char *path) { return removed(AT_FDCWD, path, 0); }
int unlinkat(int at, const char *path, int flags) { return removed(at, path, flags); }
int rmdir(const char *path) { return removed(AT_FDCWD, path, AT_REMOVEDIR); }
int remove(const char *path) {
    int failed = removed(AT_FDCWD, path, 0);
    return failed != 0 && (errno == EISDIR || errno == EPERM) ? removed(AT_FDCWD, path, AT_REMOVEDIR) : failed;
}

static int folder_made(int at, const char *path, mode_t mode) {
    char full[PATH_MAX];
    const char *file = below(at, path, full);
    if (file == NULL) return (int)syscall(SYS_mkdirat, at, path, mode);
    pthread_mutex_lock(&lock);
    uint64_t begun = now();
    struct stat facts;
    int failed = (int)syscall(SYS_mkdirat, at, path, mode);
    if (failed == 0 && stat(full, &facts) == 0) record(FOLDER_MADE, begun, facts.st_ino, 0, inside(full), strlen(inside(full)), NULL, 0);
    pthread_mutex_unlock(&lock);
    return failed;
}
int mkdir(const char *path, mode_t mode) { return folder_made(AT_FDCWD, path, mode); }
int mkdirat(int at, const char *path, mode_t mode) { return folder_made(at, path, mode); }

/* A file that is written through memory cannot be followed: the reader of the log decides whether it matters. */
void *mmap64(void *at, size_t length, int protection, int flags, int fd, off64_t offset) {
    uint64_t inode = (flags & MAP_SHARED) != 0 && (protection & PROT_WRITE) != 0 ? inode_of(fd) : 0;
    if (inode != 0) {
        pthread_mutex_lock(&lock);
        record(MAPPED, now(), inode, 0, NULL, 0, NULL, 0);
        pthread_mutex_unlock(&lock);
    }
    return (void *)syscall(SYS_mmap, at, length, protection, flags, fd, offset);
}
void *mmap(void *at, size_t length, int protection, int flags, int fd, off_t offset) { return mmap64(at, length, protection, flags, fd, offset); }
