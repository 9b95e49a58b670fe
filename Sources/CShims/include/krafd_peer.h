#ifndef KRAFD_PEER_H
#define KRAFD_PEER_H
#include <sys/types.h>

/// The user id of the process at the other end of a connected Unix socket, or (uid_t)-1 with errno set.
uid_t krafd_peer_uid(int socket);

#endif
