// libcurl brings some thirty libraries along, whose loading was about half of a start, and most runs ask no server
// anything. So krafd does not link it: each function of libcurl that krafd calls is defined here under its own name,
// and the first that is called loads the library and hands all over.
//
// Where it cannot be loaded, what begins something answers as it does when there is no memory.
#define CURL_DISABLE_TYPECHECK
#include "krafd_curl_library.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stddef.h>

#undef curl_easy_setopt
#undef curl_easy_getinfo

struct krafd_curl_library krafd_curl;
static bool is_there;

static void load(void) {
  void *library = dlopen("libcurl.so.4", RTLD_NOW | RTLD_LOCAL);
  if (!library) return;
#define FIND(name) \
  if (!(krafd_curl.name = (__typeof__(krafd_curl.name))dlsym(library, "curl_" #name))) return;
  KRAFD_CURL_FUNCTIONS(FIND)
#undef FIND
  is_there = true;
}

bool krafd_curl_is_there(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, load);
  return is_there;
}

// What begins something, and so may be the first call.
CURLcode curl_global_init(long flags) { return krafd_curl_is_there() ? krafd_curl.global_init(flags) : CURLE_FAILED_INIT; }
CURLM *curl_multi_init(void) { return krafd_curl_is_there() ? krafd_curl.multi_init() : NULL; }
CURL *curl_easy_init(void) { return krafd_curl_is_there() ? krafd_curl.easy_init() : NULL; }
CURLU *curl_url(void) { return krafd_curl_is_there() ? krafd_curl.url() : NULL; }
time_t curl_getdate(const char *text, const time_t *unused) {
  return krafd_curl_is_there() ? krafd_curl.getdate(text, unused) : -1;
}
struct curl_slist *curl_slist_append(struct curl_slist *list, const char *text) {
  return krafd_curl_is_there() ? krafd_curl.slist_append(list, text) : NULL;
}

// What works on something that was begun.
void curl_easy_cleanup(CURL *transfer) { krafd_curl.easy_cleanup(transfer); }
CURLcode curl_easy_pause(CURL *transfer, int what) { return krafd_curl.easy_pause(transfer, what); }
const char *curl_easy_strerror(CURLcode code) { return krafd_curl.easy_strerror(code); }
void curl_free(void *text) { krafd_curl.free(text); }
CURLMcode curl_multi_add_handle(CURLM *all, CURL *transfer) { return krafd_curl.multi_add_handle(all, transfer); }
CURLMcode curl_multi_remove_handle(CURLM *all, CURL *transfer) { return krafd_curl.multi_remove_handle(all, transfer); }
CURLMcode curl_multi_cleanup(CURLM *all) { return krafd_curl.multi_cleanup(all); }
CURLMcode curl_multi_perform(CURLM *all, int *running) { return krafd_curl.multi_perform(all, running); }
CURLMcode curl_multi_poll(CURLM *all, struct curl_waitfd *more, unsigned count, int milliseconds, int *ready) {
  return krafd_curl.multi_poll(all, more, count, milliseconds, ready);
}
CURLMcode curl_multi_wakeup(CURLM *all) { return krafd_curl.multi_wakeup(all); }
void curl_slist_free_all(struct curl_slist *list) {
  if (list) krafd_curl.slist_free_all(list);
}
void curl_url_cleanup(CURLU *url) { krafd_curl.url_cleanup(url); }
// Versions of libcurl declare it differently, const or not; the label gives it its name without its declaration.
CURLUcode krafd_curl_url_get(CURLU *url, CURLUPart part, char **text, unsigned flags) __asm__("curl_url_get");
CURLUcode krafd_curl_url_get(CURLU *url, CURLUPart part, char **text, unsigned flags) {
  return krafd_curl.url_get(url, part, text, flags);
}
CURLUcode curl_url_set(CURLU *url, CURLUPart part, const char *text, unsigned flags) {
  return krafd_curl.url_set(url, part, text, flags);
}
