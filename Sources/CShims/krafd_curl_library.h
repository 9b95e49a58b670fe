#ifndef KRAFD_CURL_LIBRARY_H
#define KRAFD_CURL_LIBRARY_H
#include <curl/curl.h>

#include "krafd_curl.h"

// Every function of libcurl that krafd calls, without its prefix.
#define KRAFD_CURL_FUNCTIONS(F) \
  F(easy_cleanup) F(easy_getinfo) F(easy_init) F(easy_pause) F(easy_setopt) F(easy_strerror) F(free) F(getdate) \
  F(global_init) F(multi_add_handle) F(multi_cleanup) F(multi_info_read) F(multi_init) F(multi_perform) F(multi_poll) \
  F(multi_remove_handle) F(multi_wakeup) F(slist_append) F(slist_free_all) F(url) F(url_cleanup) F(url_get) F(url_set)

// The loaded library's own.
struct krafd_curl_library {
#define KRAFD_CURL_FIELD(name) __typeof__(curl_##name) *name;
  KRAFD_CURL_FUNCTIONS(KRAFD_CURL_FIELD)
#undef KRAFD_CURL_FIELD
};
extern struct krafd_curl_library krafd_curl;
#endif
