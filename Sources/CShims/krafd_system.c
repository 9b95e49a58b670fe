#define _GNU_SOURCE
#include "krafd_system.h"

#include <fcntl.h>
#include <pthread.h>
#include <sys/socket.h>
#include <unistd.h>

#ifdef __linux__
int krafd_pipe(int ends[2]) { return pipe2(ends, O_CLOEXEC); }

int krafd_accept(int listener) { return accept4(listener, NULL, NULL, SOCK_CLOEXEC); }

void krafd_name_thread(const char *name) { pthread_setname_np(pthread_self(), name); }
#else
int krafd_pipe(int ends[2]) {
  if (pipe(ends) != 0) return -1;
  fcntl(ends[0], F_SETFD, FD_CLOEXEC);
  fcntl(ends[1], F_SETFD, FD_CLOEXEC);
  return 0;
}

int krafd_accept(int listener) {
  int peer = accept(listener, NULL, NULL);
  if (peer >= 0) fcntl(peer, F_SETFD, FD_CLOEXEC);
  return peer;
}

void krafd_name_thread(const char *name) { pthread_setname_np(name); }
#endif
