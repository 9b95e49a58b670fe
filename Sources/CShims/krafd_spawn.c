#define _GNU_SOURCE
#include "krafd_spawn.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <unistd.h>

enum { MAX_DESCRIPTORS = 16 };

static int set_attributes(posix_spawnattr_t *attributes) {
  sigset_t none, all;
  sigemptyset(&none);
  sigfillset(&all);
  short flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSID;
#ifdef __APPLE__
  flags |= POSIX_SPAWN_CLOEXEC_DEFAULT;
#endif
  int failure = posix_spawnattr_setflags(attributes, flags);
  if (!failure) failure = posix_spawnattr_setsigmask(attributes, &none);
  if (!failure) failure = posix_spawnattr_setsigdefault(attributes, &all);
  return failure;
}

static int set_actions(posix_spawn_file_actions_t *actions, const krafd_child *child, const int *copies) {
  int failure = posix_spawn_file_actions_addchdir_np(actions, child->folder);
  for (int i = 0; i < child->descriptor_count && !failure; i++)
    failure = posix_spawn_file_actions_adddup2(actions, copies[i], i);
#ifdef __linux__
  if (!failure) failure = posix_spawn_file_actions_addclosefrom_np(actions, child->descriptor_count);
#endif
  return failure;
}

int krafd_spawn(const krafd_child *child, pid_t *process) {
  if (child->descriptor_count < 0 || child->descriptor_count > MAX_DESCRIPTORS) return EINVAL;

  // Copies above the child's numbers, so that no dup2 overwrites the source of a later one.
  int copies[MAX_DESCRIPTORS], made = 0, failure = 0;
  for (; made < child->descriptor_count && !failure; made++) {
    copies[made] = fcntl(child->descriptors[made], F_DUPFD_CLOEXEC, MAX_DESCRIPTORS);
    if (copies[made] < 0) failure = errno;
  }

  posix_spawnattr_t attributes;
  posix_spawn_file_actions_t actions;
  if (!failure && !(failure = posix_spawnattr_init(&attributes))) {
    if (!(failure = posix_spawn_file_actions_init(&actions))) {
      failure = set_attributes(&attributes);
      if (!failure) failure = set_actions(&actions, child, copies);
      if (!failure)
        failure = posix_spawn(process, child->program, &actions, &attributes, child->arguments, child->environment);
      posix_spawn_file_actions_destroy(&actions);
    }
    posix_spawnattr_destroy(&attributes);
  }
  for (int i = 0; i < made; i++)
    if (copies[i] >= 0) close(copies[i]);
  return failure;
}
