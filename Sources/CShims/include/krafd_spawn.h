#ifndef KRAFD_SPAWN_H
#define KRAFD_SPAWN_H
#include <stddef.h>
#include <sys/types.h>

/// What a new process is given.
typedef struct {
  /// An absolute path; the search path is not used.
  const char *program;
  /// Null-terminated, the program's name first.
  char *const *arguments;
  /// Null-terminated `NAME=value` texts.
  char *const *environment;
  const char *folder;
  /// Descriptor i of the child is descriptors[i] of ours; the child has no others.
  const int *descriptors;
  int descriptor_count;
} krafd_child;

/// Starts a process in a session of its own, with default signal handling, and stores its id. Answers 0 or an errno value.
int krafd_spawn(const krafd_child *child, pid_t *process);
#endif
