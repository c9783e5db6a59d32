/* Keeps beside a database file the image that a power cut would leave: a write reaches the image only when the
   file is synchronised, or at once where the file was opened for synchronous writing. Loaded with LD_PRELOAD;
   DURABLE_IMAGE names the image. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/uio.h>
#include <unistd.h>

#define MAX_FD 1024
enum { OTHER, BUFFERED, SYNCHRONOUS };

struct pending {
  struct pending *next;
  off_t at;
  size_t length;
  char bytes[];
};

static int kinds[MAX_FD];
static int image = -1;
static struct pending *first, **last = &first;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

static int opened(int fd, const char *path, int flags) {
  size_t length = strlen(path);
  if (fd < 0 || fd >= MAX_FD) return fd;
  int data = length > 8 && strcmp(path + length - 8, "data.mdb") == 0 && (flags & O_ACCMODE) != O_RDONLY;
  kinds[fd] = !data ? OTHER : flags & O_DSYNC ? SYNCHRONOUS : BUFFERED;
  const char *name = getenv("DURABLE_IMAGE");
  if (data && image < 0 && name) image = REAL(open)(name, O_RDWR | O_CREAT, 0600);
  return fd;
}

static void wrote(int fd, const void *bytes, size_t length, off_t at) {
  if (fd < 0 || fd >= MAX_FD || kinds[fd] == OTHER || image < 0) return;
  if (kinds[fd] == SYNCHRONOUS) {
    if (REAL(pwrite)(image, bytes, length, at) < 0) abort();
    return;
  }
  struct pending *one = malloc(sizeof *one + length);
  *one = (struct pending){.next = NULL, .at = at, .length = length};
  memcpy(one->bytes, bytes, length);
  pthread_mutex_lock(&lock);
  *last = one;
  last = &one->next;
  pthread_mutex_unlock(&lock);
}

static void synchronised(int fd) {
  if (fd < 0 || fd >= MAX_FD || kinds[fd] == OTHER || image < 0) return;
  pthread_mutex_lock(&lock);
  while (first) {
    struct pending *one = first;
    if (REAL(pwrite)(image, one->bytes, one->length, one->at) < 0) abort();
    first = one->next;
    free(one);
  }
  last = &first;
  pthread_mutex_unlock(&lock);
}

#define OPEN(name)                                          \
  int name(const char *path, int flags, ...) {              \
    va_list list;                                           \
    va_start(list, flags);                                  \
    mode_t mode = va_arg(list, int);                        \
    va_end(list);                                           \
    return opened(REAL(name)(path, flags, mode), path, flags); \
  }
OPEN(open)
OPEN(open64)

int close(int fd) {
  if (fd >= 0 && fd < MAX_FD) kinds[fd] = OTHER;
  return REAL(close)(fd);
}

#define PWRITE(name)                                                       \
  ssize_t name(int fd, const void *bytes, size_t length, off_t at) {       \
    ssize_t done = REAL(name)(fd, bytes, length, at);                      \
    if (done > 0) wrote(fd, bytes, (size_t)done, at);                      \
    return done;                                                           \
  }
PWRITE(pwrite)
PWRITE(pwrite64)

static void wrote_vector(int fd, const struct iovec *parts, int count, size_t left, off_t at) {
  for (int i = 0; i < count && left > 0; i += 1) {
    size_t length = parts[i].iov_len < left ? parts[i].iov_len : left;
    wrote(fd, parts[i].iov_base, length, at);
    at += (off_t)length;
    left -= length;
  }
}

ssize_t writev(int fd, const struct iovec *parts, int count) {
  off_t at = lseek(fd, 0, SEEK_CUR);
  ssize_t done = REAL(writev)(fd, parts, count);
  if (done > 0 && at >= 0) wrote_vector(fd, parts, count, (size_t)done, at);
  return done;
}

#define PWRITEV(name)                                                            \
  ssize_t name(int fd, const struct iovec *parts, int count, off_t at) {         \
    ssize_t done = REAL(name)(fd, parts, count, at);                             \
    if (done > 0) wrote_vector(fd, parts, count, (size_t)done, at);              \
    return done;                                                                 \
  }
PWRITEV(pwritev)
PWRITEV(pwritev64)

ssize_t write(int fd, const void *bytes, size_t length) {
  int watched = fd >= 0 && fd < MAX_FD && kinds[fd] != OTHER;
  off_t at = watched ? lseek(fd, 0, SEEK_CUR) : -1;
  ssize_t done = REAL(write)(fd, bytes, length);
  if (watched && done > 0 && at >= 0) wrote(fd, bytes, (size_t)done, at);
  return done;
}

int fdatasync(int fd) {
  int result = REAL(fdatasync)(fd);
  if (result == 0) synchronised(fd);
  return result;
}

int fsync(int fd) {
  int result = REAL(fsync)(fd);
  if (result == 0) synchronised(fd);
  return result;
}
