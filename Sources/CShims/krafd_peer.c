#define _GNU_SOURCE
#include "krafd_peer.h"

#include <sys/socket.h>
#include <unistd.h>

uid_t krafd_peer_uid(int socket) {
#ifdef __linux__
  struct ucred credentials;
  socklen_t length = sizeof credentials;
  if (getsockopt(socket, SOL_SOCKET, SO_PEERCRED, &credentials, &length) != 0) return (uid_t)-1;
  return credentials.uid;
#else
  uid_t user;
  gid_t group;
  if (getpeereid(socket, &user, &group) != 0) return (uid_t)-1;
  return user;
#endif
}
