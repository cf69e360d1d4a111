/* Ends a run at its n-th call that changes the disk.
 *
 * LD_PRELOADed into a process and its children. The counter lies in a file that all of them map, so calls of workers
 * count too. CRASH_COUNTER names that file (24 bytes), CRASH_UNDER the folder in which calls count, CRASH_LOG a file to
 * which every call is noted. crash_arm(n) starts counting anew; at the n-th call the whole process group is killed
 * (0: never). crash_calls and crash_killed say what happened.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

struct shared {
    atomic_long calls;
    atomic_long killed;
    atomic_long at;
};

static struct shared *shared;
static const char *under;
static int log_fd = -1;

__attribute__((constructor)) static void begin(void) {
    const char *counter = getenv("CRASH_COUNTER"), *log = getenv("CRASH_LOG");
    under = getenv("CRASH_UNDER");
    if (!counter || !under) return;
    int fd = open(counter, O_RDWR);
    if (fd < 0) return;
    void *mapped = mmap(NULL, sizeof(struct shared), PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    if (mapped != MAP_FAILED) shared = mapped;
    close(fd);
    if (log) log_fd = open(log, O_WRONLY | O_APPEND | O_CLOEXEC);
}

void crash_arm(long at) {
    atomic_store(&shared->calls, 0);
    atomic_store(&shared->killed, 0);
    atomic_store(&shared->at, at);
}
long crash_calls(void) { return atomic_load(&shared->calls); }
long crash_killed(void) { return atomic_load(&shared->killed); }

static int counts(const char *path) { return shared && under && path && strstr(path, under) == path; }

static int counts_fd(int fd, char *path) {
    char link[64];
    if (!shared) return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, PATH_MAX - 1);
    if (length < 0) return 0;
    path[length] = 0;
    return counts(path);
}

static void step(const char *call, const char *path) {
    int saved = errno;
    long number = atomic_fetch_add(&shared->calls, 1) + 1;
    if (log_fd >= 0) {
        char line[PATH_MAX + 64];
        int length = snprintf(line, sizeof line, "%ld %s %s\n", number, call, path);
        ssize_t (*really)(int, const void *, size_t) = dlsym(RTLD_NEXT, "write");
        if (length > 0) (void)!really(log_fd, line, (size_t)length);
    }
    if (number == atomic_load(&shared->at)) {
        atomic_store(&shared->killed, 1);
        kill(0, SIGKILL);
        for (;;) pause();
    }
    errno = saved;
}

#define REAL(name) static __typeof__(&name) real; if (!real) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name)
#define ON_FD(fd, call) do { char p[PATH_MAX]; if (counts_fd(fd, p)) step(call, p); } while (0)
#define ON_PATH(path, call) do { char p[PATH_MAX]; if (absolute(AT_FDCWD, path, p)) step(call, p); } while (0)

/* Paths are compared as they are given; relative ones are taken from where they are meant. */
static int absolute(int dir, const char *path, char *out) {
    if (!shared || !path) return 0;
    if (path[0] == '/') {
        snprintf(out, PATH_MAX, "%s", path);
    } else {
        char base[PATH_MAX];
        if (dir == AT_FDCWD) {
            if (!getcwd(base, sizeof base)) return 0;
        } else {
            char link[64];
            snprintf(link, sizeof link, "/proc/self/fd/%d", dir);
            ssize_t length = readlink(link, base, sizeof base - 1);
            if (length < 0) return 0;
            base[length] = 0;
        }
        if (snprintf(out, PATH_MAX, "%s/%s", base, path) >= PATH_MAX) return 0;
    }
    return counts(out);
}

ssize_t write(int fd, const void *data, size_t size) { REAL(write); ON_FD(fd, "write"); return real(fd, data, size); }
ssize_t pwrite64(int fd, const void *data, size_t size, off64_t at_) { REAL(pwrite64); ON_FD(fd, "write"); return real(fd, data, size, at_); }
ssize_t writev(int fd, const struct iovec *data, int count) { REAL(writev); ON_FD(fd, "write"); return real(fd, data, count); }
int fsync(int fd) { REAL(fsync); ON_FD(fd, "fsync"); return real(fd); }
int fdatasync(int fd) { REAL(fdatasync); ON_FD(fd, "fsync"); return real(fd); }
int rename(const char *from, const char *to) { REAL(rename); ON_PATH(to, "rename"); return real(from, to); }
int renameat(int a, const char *from, int b, const char *to) {
    REAL(renameat); char p[PATH_MAX]; if (absolute(b, to, p)) step("rename", p); return real(a, from, b, to);
}
int renameat2(int a, const char *from, int b, const char *to, unsigned flags) {
    REAL(renameat2); char p[PATH_MAX]; if (absolute(b, to, p)) step("rename", p); return real(a, from, b, to, flags);
}
int unlink(const char *path) { REAL(unlink); ON_PATH(path, "unlink"); return real(path); }
int unlinkat(int dir, const char *path, int flags) {
    REAL(unlinkat); char p[PATH_MAX]; if (absolute(dir, path, p)) step("unlink", p); return real(dir, path, flags);
}
int rmdir(const char *path) { REAL(rmdir); ON_PATH(path, "unlink"); return real(path); }
int mkdir(const char *path, mode_t mode) { REAL(mkdir); ON_PATH(path, "mkdir"); return real(path, mode); }
int mkdirat(int dir, const char *path, mode_t mode) {
    REAL(mkdirat); char p[PATH_MAX]; if (absolute(dir, path, p)) step("mkdir", p); return real(dir, path, mode);
}
int symlink(const char *target, const char *path) { REAL(symlink); ON_PATH(path, "symlink"); return real(target, path); }
int symlinkat(const char *target, int dir, const char *path) {
    REAL(symlinkat); char p[PATH_MAX]; if (absolute(dir, path, p)) step("symlink", p); return real(target, dir, path);
}
