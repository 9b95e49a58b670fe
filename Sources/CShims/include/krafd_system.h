#ifndef KRAFD_SYSTEM_H
#define KRAFD_SYSTEM_H

/// Makes a pipe, reading end first, whose ends are not passed on to programs. Answers 0, or -1 with errno set.
int krafd_pipe(int ends[2]);

/// Accepts a connection, not passed on to programs. Answers its descriptor, or -1 with errno set.
int krafd_accept(int listener);

/// Names the calling thread for debuggers; at most 15 bytes count.
void krafd_name_thread(const char *name);
#endif
